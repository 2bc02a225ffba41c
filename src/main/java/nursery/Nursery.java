package nursery;

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
import nursery.augment.Augmentation;
import nursery.augment.ColorJitter;
import nursery.augment.Crops;
import nursery.augment.CutMix;
import nursery.augment.Cutout;
import nursery.augment.GaussianNoise;
import nursery.augment.LensDistortion;
import nursery.augment.Mixup;
import nursery.augment.RandomCrop;
import nursery.augment.RandomFlip;
import nursery.augment.RandomRotation;
import nursery.augment.RandomScale;
import nursery.augment.RandomShear;
import nursery.augment.RandomStretch;
import nursery.augment.RandomTranslation;
import nursery.initializers.Constant;
import nursery.initializers.He;
import nursery.initializers.HeUniform;
import nursery.initializers.Initializer;
import nursery.initializers.Lecture;
import nursery.initializers.Normal;
import nursery.initializers.Orthogonal;
import nursery.initializers.Uniform;
import nursery.initializers.Xavier;
import nursery.initializers.XavierUniform;
import nursery.losses.BinaryCrossEntropy;
import nursery.losses.CrossEntropy;
import nursery.losses.Hinge;
import nursery.losses.Huber;
import nursery.losses.Loss;
import nursery.losses.MeanSquaredError;
import nursery.notebook.Notebook;
import nursery.optimizers.Adadelta;
import nursery.optimizers.Adagrad;
import nursery.optimizers.Adam;
import nursery.optimizers.AdamW;
import nursery.optimizers.Adamax;
import nursery.optimizers.Asgd;
import nursery.optimizers.ConstantRate;
import nursery.optimizers.Cosine;
import nursery.optimizers.ExponentialDecay;
import nursery.optimizers.InverseTimeDecay;
import nursery.optimizers.Lbfgs;
import nursery.optimizers.Momentum;
import nursery.optimizers.Nadam;
import nursery.optimizers.Nesterov;
import nursery.optimizers.OneCycle;
import nursery.optimizers.Optimizer;
import nursery.optimizers.ReduceOnPlateau;
import nursery.optimizers.RmsProp;
import nursery.optimizers.Rprop;
import nursery.optimizers.Schedule;
import nursery.optimizers.Sgd;
import nursery.optimizers.SparseAdam;
import nursery.optimizers.StepDecay;
import nursery.training.Callback;
import nursery.training.EarlyStopping;
import nursery.training.FullMonitor;
import nursery.training.StopOnExplosion;

/** The words of the lecture for cells that import {@code static nursery.Nursery.*}. */
public final class Nursery {
    private Nursery() {}

    /**
     * Draws results in the running kernel from now on: IJava needs this call once; the Nursery kernel and JJava do it by
     * themselves. Silent, may be called again, and does nothing without a kernel.
     */
    public static void init() {
        Notebook.init();
    }

    /**
     * A claim of a notebook that stops it when it is false.
     *
     * @param claim what must hold
     * @param sentence the claim in words, {@code "the untrained net starts at ln 10"}
     * @throws AssertionError with the sentence if it is false
     */
    public static void check(boolean claim, String sentence) {
        if (!claim) {
            throw new AssertionError("This should hold, and does not: " + sentence);
        }
    }

    // ---- activations ----

    /** max(0, x). */
    public static Activation relu() {
        return new Relu();
    }

    /** tanh(x). */
    public static Activation tanh() {
        return new Tanh();
    }

    /** 1 / (1 + e^-x). */
    public static Activation sigmoid() {
        return new Sigmoid();
    }

    /** x where x &gt; 0, else 0.01 x. */
    public static Activation leakyRelu() {
        return new LeakyRelu();
    }

    /** x where x &gt; 0, else slope · x. */
    public static Activation leakyRelu(double slope) {
        return new LeakyRelu(slope);
    }

    /** {@link #leakyRelu()} by the name that the lecture and PyTorch use. */
    @SuppressWarnings({"checkstyle:MethodName", "MemberName"})
    public static Activation leaky_relu() {
        return new LeakyRelu();
    }

    /** x where x &gt; 0, else e^x - 1. */
    public static Activation elu() {
        return new Elu();
    }

    /** x Φ(x), with the normal distribution Φ. */
    public static Activation gelu() {
        return new Gelu();
    }

    /** x / (1 + e^-x), also called swish. */
    public static Activation silu() {
        return new Silu();
    }

    /** ln(1 + e^x). */
    public static Activation softplus() {
        return new Softplus();
    }

    /** e^x / Σ e^x. */
    public static Activation softmax() {
        return new Softmax();
    }

    // ---- initializers ----

    /** N(0, 2 / n_in), for ReLU and its relatives. */
    public static Initializer he() {
        return new He();
    }

    /** N(0, 2 / (n_in + n_out)), for tanh and sigmoid. */
    public static Initializer xavier() {
        return new Xavier();
    }

    /** N(0, 1 / n_in), the lecture's randn / sqrt(n_in). */
    public static Initializer lecture() {
        return new Lecture();
    }

    /** U(-b, b) with b = √(6 / n_in). */
    public static Initializer heUniform() {
        return new HeUniform();
    }

    /** U(-b, b) with b = √(6 / (n_in + n_out)). */
    public static Initializer xavierUniform() {
        return new XavierUniform();
    }

    /** A random orthogonal matrix. */
    public static Initializer orthogonal() {
        return new Orthogonal();
    }

    /** U(-bound, bound). */
    public static Initializer uniform(double bound) {
        return new Uniform(bound);
    }

    /** N(0, std²). */
    public static Initializer normal(double std) {
        return new Normal(std);
    }

    /** All {@code value}. */
    public static Initializer constant(double value) {
        return new Constant(value);
    }

    /** All 0. */
    public static Initializer zeros() {
        return new Constant(0);
    }

    /** All 1. */
    public static Initializer ones() {
        return new Constant(1);
    }

    // ---- losses ----

    /** -Σ t ln y for probabilities of classes; goes on with {@code .classWeights(1, 5)} and {@code .labelSmoothing(0.1)}. */
    public static CrossEntropy crossEntropy() {
        return new CrossEntropy();
    }

    /** -t ln y - (1 - t) ln(1 - y) for the probability of class 1. */
    public static Loss binaryCrossEntropy() {
        return new BinaryCrossEntropy();
    }

    /** (y - t)². */
    public static Loss meanSquaredError() {
        return new MeanSquaredError();
    }

    /** ½ (y - t)² near t, |y - t| - ½ from a distance of 1 on. */
    public static Loss huber() {
        return new Huber();
    }

    /** ½ (y - t)² near t, δ (|y - t| - ½ δ) from a distance of δ on. */
    public static Loss huber(double delta) {
        return new Huber(delta);
    }

    /** Σ max(0, y_j - y_right + 1) over the wrong classes j. */
    public static Loss hinge() {
        return new Hinge();
    }

    /** Σ max(0, y_j - y_right + margin) over the wrong classes j. */
    public static Loss hinge(double margin) {
        return new Hinge(margin);
    }

    // ---- optimizers, for Trainer.of(...) ----

    /** w -= rate g. */
    public static Optimizer sgd() {
        return new Sgd();
    }

    /** v = 0.9 v + g; w -= rate v. */
    public static Optimizer momentum() {
        return new Momentum(0.9);
    }

    /** v = 0.9 v + g; w -= rate (g + 0.9 v). */
    public static Optimizer nesterov() {
        return new Nesterov(0.9);
    }

    /** Adam with β1 = 0.9, β2 = 0.999, ε = 1e-8. */
    public static Optimizer adam() {
        return new Adam();
    }

    /** h += g²; w -= rate g / (√h + 1e-7). */
    public static Optimizer adagrad() {
        return new Adagrad();
    }

    /** Adadelta with ρ = 0.9, ε = 1e-6. */
    public static Optimizer adadelta() {
        return new Adadelta();
    }

    /** v = 0.9 v + 0.1 g²; w -= rate g / (√v + 1e-8). */
    public static Optimizer rmsprop() {
        return new RmsProp();
    }

    /** w -= 0.01 rate w, then Adam. */
    public static Optimizer adamW() {
        return new AdamW();
    }

    /** w -= decay rate w, then Adam. */
    public static Optimizer adamW(double decay) {
        return new AdamW(decay);
    }

    /** Adam with Nesterov's momentum. */
    public static Optimizer nadam() {
        return new Nadam();
    }

    /** Adam with the largest gradient in place of the mean square. */
    public static Optimizer adamax() {
        return new Adamax();
    }

    /** Gradient descent that keeps the average of its parameters. */
    public static Optimizer asgd() {
        return new Asgd();
    }

    /** Steps by the sign of the gradient, for full batches. */
    public static Optimizer rprop() {
        return new Rprop();
    }

    /** Adam that leaves rows without a gradient untouched. */
    public static Optimizer sparseAdam() {
        return new SparseAdam();
    }

    /** L-BFGS with a line search, for full batches. */
    public static Optimizer lbfgs() {
        return new Lbfgs();
    }

    // ---- schedules, for trainer.schedule(...) ----

    /** The base rate all the time. */
    public static Schedule constantRate() {
        return new ConstantRate();
    }

    /** From the base rate down to 0 along half a cosine: rate · ½ (1 + cos(π epoch / epochs)). */
    public static Schedule cosine() {
        return new Cosine();
    }

    /** The lecture's decay: rate · factor^⌊epoch⌋, a little less after each epoch; 0.9 or 0.95 is usual. */
    public static Schedule decay(double factor) {
        return new StepDecay(factor, 1);
    }

    /** rate · factor^⌊epoch / every⌋; 0.5 every 10 epochs is usual. */
    public static Schedule stepDecay(double factor, double every) {
        return new StepDecay(factor, every);
    }

    /** rate · e^(-k epoch). */
    public static Schedule exponentialDecay(double k) {
        return new ExponentialDecay(k);
    }

    /** rate / (1 + k epoch), the 1/t decay. */
    public static Schedule inverseTimeDecay(double k) {
        return new InverseTimeDecay(k);
    }

    /** Up from 1/25 of the base rate for 0.3 of the training, then down to nearly nothing. */
    public static Schedule oneCycle() {
        return new OneCycle();
    }

    /** The base rate after a linear rise from 0; {@code cosine().warmUp(5)} puts the rise before another schedule. */
    public static Schedule warmUp(double epochs) {
        return new ConstantRate().warmUp(epochs);
    }

    /** rate · factor after each {@code patience} epochs in which the validation loss did not fall. */
    public static Schedule reduceOnPlateau(double factor, int patience) {
        return new ReduceOnPlateau(factor, patience, 1e-4);
    }

    // ---- augmentations, for trainer.augment(...) ----

    /** Mirrors every second image left to right, on average. Not for digits and letters. */
    public static Augmentation flip() {
        return new RandomFlip(0.5);
    }

    /** Moves an image by up to {@code padding} whole pixels each way: pads it with zeros and crops it at random. */
    public static Augmentation crop(int padding) {
        return new RandomCrop(padding);
    }

    /** Enlarges or shrinks an image by a factor from {@code least} to {@code most}. */
    public static Augmentation scale(double least, double most) {
        return new RandomScale(least, most);
    }

    /** Stretches width and height by two factors from {@code least} to {@code most}. */
    public static Augmentation stretch(double least, double most) {
        return new RandomStretch(least, most);
    }

    /** Moves an image by up to {@code pixels} each way, between pixels too. */
    public static Augmentation translate(double pixels) {
        return new RandomTranslation(pixels);
    }

    /** Turns an image by up to {@code degrees} to either side. */
    public static Augmentation rotate(double degrees) {
        return new RandomRotation(degrees);
    }

    /** Slants an image by up to {@code degrees} to either side. */
    public static Augmentation shear(double degrees) {
        return new RandomShear(degrees);
    }

    /** Bends an image like a lens: r (1 + k r²), k up to {@code strength} of either sign. */
    public static Augmentation lens(double strength) {
        return new LensDistortion(strength);
    }

    /** m + c (x - m) + b: b up to {@code brightness}, c up to {@code contrast} away from 1, m the mean of the image. */
    public static Augmentation colorJitter(double brightness, double contrast) {
        return new ColorJitter(brightness, contrast);
    }

    /** Adds N(0, std²) to every number. */
    public static Augmentation noise(double std) {
        return new GaussianNoise(std);
    }

    /** Sets a square of {@code size} x {@code size} pixels to 0. */
    public static Augmentation cutout(int size) {
        return new Cutout(size);
    }

    /** Blends two rows and their labels by a share from Beta(alpha, alpha); 0.2 is usual. */
    public static Augmentation mixup(double alpha) {
        return new Mixup(alpha);
    }

    /** Puts a patch of another image into each, and its label by the share of pixels; 1 is usual. */
    public static Augmentation cutMix(double alpha) {
        return new CutMix(alpha);
    }

    /** Four corners and the center of each padded image, for {@code model.accuracy(data, fiveCrop(4))}. */
    public static Crops fiveCrop(int padding) {
        return new Crops(padding, false);
    }

    /** The windows of {@link #fiveCrop} and their mirror images. */
    public static Crops tenCrop(int padding) {
        return new Crops(padding, true);
    }

    // ---- callbacks ----

    /** Stops when the validation loss has reached no new low for {@code patience} epochs. */
    public static Callback earlyStopping(int patience) {
        return new EarlyStopping(patience);
    }

    /** Stops when the cost is above three times the first. */
    public static Callback stopOnExplosion() {
        return new StopOnExplosion();
    }

    /** Watches every layer on a probe after epochs, for less than a tenth of the time: {@code history.monitored().plot()}. */
    public static Callback full() {
        return new FullMonitor();
    }
}
