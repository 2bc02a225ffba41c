package nursery.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nursery.activations.Activation;
import nursery.initializers.Initializer;
import nursery.layers.Activate;
import nursery.tensor.Arena;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** Rows on their way through a stack of equal layers and back: what an {@link InitStudy} measures. */
final class InitRun {
    private static final double FAR = 1000; // where a function that saturates has reached its limits

    private final Seed seed;
    private final Activation f;
    private final int units;
    private final Tensor x;
    private final Tensor gradient;

    /** The matrices, filled again for every initializer. */
    private final List<Tensor> weights;

    private final Arena arena = Arena.of(Precision.FLOAT32);

    InitRun(int layers, int units, int rows, long seed, Activation f) {
        this.seed = Seed.of(seed).with("initialization");
        this.f = f;
        this.units = units;
        x = normal("x", Shape.of(rows, units));
        gradient = normal("gradient", Shape.of(rows, units));
        weights = IntStream.range(0, layers)
                .mapToObj(i -> Tensor.zeros(Shape.of(units, units), Precision.FLOAT32))
                .toList();
    }

    Tensor x() {
        return x;
    }

    Tensor gradient() {
        return gradient;
    }

    /** The matrix of layer {@code i}, drawn by {@code initializer} from a stream of its own. */
    Tensor weights(int i, Initializer initializer) {
        initializer.fill(weights.get(i), units, units, seed.with(i).generator());
        return weights.get(i);
    }

    private Tensor normal(String purpose, Shape shape) {
        Tensor t = Tensor.zeros(shape, Precision.FLOAT32);
        t.fillNormal(seed.with(purpose).generator(), 0, 1);
        return t;
    }

    /** The statistics of every layer with weights drawn by {@code initializer}. */
    List<InitLayer> with(String name, Initializer initializer) {
        arena.reset();
        List<Tensor> sums = new ArrayList<>(); // z = x W
        List<Tensor> outputs = new ArrayList<>(List.of(x.in(arena))); // x, then y = f(z)
        for (int i = 0; i < weights.size(); i++) {
            Probe.requireNotInterrupted();
            sums.add(outputs.get(i).matmul(weights(i, initializer)));
            outputs.add(f.forward(sums.get(i)));
        }
        List<LayerActivations> statistics = statistics(name, outputs.subList(1, outputs.size()));
        List<InitLayer> layers = new ArrayList<>();
        Tensor dy = gradient.in(arena);
        for (int i = weights.size() - 1; i >= 0; i--) {
            Tensor dz = f.backward(dy, sums.get(i), outputs.get(i + 1));
            double weightGradient = productStd(outputs.get(i), dz);
            layers.add(0, new InitLayer(name, i + 1, statistics.get(i), std(dy), weightGradient));
            dy = i == 0 ? dz : dz.matmulTranspose(weights.get(i));
        }
        return layers;
    }

    /** All histograms share one range, so that layers can be compared: the function's limits, or what all outputs span. */
    private List<LayerActivations> statistics(String name, List<Tensor> outputs) {
        List<OutputStatistics> layers = IntStream.range(0, outputs.size())
                .mapToObj(i -> new OutputStatistics(name + ", layer " + (i + 1), new Activate(f), Shape.of(units)))
                .toList();
        IntStream.range(0, outputs.size()).forEach(i -> layers.get(i).measure(outputs.get(i)));
        double low = limit(-FAR);
        double high = limit(FAR);
        if (!f.saturated(low) || !f.saturated(high)) {
            low = layers.stream().mapToDouble(OutputStatistics::low).min().orElseThrow();
            high = layers.stream().mapToDouble(OutputStatistics::high).max().orElseThrow();
        }
        for (int i = 0; i < outputs.size(); i++) {
            layers.get(i).range(low, high);
            layers.get(i).count(outputs.get(i));
        }
        return layers.stream().map(OutputStatistics::result).toList();
    }

    private double limit(double far) {
        return f.forward(Tensor.of(new double[] {far}, Shape.of(1, 1))).get(0);
    }

    private static double std(Tensor t) {
        return std(t.sum(), t.norm() * t.norm(), t.size());
    }

    /**
     * The deviation of aᵀ b without the matrix itself: Σ (aᵀ b) = Σ over the rows r of (Σ a_r)(Σ b_r), and Σ (aᵀ b)² =
     * Σ over pairs of rows of (a_r · a_s)(b_r · b_s).
     */
    private static double productStd(Tensor a, Tensor b) {
        double sum = 0;
        for (int r = 0; r < a.rows(); r++) {
            sum += a.rows(r, r + 1).sum() * b.rows(r, r + 1).sum();
        }
        double squares = a.matmulTranspose(a).dot(b.matmulTranspose(b));
        return std(sum, squares, (double) a.columns() * b.columns());
    }

    private static double std(double sum, double squares, double n) {
        return Math.sqrt(Math.max(0, squares / n - sum / n * (sum / n)));
    }
}
