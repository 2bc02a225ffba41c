package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Split;
import nursery.training.History;
import org.junit.jupiter.api.Test;

/** A training beside its healthy twin. */
class ComparisonTest {
    private static final Split BLOBS =
            TestData.blobs(3, 4, 200, 3).split(0.7, 0.15, 0.15).standardize();
    private static final Net NET = Net.input(4).dense(30).relu().dense(3).softmax();
    private static final Trainer TRAINER = Trainer.sgd(0.1).epochs(8);
    private static final History HEALTHY = TRAINER.fit(NET, BLOBS);

    @Test
    void a_rate_that_differs_shows_in_the_settings_and_the_losses() {
        Comparison c = Diagnosis.compare(HEALTHY, TRAINER.learningRate(1e-6).fit(NET, BLOBS));

        assertThat(c.settings()).containsExactly(new Comparison.Setting("learning rate", "0.1", "1.0E-6"));
        assertThat(c.firstDifference().getAsInt()).isBetween(2, 10);
        assertThat(c.toString())
                .contains("learning rate: 0.1, faulty: ")
                .contains("The losses are more than 5 % apart from step "
                        + c.firstDifference().getAsInt())
                .contains("Healthy: nothing wrong found")
                .contains("Faulty: learning rate too low");
        assertThat(c.table().columnNames()).containsExactly("setting", "healthy", "faulty");
        assertThat(c.plot().panels()).hasSize(1);
    }

    @Test
    void the_same_training_twice_is_alike() {
        Comparison c = Diagnosis.compare(HEALTHY, TRAINER.fit(NET, BLOBS));

        assertThat(c.settings()).isEmpty();
        assertThat(c.firstDifference()).isEmpty();
        assertThat(c.toString()).startsWith("The settings are alike.").contains("The losses are alike.");
    }

    @Test
    void layers_penalty_and_data_differ_by_their_names() {
        Split other = TestData.blobs(3, 4, 100, 5).split(0.7, 0.15, 0.15);
        Net sigmoids = Net.input(4).dense(30).sigmoid().dense(3).softmax().l2(1e-3);

        assertThat(Diagnosis.compare(HEALTHY, TRAINER.fit(sigmoids, other)).settings())
                .extracting(Comparison.Setting::name)
                .containsExactly("layers", "penalty", "data");
    }

    @Test
    void a_loss_that_is_no_number_differs() {
        History lost = TRAINER.learningRate(1e30).fit(NET, BLOBS);

        assertThat(Diagnosis.compare(HEALTHY, lost).firstDifference()).isPresent();
    }
}
