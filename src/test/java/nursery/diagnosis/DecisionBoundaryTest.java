package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nursery.Data;
import nursery.Ensemble;
import nursery.Model;
import nursery.Net;
import nursery.TestData;
import nursery.data.Dataset;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DecisionBoundaryTest {
    private final Dataset corners =
            Data.of(new double[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}}, new int[] {0, 1, 0, 0}, "left", "right");

    /** Decides by x alone: right of one half. */
    private static Model byX() {
        Model model = Net.input(2).dense(2).softmax().init(1);
        Tensor w = model.parameter("dense1.W"); // [2, 2]
        w.fill(0);
        w.set(1, 10);
        model.parameter("dense1.b").set(1, -5);
        return model;
    }

    @Test
    void the_table_says_what_is_decided_for_each_row() {
        DecisionBoundary boundary = DecisionBoundary.of(byX(), corners);

        assertThat(boundary.table().stringColumn("class").asList()).containsExactly("left", "right", "left", "left");
        assertThat(boundary.table().stringColumn("predicted").asList())
                .containsExactly("left", "right", "left", "right");
        assertThat(boundary).hasToString("Decision boundary: accuracy: these rows 0.75");
        assertThat(boundary.titled("under")).hasToString("under: accuracy: these rows 0.75");
    }

    @Test
    void the_picture_has_regions_rows_and_accuracy() {
        String text = DecisionBoundary.of(byX(), corners).plot().toString();

        assertThat(text).contains("120 x 120 cells", "left", "right", "accuracy: these rows 0.75.");
    }

    @Test
    void one_output_an_ensemble_and_the_parts_of_a_split_are_fine() {
        Model single = Net.input(2).dense(1).sigmoid().init(1);
        single.parameter("dense1.W").fill(10);
        single.parameter("dense1.b").fill(-15); // right only where x + y > 1.5

        assertThat(DecisionBoundary.of(single, corners)
                        .table()
                        .stringColumn("predicted")
                        .asList())
                .containsExactly("left", "left", "left", "right");
        assertThat(DecisionBoundary.of(
                                Ensemble.of(byX()), Data.moons(40, 0.1, 1).split(0.5, 0.25, 0.25))
                        .remark())
                .matches("accuracy: train [0-9.]+, validation [0-9.]+, test [0-9.]+");
    }

    @Test
    void other_rows_and_sick_models_are_refused() {
        Model sick = byX();
        sick.parameter("dense1.b").fill(Double.NaN);

        assertThatThrownBy(() -> DecisionBoundary.of(byX(), TestData.blobs(2, 4, 5, 1)))
                .hasMessageStartingWith("expected rows of 2 numbers");
        assertThatThrownBy(() ->
                        DecisionBoundary.of(Net.input(4).dense(2).softmax().init(1), TestData.blobs(2, 4, 5, 1)))
                .hasMessage(
                        "decision boundary: expected rows of two features with classes, received 10 rows of [4] with"
                                + " classes; try Data.moons(200, 0.2, 7)");
        assertThatThrownBy(() -> DecisionBoundary.of(sick, corners))
                .hasMessage("decision boundary: expected finite outputs, received NaN or infinity; the model's training"
                        + " diverged, lower its learning rate");
    }
}
