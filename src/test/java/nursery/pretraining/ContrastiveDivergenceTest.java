package nursery.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import nursery.tensor.Arena;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("engine")
class ContrastiveDivergenceTest {
    private static final int[] DATA = {3, 3, 12, 5}; // states of 4 visible units
    private static final int CHAINS = 100_000;

    private final Rbm rbm = Enumeration.rbm(4, 3, 1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void its_mean_step_is_the_one_that_enumeration_expects(int turns) {
        double[] expected = expectedStep(turns);

        double[] mean = meanStep(turns, 0);

        // each number is a mean over 100,000 draws from 0 to 1, whose deviation is at most 0.5
        for (int i = 0; i < expected.length; i++) {
            assertThat(mean[i]).isCloseTo(expected[i], within(5 * 0.5 / Math.sqrt(CHAINS)));
        }
    }

    @Test
    void the_more_turns_the_nearer_to_the_exact_gradient() {
        rbm.weights().timesInPlace(3); // chains that forget slowly
        double[] exact = exactGradient();
        double[] distances = IntStream.of(1, 2, 5, 20)
                .mapToDouble(k -> distance(expectedStep(k), exact))
                .toArray();

        assertThat(distances[0]).isGreaterThan(0.05);
        for (int i = 1; i < distances.length; i++) {
            assertThat(distances[i]).isLessThan(distances[i - 1]);
        }
        assertThat(distances[3]).isLessThan(1e-8);
    }

    @Test
    void persistent_chains_come_to_the_exact_gradient_with_one_turn_a_step() {
        Arena arena = Arena.of(Precision.FLOAT64);
        Rbm moved = rbm.copy();
        // so small a rate that the machine stays the same while its chains run
        var steps = new ContrastiveDivergence(moved, 1, CHAINS, 1e-9, arena, seeds());
        for (int i = 0; i < 100; i++) {
            arena.reset();
            steps.step(rows(CHAINS).in(arena));
        }
        double[] before = moved.weights().toDoubles();
        arena.reset();
        steps.step(rows(CHAINS).in(arena));

        double[] gradient = difference(moved.weights().toDoubles(), before, 1e-9);
        assertThat(distance(gradient, exactGradient())).isLessThan(0.02);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "3, 0", "1, 10"})
    void a_warm_step_allocates_nothing(int turns, int chains) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Arena arena = Arena.of(Precision.FLOAT32);
        var steps = new ContrastiveDivergence(Rbm.of(20, 16, 1), turns, chains, 0.1, arena, seeds());
        Tensor batch = Tensor.zeros(Shape.of(10, 20), Precision.FLOAT32).in(arena);
        batch.fillUniform(Seed.of(1).generator(), 0, 1);
        int quiet = 0;
        for (int i = 0; i < 1_000_000 && quiet < 50; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            arena.reset();
            steps.step(batch);
            quiet = threads.getCurrentThreadAllocatedBytes() == before ? quiet + 1 : 0;
        }

        assertThat(quiet).isEqualTo(50);
    }

    /** ⟨v h⟩ of the data minus ⟨v h⟩ after k turns, by enumeration. */
    private double[] expectedStep(int turns) {
        double[] data = dataDistribution();
        double[] model = data;
        for (int i = 0; i < turns; i++) {
            model = Enumeration.turn(rbm, model);
        }
        return difference(Enumeration.products(rbm, data), Enumeration.products(rbm, model), 1);
    }

    /** d/dW of the mean log-likelihood of the data, by centered differences. */
    private double[] exactGradient() {
        double h = 1e-5;
        double[] gradient = new double[rbm.weights().size()];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (logLikelihood(i, h) - logLikelihood(i, -h)) / (2 * h);
        }
        return gradient;
    }

    private double logLikelihood(int weight, double change) {
        Rbm changed = rbm.copy();
        changed.weights().set(weight, changed.weights().get(weight) + change);
        double[] p = Enumeration.probabilities(changed);
        return IntStream.of(DATA).mapToDouble(v -> Math.log(p[v])).average().orElseThrow();
    }

    /** What one step of rate 1 on many copies of the data adds to the weights. */
    private double[] meanStep(int turns, int chains) {
        Arena arena = Arena.of(Precision.FLOAT64);
        Rbm moved = rbm.copy();
        new ContrastiveDivergence(moved, turns, chains, 1, arena, seeds())
                .step(rows(CHAINS).in(arena));
        return difference(moved.weights().toDoubles(), rbm.weights().toDoubles(), 1);
    }

    private static LongSupplier seeds() {
        SplittableRandom random = Seed.of(9).generator();
        return random::nextLong;
    }

    private static double[] dataDistribution() {
        double[] p = new double[16];
        IntStream.of(DATA).forEach(v -> p[v] += 1.0 / DATA.length);
        return p;
    }

    private static Tensor rows(int n) {
        Tensor rows = Tensor.zeros(Shape.of(n, 4), Precision.FLOAT64);
        for (int i = 0; i < rows.size(); i++) {
            rows.set(i, DATA[i / 4 % DATA.length] >> (i % 4) & 1);
        }
        return rows;
    }

    private static double[] difference(double[] a, double[] b, double scale) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (a[i] - b[i]) / scale)
                .toArray();
    }

    private static double distance(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> Math.abs(a[i] - b[i]))
                .max()
                .orElseThrow();
    }
}
