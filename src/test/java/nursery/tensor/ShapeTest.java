package nursery.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {

    @Test
    void size_is_the_product_of_the_dimensions() {
        assertThat(Shape.of(3, 32, 32).size()).isEqualTo(3072);
        assertThat(Shape.of().size()).isEqualTo(1);
        assertThat(Shape.of(0, 5).size()).isZero();
    }

    @Test
    void batch_and_row_are_inverse() {
        assertThat(Shape.of(28, 28).batch(7)).isEqualTo(Shape.of(7, 28, 28));
        assertThat(Shape.of(7, 28, 28).row()).isEqualTo(Shape.of(28, 28));
        assertThat(Shape.of(784)).hasToString("[784]");
    }

    @Test
    void a_product_that_overflows_is_refused_not_wrapped() {
        assertThatThrownBy(() -> Shape.of(65536, 65536))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("[65536, 65536] is too large");
        assertThatThrownBy(() -> Shape.of(1 << 30, 1 << 30, 1 << 4)).hasMessageContaining("too large");
        assertThatThrownBy(() -> Shape.of(2, -1)).hasMessageContaining("received [2, -1]");
    }

    @Test
    void the_dimensions_given_are_not_shared() {
        int[] dims = {2, 3};
        Shape shape = Shape.of(dims);

        dims[0] = 99;

        assertThat(shape.dim(0)).isEqualTo(2);
    }
}
