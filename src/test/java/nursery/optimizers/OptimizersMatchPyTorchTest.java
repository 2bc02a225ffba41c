package nursery.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nursery.Reference;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten steps against the numbers of src/test/python/optimizers_reference.py. */
@Tag("engine")
class OptimizersMatchPyTorchTest {
    private static final Reference REFERENCE = Reference.read("optimizers_reference.txt");
    private static final Shape SHAPE = Shape.of(5, 3);
    private static final int STEPS = 10;

    static Stream<Arguments> optimizers() {
        return Stream.of(
                arguments("sgd", new Sgd(), 0.1),
                arguments("momentum", new Momentum(0.9), 0.1),
                arguments("nesterov", new Nesterov(0.9), 0.1),
                arguments("adam", new Adam(), 0.1),
                arguments("adagrad", new Adagrad(), 0.1),
                arguments("adagrad_decay", new Adagrad(0.2, 1e-7), 0.1),
                arguments("adadelta", new Adadelta(), 1),
                arguments("rmsprop", new RmsProp(), 0.1),
                arguments("rmsprop_momentum", new RmsProp(0.9, 1e-8, 0.9, false), 0.01),
                arguments("rmsprop_centered", new RmsProp(0.9, 1e-8, 0, true), 0.01),
                arguments("rmsprop_both", new RmsProp(0.99, 1e-8, 0.5, true), 0.01),
                arguments("adamW", new AdamW(), 0.1),
                arguments("nadam", new Nadam(), 0.1),
                arguments("adamax", new Adamax(), 0.1),
                arguments("asgd", new Asgd(0.05, 0.75, 0), 0.1),
                arguments("asgd_late", new Asgd(1e-4, 0.75, 4), 0.1),
                arguments("rprop", new Rprop(), 0.1),
                arguments("sparseAdam", new SparseAdam(), 0.1));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void the_steps_are_the_same(String name, Optimizer optimizer, double rate) {
        for (Precision precision : Precision.values()) {
            double tolerance = precision == Precision.FLOAT64 ? 1e-10 : 1e-5;
            Tensor w = Tensor.of(REFERENCE.get("start"), SHAPE).to(precision);
            List<Tensor> slots = Stream.generate(() -> Tensor.zeros(SHAPE, precision))
                    .limit(optimizer.slots())
                    .toList();
            for (int step = 1; step <= STEPS; step++) {
                Tensor g = gradient(w, step, optimizer instanceof SparseAdam);
                optimizer.update(w, g, slots, rate, step);
                requireClose(w.toDoubles(), name + "." + step, tolerance);
            }
            if (optimizer instanceof Asgd) {
                Tensor average = optimizer.average(slots).orElseThrow();
                requireClose(average.toDoubles(), name + ".average", tolerance);
            }
        }
    }

    private static Tensor gradient(Tensor w, int step, boolean sparse) {
        Tensor c = Tensor.of(REFERENCE.get("c"), SHAPE).to(w.precision());
        Tensor g = c.times(w).plus(w.times(w).times(w));
        for (int row = 0; sparse && row < w.rows(); row++) {
            if ((row + step) % 3 == 0) {
                g.rows(row, row + 1).fill(0);
            }
        }
        return g;
    }

    @Test
    void lbfgs_walks_the_same_way_through_a_curved_valley() {
        double[] start = Arrays.stream(REFERENCE.get("start")).map(v -> 0.5 * v).toArray();
        ChainOfRosenbrocks objective = new ChainOfRosenbrocks(start);
        WholeOptimizer.Steps steps = new Lbfgs(4).begin(objective);

        for (int step = 1; step <= 40; step++) {
            steps.step(1, step);
            requireClose(objective.position(), "lbfgs." + step, 1e-10);
        }
    }

    private static void requireClose(double[] actual, String name, double tolerance) {
        double[] expected = REFERENCE.get(name);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]) / largest)
                    .as("%s[%d]: %s and %s", name, i, actual[i], expected[i])
                    .isLessThan(tolerance);
        }
    }
}
