package nursery.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import nursery.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rate before each epoch against the numbers of src/test/python/schedules_reference.py. */
class SchedulesMatchPyTorchTest {
    private static final Reference REFERENCE = Reference.read("schedules_reference.txt");
    private static final int EPOCHS = 12;

    static Stream<Arguments> schedules() {
        return Stream.of(
                arguments("constantRate", new ConstantRate()),
                arguments("decay", new StepDecay(0.95, 1)),
                arguments("stepDecay", new StepDecay(0.5, 5)),
                arguments("exponentialDecay", new ExponentialDecay(0.3)),
                arguments("inverseTimeDecay", new InverseTimeDecay(0.4)),
                arguments("cosine", new Cosine()),
                arguments("cosine_end", new Cosine(0.2)),
                arguments("oneCycle", new OneCycle(4.0 / EPOCHS, 1.0 / 25, 1.0 / 250_000)),
                arguments("warmUp", new WarmUp(4, 0.25, new Cosine())),
                arguments("until", new StepDecay(0.5, 2).until(5, new ExponentialDecay(0.3))),
                arguments("reduceOnPlateau", new ReduceOnPlateau(0.1, 1, 1e-4)));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void the_rates_are_the_same(String name, Schedule schedule) {
        double[] expected = REFERENCE.get(name);
        Schedule now = schedule;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            assertThat(now.rate(0.1, epoch, EPOCHS))
                    .as("epoch %d", epoch)
                    .isCloseTo(expected[epoch], withinPercentage(1e-8));
            now = now.afterEpoch(REFERENCE.get("losses")[epoch]);
        }
        assertThat(schedule.rate(0.1, 0, EPOCHS))
                .as("the schedule itself stays as it was")
                .isCloseTo(expected[0], withinPercentage(1e-8));
    }

    @Test
    void a_warm_up_and_a_sequence_hand_the_loss_on() {
        Schedule plateau = new ReduceOnPlateau(0.5, 0, 0);
        Schedule warm = plateau.warmUp(1).afterEpoch(1).afterEpoch(1);
        Schedule late = new ConstantRate().until(1, plateau).afterEpoch(1).afterEpoch(1);

        assertThat(warm.rate(1, 2, 10)).isEqualTo(0.5);
        assertThat(late.rate(1, 2, 10)).isEqualTo(0.5);
    }

    @Test
    void a_loss_that_is_no_number_is_no_better() {
        assertThat(new ReduceOnPlateau(0.5, 0, 0).afterEpoch(Double.NaN).rate(1, 1, 10))
                .isEqualTo(0.5);
    }

    @Test
    void rates_between_epochs() {
        assertThat(new WarmUp(4, 0, new ConstantRate()).rate(1, 0.5, 12)).isEqualTo(0.125);
        assertThat(new StepDecay(0.5, 2).rate(1, 3.99, 12)).isEqualTo(0.5);
        assertThat(new InverseTimeDecay(1).rate(1, 0.5, 12)).isEqualTo(1 / 1.5);
        assertThat(new Cosine().rate(1, 13, 12)).isCloseTo(0, org.assertj.core.api.Assertions.within(1e-30));
    }
}
