package nursery.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldsTest {

    /** Row i holds the number i; 50, 30 and 23 rows of three classes. */
    private static Dataset rows() {
        int[] labels =
                IntStream.range(0, 103).map(i -> i < 50 ? 0 : i < 80 ? 1 : 2).toArray();
        return Dataset.of(Tensor.of(IntStream.range(0, 103).asDoubleStream().toArray(), Shape.of(103, 1)), labels);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 7, 103})
    void every_row_validates_once_and_trains_in_all_other_folds(int k) {
        List<Split> folds = rows().folds(k, 231);

        assertThat(folds).hasSize(k);
        assertThat(folds.stream()
                        .flatMapToDouble(
                                f -> DoubleStream.of(f.validation().features().toDoubles())))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 103).mapToObj(i -> (double) i).toList());
        for (Split fold : folds) {
            assertThat(fold.train().rows() + fold.validation().rows()).isEqualTo(103);
            assertThat(fold.test().rows()).isZero();
            assertThat(DoubleStream.of(fold.train().features().toDoubles()).boxed())
                    .doesNotContainAnyElementsOf(
                            DoubleStream.of(fold.validation().features().toDoubles())
                                    .boxed()
                                    .toList());
        }
    }

    @Test
    void folds_differ_by_at_most_one_row_in_each_class_too() {
        for (Split fold : rows().folds(5, 7)) {
            assertThat(fold.validation().rows()).isBetween(20, 21);
            assertThat(fold.validation().classCounts()[0]).isEqualTo(10);
            assertThat(fold.validation().classCounts()[1]).isEqualTo(6);
            assertThat(fold.validation().classCounts()[2]).isBetween(4, 5);
        }
    }

    @Test
    void the_seed_decides() {
        double[] one = rows().folds(5, 1).get(0).validation().features().toDoubles();

        assertThat(rows().folds(5, 1).get(0).validation().features().toDoubles())
                .isEqualTo(one);
        assertThat(rows().folds(5, 2).get(0).validation().features().toDoubles())
                .isNotEqualTo(one);
    }

    @Test
    void a_number_of_folds_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> rows().folds(104, 0))
                .hasMessage("folds: expected a number from 2 to the 103 rows, received 104; 5 are usual");
        assertThatThrownBy(() -> rows().folds(1, 0)).hasMessageContaining("received 1");
    }
}
