package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Speed-ups by hand-made curves; of 4 steps the last one is the end. */
class ExperimentTest {
    private static final double[] SLOW = {1, 0.875, 0.75, 0.625, 0.5, 0.375, 0.25, 0.125};

    private static Experiment experiment(double[] asItWas, double... changed) {
        return Experiment.restarted("a change", 4, asItWas, changed, Double.NaN);
    }

    @Test
    void the_steps_that_the_training_needed_over_those_of_the_change() {
        Experiment e = experiment(SLOW, 0.75, 0.5, 0.375, 0.25);

        assertThat(e.end()).isEqualTo(0.25);
        assertThat(e.before()).isEqualTo(0.625);
        assertThat(e.speedup()).isEqualTo(7 / 4.0);
        assertThat(e.helps(1.75)).isTrue();
        assertThat(e.helps(2)).isFalse();
        assertThat(e.toString())
                .startsWith(
                        "a change learns 1.8 times as fast in 4 steps (loss 0.25 against 0.625 then and 0.188 in the end, of");
    }

    @Test
    void a_loss_that_the_training_never_reached_counts_as_reached_after_its_end() {
        assertThat(experiment(SLOW, 0.5, 0.25, 0.125, 0).speedup()).isEqualTo(9 / 4.0);
    }

    @Test
    void a_change_for_the_worse_is_slower() {
        Experiment e = experiment(SLOW, 1, 1, 1, 0.875);

        assertThat(e.speedup()).isEqualTo(2 / 4.0);
        assertThat(e.helps(0.1)).isFalse();
    }

    @Test
    void a_change_that_ends_in_no_number_helps_nobody() {
        for (double end : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            Experiment e = experiment(SLOW, 0.5, 0.25, 0.125, end);

            assertThat(e.speedup()).isZero();
            assertThat(e.helps(0)).isFalse();
        }
        assertThat(experiment(SLOW, 0.5, Double.NaN).speedup()).as("broken off").isZero();
    }

    @Test
    void a_training_that_became_no_number_counts_with_all_its_steps() {
        double[] lost = SLOW.clone();
        lost[2] = Double.NaN;

        assertThat(experiment(lost, 0.75, 0.5, 0.375, 0.25).speedup()).isEqualTo(8 / 4.0);
    }

    @Test
    void a_training_that_was_broken_off_has_no_loss_at_that_step() {
        Experiment e = experiment(new double[] {1, Double.NaN}, 0.75, 0.5, 0.375, 0.25);

        assertThat(e.before()).isInfinite();
        assertThat(e.speedup()).isEqualTo(2 / 4.0);
    }

    @Test
    void a_training_of_few_steps_is_beaten_by_getting_below_its_end_in_any_number_of_times() {
        Experiment better = experiment(SLOW, 0.5, 0.25, 0.125, 0);

        assertThat(better.speedup()).isLessThan(6);
        assertThat(better.helps(6)).as("2 times the steps are all there were").isTrue();
        assertThat(experiment(SLOW, 0.75, 0.5, 0.375, 0.25).helps(6)).isFalse();
    }

    @Test
    void the_end_is_the_last_quarter_of_the_whole_training() {
        assertThat(experiment(SLOW, 0.5, 0.25, 0.125, 0).beatsTheEnd()).isTrue();
        assertThat(experiment(SLOW, 0.5, 0.25, 0.125, 0.1875).beatsTheEnd()).isFalse();
        double[] lost = {0.5, 0.25, 0.125, 0.0625, 3, 3, 3, 3};
        assertThat(experiment(lost, 1, 1, 0.75, 0.5).beatsTheEnd())
                .as("better at first, worse in the end")
                .isTrue();
        assertThat(experiment(lost, 1.5, 1.5, 1.5, 1.5).beatsTheEnd())
                .as("no better than a net that learned nothing")
                .isFalse();
    }

    @Test
    void what_goes_on_from_the_trained_model_stands_beside_the_last_steps() {
        Experiment on = Experiment.resumed(
                "the first rate", 4, new double[] {0.5, 0.5, 0.5, 0.5}, new double[] {0.5, 0.375, 0.25, 0.125}, 0.3);

        assertThat(on.resumed()).isTrue();
        assertThat(on.validationLoss()).isEqualTo(0.3);
        assertThat(on.toString())
                .startsWith("the first rate, trained on for 4 steps: 25 % of the loss before (0.125 against 0.5");
    }
}
