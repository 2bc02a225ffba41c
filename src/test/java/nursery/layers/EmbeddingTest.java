package nursery.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nursery.tensor.Precision;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingTest {
    private final LayerRun run = new LayerRun(new Embedding(10, 4), Precision.FLOAT32, 2);

    @Test
    void the_gradient_is_zero_in_the_rows_of_words_that_do_not_occur() {
        for (double[] x : new double[][] {{3, 3, 9, 0}, {1, 2, 2, 2}}) { // the second step forgets the first
            Tensor y = run.forward(x, true);
            run.backward(y, y.toDoubles());
            Tensor gradient = run.gradient("W");
            for (int word = 0; word < 10; word++) {
                boolean used = false;
                for (double index : x) {
                    used |= index == word;
                }
                assertThat(gradient.rows(word, word + 1).norm() > 0)
                        .as("word %d", word)
                        .isEqualTo(used);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, -1, 0.5, Double.NaN, 1e30})
    void an_index_outside_of_the_table_is_refused(double index) {
        assertThatThrownBy(() -> run.forward(new double[] {0, 1, 2, index}, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("embedding(10, 4): expected whole numbers from 0 to 9, received ")
                .hasMessageContaining("in row 1, column 1");
    }
}
