package nursery.training;

import static nursery.Nursery.constantRate;
import static nursery.Nursery.cosine;
import static nursery.Nursery.decay;
import static org.assertj.core.api.Assertions.assertThat;

import nursery.Trainer;
import org.junit.jupiter.api.Test;

class LearningRatesTest {

    @Test
    void the_rates_of_a_trainer_over_its_epochs() {
        LearningRates rates = Trainer.sgd(0.2).epochs(4).schedule(decay(0.5)).rates();

        assertThat(rates.table().doubleColumn("learning_rate").asDoubleArray()).containsExactly(0.2, 0.1, 0.05, 0.025);
        assertThat(rates).hasToString("learning rate over 4 epochs\ndecay(0.5): 0.2, 0.05, 0.025");
        assertThat(rates.html()).contains("alt=\"Learning rate");
    }

    @Test
    void several_schedules_in_one_chart() {
        LearningRates rates = LearningRates.of(constantRate(), cosine().warmUp(3), (base, epoch, epochs) -> base / 2);

        assertThat(rates.plot().toString())
                .contains(
                        "constantRate(): 240 points, first 1, last 1",
                        "cosine().warmUp(3.0): 240 points, first 0",
                        "schedule: 240 points, first 0.5, last 0.5");
        assertThat(rates.table().rowCount()).isEqualTo(90);
    }
}
