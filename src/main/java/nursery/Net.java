package nursery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nursery.activations.Activation;
import nursery.activations.Elu;
import nursery.activations.Gelu;
import nursery.activations.LeakyRelu;
import nursery.activations.Relu;
import nursery.activations.Sigmoid;
import nursery.activations.Silu;
import nursery.activations.Softmax;
import nursery.activations.Softplus;
import nursery.activations.Tanh;
import nursery.data.Dataset;
import nursery.initializers.Initializer;
import nursery.initializers.Normal;
import nursery.initializers.Xavier;
import nursery.layers.Activate;
import nursery.layers.AvgPool;
import nursery.layers.BatchNorm;
import nursery.layers.Conv;
import nursery.layers.Dense;
import nursery.layers.DilatedConv;
import nursery.layers.DropConnect;
import nursery.layers.Dropout;
import nursery.layers.Embedding;
import nursery.layers.Flatten;
import nursery.layers.FollowingActivation;
import nursery.layers.GlobalAvgPool;
import nursery.layers.GlobalMaxPool;
import nursery.layers.Layer;
import nursery.layers.LayerNorm;
import nursery.layers.MaxPool;
import nursery.layers.Maxout;
import nursery.layers.Parameter;
import nursery.layers.Parameters;
import nursery.layers.Prelu;
import nursery.layers.Residual;
import nursery.layers.Rrelu;
import nursery.layers.VanillaDropout;
import nursery.losses.BinaryCrossEntropy;
import nursery.losses.CrossEntropy;
import nursery.losses.Hinge;
import nursery.losses.Loss;
import nursery.losses.MeanSquaredError;
import nursery.losses.Regularization;
import nursery.report.Displayable;
import nursery.report.NetSummary;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The specification of a net: layers, loss, initialization and penalty, but no parameters. Immutable: every method
 * returns another net, and shapes are checked at every call.
 *
 * <pre>{@code
 * var net = Net.input(784).dense(100).relu().dense(10).softmax();
 * }</pre>
 *
 * <p>Unless {@link #init(Initializer)} says otherwise, weights are drawn by He's rule before ReLU and its relatives and
 * by Xavier's elsewhere; the output layer's from N(0, 0.01²), and biases are 0, so that the initial loss of a healthy
 * net over C classes is ln C.
 */
public final class Net implements Displayable {
    private final Shape input;
    private final List<Layer> layers;
    private final @Nullable Loss loss;
    private final @Nullable Initializer initializer;
    private final Regularization regularization;

    private Net(
            Shape input,
            List<Layer> layers,
            @Nullable Loss loss,
            @Nullable Initializer initializer,
            Regularization regularization) {
        this.input = input;
        this.layers = layers;
        this.loss = loss;
        this.initializer = initializer;
        this.regularization = regularization;
    }

    /**
     * A net without layers for rows of the given shape: {@code input(784)} for flat rows, {@code input(3, 32, 32)} for
     * images of 3 channels.
     */
    public static Net input(int... shape) {
        Shape input = Shape.of(shape);
        if (shape.length == 0 || input.size() == 0) {
            throw new ShapeException(
                    "input: expected at least one dimension, each at least 1, received " + input + "; try input(784)");
        }
        return new Net(input, List.of(), null, null, Regularization.NONE);
    }

    // ---- layers ----

    /** Appends a fully connected layer, y = x W + b. */
    public Net dense(int units) {
        return layer(new Dense(units));
    }

    /** Appends max(0, x). */
    public Net relu() {
        return activation(new Relu());
    }

    /** Appends tanh(x). */
    public Net tanh() {
        return activation(new Tanh());
    }

    /** Appends 1 / (1 + e^-x); as the last layer the probability of class 1, with binary cross-entropy as the loss. */
    public Net sigmoid() {
        return activation(new Sigmoid());
    }

    /** Appends x where x &gt; 0, else 0.01 x. */
    public Net leakyRelu() {
        return activation(new LeakyRelu());
    }

    /** Appends x where x &gt; 0, else slope · x. */
    public Net leakyRelu(double slope) {
        return activation(new LeakyRelu(slope));
    }

    /** Appends x where x &gt; 0, else α x with a learned α that starts from 0.25. */
    public Net prelu() {
        return layer(new Prelu());
    }

    /** Appends x where x &gt; 0, else a x with a random a from 1/8 to 1/3 in training, and their mean in evaluation. */
    public Net rrelu() {
        return layer(new Rrelu());
    }

    /** Appends x where x &gt; 0, else e^x - 1. */
    public Net elu() {
        return activation(new Elu());
    }

    /** Appends x Φ(x), with the normal distribution Φ. */
    public Net gelu() {
        return activation(new Gelu());
    }

    /** Appends x / (1 + e^-x), also called swish. */
    public Net silu() {
        return activation(new Silu());
    }

    /** Appends ln(1 + e^x). */
    public Net softplus() {
        return activation(new Softplus());
    }

    /** Appends the larger of two fully connected layers, number by number. */
    public Net maxout(int units) {
        return layer(new Maxout(units));
    }

    /** Appends the largest of {@code pieces} fully connected layers, number by number. */
    public Net maxout(int units, int pieces) {
        return layer(new Maxout(units, pieces));
    }

    /**
     * Appends a fully connected layer that drops weights in training.
     *
     * @param rate the probability of dropping a weight; the lecture's p is 1 - rate
     */
    public Net dropConnect(int units, double rate) {
        return layer(new DropConnect(units, rate));
    }

    /** Appends a learned vector of length {@code size} for each of n indices from 0 to words - 1: [n] to [n, size]. */
    public Net embedding(int words, int size) {
        return layer(new Embedding(words, size));
    }

    /**
     * Appends a residual block, y = x + f(x), where f keeps the shape:
     *
     * <pre>{@code
     * Net.input(64).residual(b -> b.dense(64).relu().dense(64)).relu()
     * }</pre>
     *
     * @param block appends the layers of f to the net that it receives
     */
    public Net residual(UnaryOperator<Net> block) {
        Shape in = outputShape();
        int[] dims = IntStream.range(0, in.rank()).map(in::dim).toArray();
        return layer(new Residual(block.apply(input(dims)).layers));
    }

    /**
     * Appends a convolution with stride 1 and the padding that keeps height and width; {@code size} is odd. Size 1 mixes
     * the channels of each pixel: a dense layer for every pixel, with the same weights.
     */
    public Net conv(int filters, int size) {
        return layer(Conv.same(filters, size));
    }

    /** Appends a convolution with {@code padding} zeros around the image. */
    public Net conv(int filters, int size, int stride, int padding) {
        return layer(new Conv(filters, size, stride, padding));
    }

    /**
     * Appends a convolution whose filters have holes: their numbers lie {@code dilation} pixels apart. With stride 1 and
     * padding dilation (size - 1) / 2 it keeps height and width.
     */
    public Net conv(int filters, int size, int stride, int padding, int dilation) {
        return layer(new DilatedConv(filters, size, stride, padding, dilation));
    }

    /** Appends the maximum of windows of size x size that do not overlap. */
    public Net maxPool(int size) {
        return maxPool(size, size);
    }

    /** Appends the maximum of windows of size x size, {@code stride} apart. */
    public Net maxPool(int size, int stride) {
        return layer(new MaxPool(size, stride));
    }

    /** Appends the mean of windows of size x size that do not overlap. */
    public Net avgPool(int size) {
        return avgPool(size, size);
    }

    /** Appends the mean of windows of size x size, {@code stride} apart. */
    public Net avgPool(int size, int stride) {
        return layer(new AvgPool(size, stride));
    }

    /** Appends the mean of each channel: [channels, height, width] to [channels]. */
    public Net globalAvgPool() {
        return layer(new GlobalAvgPool());
    }

    /** Appends the largest number of each channel: [channels, height, width] to [channels]. */
    public Net globalMaxPool() {
        return layer(new GlobalMaxPool());
    }

    /** Appends layer normalization, of all numbers of each row. */
    public Net layerNorm() {
        return layer(new LayerNorm());
    }

    /** Appends batch normalization, of each feature of flat rows or each channel of images. */
    public Net batchNorm() {
        return layer(new BatchNorm());
    }

    /**
     * Appends inverted dropout.
     *
     * @param rate the probability of dropping a number; the lecture's p is 1 - rate
     */
    public Net dropout(double rate) {
        return layer(new Dropout(rate));
    }

    /**
     * Appends the lecture's first form of dropout: numbers are dropped in training, and multiplied by p = 1 - rate in
     * evaluation.
     *
     * @param rate the probability of dropping a number; the lecture's p is 1 - rate
     */
    public Net vanillaDropout(double rate) {
        return layer(new VanillaDropout(rate));
    }

    /** Appends the flattening of each row. */
    public Net flatten() {
        return layer(new Flatten());
    }

    /** Appends a function without parameters. */
    public Net activation(Activation f) {
        return layer(new Activate(f));
    }

    /**
     * Appends a layer.
     *
     * @throws ShapeException if it cannot take the output of the layer before it
     */
    public Net layer(Layer layer) {
        requireShape(layer);
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new Net(input, List.copyOf(more), loss, initializer, regularization);
    }

    /**
     * The same net with other layers: input, loss, initialization and penalty are kept.
     *
     * @throws ShapeException if one cannot take the output of the layer before it
     */
    public Net layers(List<Layer> others) {
        Net net = new Net(input, List.of(), loss, initializer, regularization);
        for (Layer layer : others) {
            net = net.layer(layer);
        }
        return net;
    }

    // ---- heads ----

    /** Appends softmax: probabilities of classes, with cross-entropy as the loss. */
    public Net softmax() {
        return activation(new Softmax());
    }

    /** Ends the net for regression: the scores as they are, with the mean squared error as the loss. */
    public Net linear() {
        return loss(new MeanSquaredError());
    }

    /** Ends the net as a multiclass support vector machine: the scores as they are, with the hinge loss. */
    public Net hinge() {
        return loss(new Hinge());
    }

    /**
     * The same net with this loss, whatever its last layer is. Cross-entropy is meant for softmax and binary cross-entropy
     * for sigmoid; the others take the outputs as they are, so that {@code softmax().loss(meanSquaredError())} compares
     * probabilities. A loss that does not fit its head can be built and trained, and the checklist says so.
     */
    public Net loss(Loss loss) {
        return new Net(input, layers, loss, initializer, regularization);
    }

    // ---- initialization and penalty ----

    /** The same net whose weights before the output layer are drawn so. */
    public Net init(Initializer initializer) {
        return new Net(input, layers, loss, initializer, regularization);
    }

    /** The same net with the usual initialization: He before ReLU and its relatives, Xavier elsewhere. */
    public Net usualInit() {
        return new Net(input, layers, loss, null, regularization);
    }

    /**
     * The same net with the penalty ½ λ Σ W² on its weights, biases not counted, added to the loss.
     *
     * @param lambda the strength λ, at least 0; 1e-4 is a usual start
     */
    public Net l2(double lambda) {
        return regularization(regularization.l2(lambda));
    }

    /**
     * The same net with the penalty λ Σ |W| on its weights, biases not counted, added to the loss: it makes many weights
     * nearly 0.
     *
     * @param lambda the strength λ, at least 0; 1e-5 is a usual start
     */
    public Net l1(double lambda) {
        return regularization(regularization.l1(lambda));
    }

    /** The same net with the penalty of the elastic net, λ1 Σ |W| + ½ λ2 Σ W²: {@code l1(lambda1).l2(lambda2)}. */
    public Net elasticNet(double lambda1, double lambda2) {
        return l1(lambda1).l2(lambda2);
    }

    /**
     * The same net whose weights into each unit or filter are shrunk after every step to this Euclidean norm if theirs is
     * larger.
     *
     * @param norm the largest norm, above 0; 3 or 4 is usual
     */
    public Net maxNorm(double norm) {
        return regularization(regularization.maxNorm(norm));
    }

    private Net regularization(Regularization other) {
        return new Net(input, layers, loss, initializer, other);
    }

    /** A model with parameters drawn from {@code seed}, in float32. */
    public Model init(long seed) {
        return init(seed, Precision.FLOAT32);
    }

    /** A model with parameters drawn from {@code seed}, in the given precision. */
    public Model init(long seed, Precision precision) {
        return Model.draw(this, seed, precision);
    }

    // ---- looking at it ----

    /** The shape of one row of input. */
    public Shape inputShape() {
        return input;
    }

    /** The shape of one row of output. */
    public Shape outputShape() {
        return shapes().get(layers.size());
    }

    /** The layers, first to last. */
    public List<Layer> layers() {
        return layers;
    }

    /** The strength of the penalty ½ λ Σ W². */
    public double l2() {
        return regularization.l2();
    }

    /** The penalties and the largest norm of its weights. */
    public Regularization regularization() {
        return regularization;
    }

    /** Whether the net ends in a head or was given a loss. */
    public boolean hasLoss() {
        return loss != null || headLoss() != null;
    }

    /**
     * What training makes small: what {@link #loss(Loss)} or the head chose, cross-entropy behind softmax, binary
     * cross-entropy behind sigmoid.
     *
     * @throws IllegalStateException if the net ends in none of them
     */
    public Loss loss() {
        Loss chosen = loss != null ? loss : headLoss();
        if (chosen == null) {
            throw new IllegalStateException("expected a net that ends in a head, received one that ends in "
                    + (layers.isEmpty() ? "its input" : layers.get(layers.size() - 1))
                    + "; add .softmax() for classes, .sigmoid() for one of two, .linear() for numbers, or .loss(...)");
        }
        return chosen;
    }

    private @Nullable Loss headLoss() {
        for (Loss meant : List.of(new CrossEntropy(), new BinaryCrossEntropy())) {
            if (endsIn(meant.output())) {
                return meant;
            }
        }
        return null;
    }

    private boolean endsIn(@Nullable Activation output) {
        return output != null
                && !layers.isEmpty()
                && layers.get(layers.size() - 1).equals(new Activate(output));
    }

    /**
     * What the loss compares this net's outputs with, [rows, outputs]: one-hot rows for classes, numbers for regression.
     *
     * @throws IllegalArgumentException if the outputs do not fit the data, or the loss makes no sense for them
     */
    public Tensor targets(Dataset data) {
        Tensor targets = data.encode(outputShape().size());
        loss().requireTargets(targets);
        return targets;
    }

    /** Whether the last layer is the output function that the loss is meant for, so that both are computed as one. */
    public boolean lossTakesScores() {
        return loss().output() == null || endsIn(loss().output());
    }

    /** What is wrong and what to do where the loss is meant for another output function than the last layer; else empty. */
    public Optional<String> lossMismatch() {
        return lossTakesScores()
                ? Optional.empty()
                : Optional.of(loss() + " is meant for " + loss().output()
                        + ": end the net in it, or take the loss that its last layer is meant for");
    }

    /** The layers before the loss: all, or all but the output function where the loss takes the scores. */
    public List<Layer> layersBeforeLoss() {
        return endsIn(loss().output()) ? layers.subList(0, layers.size() - 1) : layers;
    }

    /** The shape of one row before each layer, and after the last. */
    public List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>(List.of(input));
        for (Layer layer : layers) {
            shapes.add(layer.outputShape(shapes.get(shapes.size() - 1)));
        }
        return shapes;
    }

    /** What layer {@code i} declares, with the initializer that this net gives its weights. */
    public List<Parameter> parameters(int i) {
        return declared(i, weightInitializer(i));
    }

    /** The number of learned numbers. */
    public long parameterCount() {
        long count = 0;
        for (int i = 0; i < layers.size(); i++) {
            count += parameters(i).stream()
                    .filter(Parameter::learned)
                    .mapToLong(p -> p.shape().size())
                    .sum();
        }
        return count;
    }

    private Initializer weightInitializer(int i) {
        if (isOutputLayer(i)) {
            return new Normal(0.01);
        }
        if (initializer != null) {
            return initializer;
        }
        return FollowingActivation.initializer(layers, shapes(), i).orElse(new Xavier());
    }

    private boolean isOutputLayer(int i) {
        return IntStream.range(i + 1, layers.size()).noneMatch(this::hasWeights);
    }

    private boolean hasWeights(int i) {
        return FollowingActivation.hasWeights(layers.get(i), shapes().get(i));
    }

    private List<Parameter> declared(int i, Initializer weights) {
        Parameters p = new Parameters(weights, initializer != null);
        layers.get(i).parameters(shapes().get(i), p);
        return p.declared();
    }

    private void requireShape(Layer layer) {
        try {
            layer.outputShape(outputShape());
        } catch (ShapeException e) {
            throw new ShapeException(layer + " after "
                    + (layers.isEmpty() ? "input" + input : layers.get(layers.size() - 1)) + ": " + e.getMessage());
        }
    }

    /** The summary table as HTML. */
    @Override
    public String html() {
        return NetSummary.html(this);
    }

    /** The layers with their output shapes and parameters, one line each, and the loss. */
    @Override
    public String toString() {
        return NetSummary.text(this);
    }
}
