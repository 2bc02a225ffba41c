package nursery.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TensorTest {
    private static final double[][] A = {{1, 2, 3}, {4, 5, 6}};
    private static final double[][] B = {{1, -1}, {0, 2}, {3, 1}};

    @ParameterizedTest
    @EnumSource
    void products_of_small_matrices_by_hand(Precision precision) {
        Tensor a = Tensor.of(A).to(precision);
        Tensor b = Tensor.of(B).to(precision);

        assertThat(a.matmul(b).toDoubles()).containsExactly(10, 6, 22, 12);
        assertThat(a.transposeMatmul(a).toDoubles()).containsExactly(17, 22, 27, 22, 29, 36, 27, 36, 45);
        assertThat(a.matmulTranspose(a).toDoubles()).containsExactly(14, 32, 32, 77);
        assertThat(a.affine(b, Tensor.of(new double[] {100, 200}, Shape.of(2)).to(precision))
                        .toDoubles())
                .containsExactly(110, 206, 122, 212);
    }

    @ParameterizedTest
    @EnumSource
    void a_row_is_repeated_over_a_batch(Precision precision) {
        Tensor a = Tensor.of(A).to(precision);
        Tensor row = Tensor.of(new double[] {10, 20, 30}, Shape.of(3)).to(precision);

        assertThat(a.plus(row).toDoubles()).containsExactly(11, 22, 33, 14, 25, 36);
        assertThat(a.minus(row).toDoubles()).containsExactly(-9, -18, -27, -6, -15, -24);
        assertThat(a.times(row).toDoubles()).containsExactly(10, 40, 90, 40, 100, 180);
        assertThat(row.dividedBy(Tensor.of(new double[] {2, 4, 5}, Shape.of(3)).to(precision))
                        .toDoubles())
                .containsExactly(5, 5, 6);
        assertThat(a.sumRows().toDoubles()).containsExactly(5, 7, 9);
        assertThat(a.sum()).isEqualTo(21);
        assertThat(a.norm()).isEqualTo(Math.sqrt(91));
    }

    @ParameterizedTest
    @EnumSource
    void views_share_memory_and_copies_do_not(Precision precision) {
        Tensor a = Tensor.of(A).to(precision);
        Tensor view = a.rows(1, 2);
        Tensor copy = a.copy();

        view.set(0, 99);

        assertThat(a.get(1, 0)).isEqualTo(99);
        assertThat(copy.get(1, 0)).isEqualTo(4);
        assertThat(view.matmul(Tensor.of(B).to(precision)).toDoubles()).containsExactly(117, -83);
        assertThat(a.reshape(Shape.of(3, 2)).get(2, 1)).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void numbers_go_out_of_a_view_and_back(Precision precision) {
        Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 0.1}}).to(precision);
        double[] numbers = {9, 9, 9};

        x.rows(1, 2).copyTo(numbers);
        assertThat(numbers).containsExactly(3, 4, 9);

        x.rows(2, 3).assign(new double[] {1 / 3.0, 7, 8});
        double third = precision == Precision.FLOAT32 ? 1 / 3f : 1 / 3.0;
        assertThat(x.toDoubles()).containsExactly(1, 2, 3, 4, third, 7);
    }

    @Test
    void matrices_of_ejml_go_in_and_out() {
        DMatrixRMaj matrix = new DMatrixRMaj(A);

        assertThat(Tensor.of(matrix).toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(Tensor.of(A).toMatrix().get(1, 2)).isEqualTo(6);
    }

    @Test
    void shapes_that_do_not_fit_are_named() {
        Tensor a = Tensor.of(A);
        assertThatThrownBy(() -> a.matmul(a))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("received [2, 3] and [2, 3]");
        assertThatThrownBy(() -> a.plus(Tensor.of(B))).hasMessageContaining("received [3, 2]");
        assertThatThrownBy(() -> a.reshape(Shape.of(4))).hasMessage("expected 4 numbers for shape [4], received 6");
        assertThatThrownBy(() -> a.rows(1, 3)).hasMessage("expected rows within 0 to 2, received 1 to 3");
        assertThatThrownBy(() -> Tensor.of(new double[][] {{1, 2}, {3}}))
                .hasMessage("expected 2 numbers in every row, received 1 in row 1; make all rows equally long");
        assertThatThrownBy(() -> a.affine(Tensor.of(B), Tensor.of(new double[3], Shape.of(3))))
                .hasMessageContaining("expected a bias of 2 numbers");
    }

    @Test
    void precisions_never_mix() {
        assertThatThrownBy(() -> Tensor.of(A).plus(Tensor.of(A).to(Precision.FLOAT32)))
                .hasMessageContaining("expected both tensors in FLOAT64, received FLOAT32");
    }

    @ParameterizedTest
    @EnumSource
    void softmax_of_huge_scores_stays_finite(Precision precision) {
        Tensor z = Tensor.of(new double[][] {{1000, 1000, -1000}}).to(precision);

        assertThat(z.softmax().toDoubles()).containsExactly(0.5, 0.5, 0);
    }

    @Test
    void text_shows_shape_precision_and_the_first_numbers() {
        assertThat(Tensor.of(new float[] {0.1f, 2}, Shape.of(2))).hasToString("Tensor[2] float32 (0.1, 2.0)");
        assertThat(Tensor.zeros(Shape.of(7), Precision.FLOAT64))
                .hasToString("Tensor[7] float64 (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, ...)");
    }

    @Test
    void the_deviation_divides_by_the_number_of_elements() {
        Tensor x = Tensor.of(new double[] {1, 2, 3, 4, 5, 6}, Shape.of(2, 3));

        assertThat(x.std()).isCloseTo(Math.sqrt(35.0 / 12), within(1e-6));
        assertThat(Tensor.of(new double[] {7, 7}, Shape.of(2)).std()).isZero();
    }
}
