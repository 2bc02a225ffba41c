package nursery.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import nursery.Reference;
import nursery.tensor.Arena;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are from src/test/python/rbm_reference.py, which makes the same draws. */
class RbmMatchesScikitLearnTest {
    private static final int ROWS = 6;
    private static final int VISIBLE = 5;
    private static final int HIDDEN = 4;
    private static final int STEPS = 5;
    private static final double RATE = 0.3;

    private final Reference reference = Reference.read("rbm_reference.txt");
    private final Tensor batches = Tensor.of(reference.get("batches"), Shape.of(STEPS * ROWS, VISIBLE));
    private final Rbm rbm = new Rbm(
            Tensor.of(reference.get("start.W"), Shape.of(VISIBLE, HIDDEN)),
            Tensor.of(reference.get("start.b"), Shape.of(VISIBLE)),
            Tensor.of(reference.get("start.c"), Shape.of(HIDDEN)));

    @ParameterizedTest
    @CsvSource({"cd1, 1, 0", "cd3, 3, 0", "persistent, 1, 6"})
    void five_steps_with_the_same_draws_give_the_same_weights(String name, int turns, int chains) {
        AtomicLong seeds = new AtomicLong();
        Arena arena = Arena.of(Precision.FLOAT64);
        var steps = new ContrastiveDivergence(rbm, turns, chains, RATE, arena, seeds::incrementAndGet);

        for (int i = 0; i < STEPS; i++) {
            arena.reset();
            steps.step(batches.rows(i * ROWS, (i + 1) * ROWS).in(arena));
        }

        assertSame(rbm.weights().toDoubles(), name + ".W");
        assertSame(rbm.visibleBias().toDoubles(), name + ".b");
        assertSame(rbm.hiddenBias().toDoubles(), name + ".c");
    }

    @Test
    void hidden_probabilities_and_free_energy_are_the_same() {
        Tensor batch = batches.rows(0, ROWS);

        assertSame(rbm.encode(batch).toDoubles(), "encoded");
        assertSame(rbm.freeEnergy(batch), "free_energy");
    }

    private void assertSame(double[] received, String name) {
        double[] expected = reference.get(name);
        assertThat(received).as(name).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(received[i])
                    .as(name + " " + i + " of " + Arrays.toString(received))
                    .isCloseTo(expected[i], within(1e-12));
        }
    }
}
