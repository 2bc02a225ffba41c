package nursery.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every optimizer finds the lowest point of a parabola and of Rosenbrock's valley. */
@Tag("engine")
class OptimizersSolveTest {
    private static final int STEPS = 20_000;

    static Stream<Arguments> optimizers() {
        return Stream.of(
                arguments(new Sgd(), 0.1, 2e-3),
                arguments(new Momentum(0.9), 0.02, 2e-4),
                arguments(new Nesterov(0.9), 0.02, 2e-4),
                arguments(new Adam(), 0.01, 0.01),
                arguments(new Adagrad(), 0.5, 0.5),
                arguments(new Adadelta(), 1, 0.03),
                arguments(new RmsProp(), 1e-3, 1e-3),
                arguments(new RmsProp(0.9, 1e-8, 0.9, false), 1e-4, 1e-4),
                arguments(new RmsProp(0.9, 1e-4, 0, true), 1e-3, 1e-4),
                arguments(new AdamW(1e-6), 0.01, 0.01),
                arguments(new Nadam(), 0.01, 0.01),
                arguments(new Adamax(), 0.01, 0.01),
                arguments(new Asgd(0, 0.75, 19_000), 0.1, 2e-3),
                arguments(new Rprop(), 0.1, 0.1),
                arguments(new SparseAdam(), 0.01, 0.01));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void a_parabola_and_rosenbrocks_valley(Optimizer optimizer, double rateOfParabola, double rateOfValley) {
        double[] parabola = minimize(
                optimizer, rateOfParabola, w -> new double[] {2 * (w[0] - 3), 4 * (w[1] + 1)}, new double[] {-2, 2});
        assertThat(parabola).containsExactly(new double[] {3, -1}, within(5e-3));

        double[] valley = minimize(optimizer, rateOfValley, OptimizersSolveTest::rosenbrock, new double[] {-1, 1.5});
        assertThat(valley).containsExactly(new double[] {1, 1}, within(0.03));
    }

    private static double[] rosenbrock(double[] w) {
        double[] gradient = new double[2];
        new ChainOfRosenbrocks(w).evaluate(gradient);
        return gradient;
    }

    private static double[] minimize(Optimizer optimizer, double rate, UnaryOperator<double[]> slope, double[] start) {
        Tensor w = Tensor.of(start.clone(), Shape.of(2));
        List<Tensor> slots = Stream.generate(() -> Tensor.zeros(Shape.of(2), Precision.FLOAT64))
                .limit(optimizer.slots())
                .toList();
        for (int step = 1; step <= STEPS; step++) {
            optimizer.update(w, Tensor.of(slope.apply(w.toDoubles()), Shape.of(2)), slots, rate, step);
        }
        return optimizer.average(slots).orElse(w).toDoubles();
    }

    @Test
    void lbfgs_solves_a_quadratic_of_ten_dimensions_in_less_than_20_steps() {
        Quadratic objective = new Quadratic();
        WholeOptimizer.Steps steps = new Lbfgs().begin(objective);
        for (int step = 1; step < 20; step++) {
            steps.step(1, step);
        }

        assertThat(objective.x).containsExactly(new double[10], within(1e-5));
    }

    @Test
    void lbfgs_solves_a_chain_of_valleys_and_then_rests() {
        ChainOfRosenbrocks objective = new ChainOfRosenbrocks(new double[] {-1, 1.5, -0.5, 2, 0});
        WholeOptimizer.Steps steps = new Lbfgs().begin(objective);
        for (int step = 1; step <= 60; step++) {
            steps.step(1, step);
        }
        double[] ones = {1, 1, 1, 1, 1};
        int evaluations = objective.evaluations;
        double[] there = objective.position();
        steps.step(1, 61);

        assertThat(there).containsExactly(ones, within(1e-4));
        assertThat(objective.position()).containsExactly(there);
        assertThat(objective.evaluations).isEqualTo(evaluations + 1);
    }

    /** ½ Σ (i + 1) x[i]², which is NaN far from 0. */
    private static final class Quadratic implements Objective {
        private final double[] x =
                IntStream.range(0, 10).mapToDouble(i -> 10 - i).toArray();

        @Override
        public int size() {
            return x.length;
        }

        @Override
        public void position(double[] to) {
            System.arraycopy(x, 0, to, 0, x.length);
        }

        @Override
        public void moveTo(double[] to) {
            System.arraycopy(to, 0, x, 0, x.length);
        }

        @Override
        public double evaluate(double[] gradient) {
            double cost = 0;
            for (int i = 0; i < x.length; i++) {
                gradient[i] = (i + 1) * x[i];
                cost += 0.5 * (i + 1) * x[i] * x[i];
            }
            return cost > 1e4 ? Double.NaN : cost;
        }
    }

    @Test
    void a_first_length_that_is_far_too_long_is_shortened() {
        Quadratic objective = new Quadratic();
        WholeOptimizer.Steps steps = new Lbfgs(5).begin(objective);
        for (int step = 1; step < 40; step++) {
            steps.step(1000, step);
        }

        assertThat(objective.x).containsExactly(new double[10], within(1e-5));
    }

    @Test
    void lbfgs_rests_at_a_rate_of_0_and_goes_on_where_it_was() {
        ChainOfRosenbrocks rested = new ChainOfRosenbrocks(new double[] {-1, 1.5, -0.5});
        ChainOfRosenbrocks steady = new ChainOfRosenbrocks(new double[] {-1, 1.5, -0.5});
        WholeOptimizer.Steps withRest = new Lbfgs().begin(rested);
        WholeOptimizer.Steps withoutRest = new Lbfgs().begin(steady);
        for (int step = 1; step <= 10; step++) {
            withRest.step(1, step);
            double[] before = rested.position();
            withRest.step(0, step);
            assertThat(rested.position()).containsExactly(before);
            withoutRest.step(1, step);
        }

        assertThat(rested.position()).containsExactly(steady.position());
    }

    @Test
    void lbfgs_has_no_update_of_one_parameter() {
        Tensor w = Tensor.zeros(Shape.of(2), Precision.FLOAT64);

        assertThatThrownBy(() -> new Lbfgs().update(w, w, List.of(), 1, 1))
                .hasMessage("lbfgs(10): expected all parameters at once, received one; use begin(objective)");
    }

    @Test
    void sparse_adam_leaves_rows_without_a_gradient_untouched_with_their_moments() {
        for (Precision precision : Precision.values()) {
            Tensor w = Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}).to(precision);
            Tensor m = Tensor.of(new double[][] {{0.1, 0.2}, {0.3, 0.4}, {0.5, 0.6}})
                    .to(precision);
            Tensor v = m.times(m);
            Tensor[] before = {w.copy(), m.copy(), v.copy()};
            Tensor g = Tensor.of(new double[][] {{0, 0}, {0, 1}, {0, 0}}).to(precision);

            new SparseAdam().update(w, g, List.of(m, v), 0.1, 7);

            List<Tensor> after = List.of(w, m, v);
            for (int i = 0; i < 3; i++) {
                double[] now = after.get(i).toDoubles();
                double[] then = before[i].toDoubles();
                assertThat(new double[] {now[0], now[1], now[4], now[5]})
                        .containsExactly(then[0], then[1], then[4], then[5]);
                assertThat(now[2]).as("a 0 within a row counts").isNotEqualTo(then[2]);
                assertThat(now[3]).isNotEqualTo(then[3]);
            }
        }
    }
}
