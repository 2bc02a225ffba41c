package nursery.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArenaTest {
    private final Arena arena = Arena.of(Precision.FLOAT32);

    @Test
    void the_nth_tensor_of_a_step_is_the_nth_of_the_step_before() {
        Tensor first = arena.next(Shape.of(2, 3));
        Tensor second = arena.next(Shape.of(2, 3));
        arena.reset();

        assertThat(arena.next(Shape.of(2, 3))).isSameAs(first).isNotSameAs(second);
        assertThat(arena.next(2, 3)).isSameAs(second);
    }

    @Test
    void a_smaller_shape_uses_the_same_memory_and_both_are_remembered() {
        Tensor large = arena.next(Shape.of(4, 3));
        arena.reset();
        Tensor small = arena.next(Shape.of(2, 3));
        arena.reset();

        assertThat(small.floats).isSameAs(large.floats);
        assertThat(arena.next(Shape.of(4, 3))).isSameAs(large);
        arena.reset();
        assertThat(arena.next(Shape.of(2, 3))).isSameAs(small);
    }

    @Test
    void a_larger_shape_gets_memory_that_fits() {
        arena.next(Shape.of(2, 3));
        arena.reset();

        assertThat(arena.next(Shape.of(5, 3)).floats).hasSize(15);
    }

    @Test
    void results_of_operations_come_from_the_arena_of_either_operand() {
        Tensor x = arena.next(Shape.of(1, 2));
        x.fill(1);
        Tensor w = Tensor.of(new float[] {1, 2, 3, 4}, Shape.of(2, 2));
        Tensor y = x.matmul(w);
        arena.reset();
        arena.next(Shape.of(1, 2));

        assertThat(arena.next(Shape.of(1, 2))).isSameAs(y);
        assertThat(y.toDoubles()).containsExactly(4, 6);
        assertThat(y.copy().toDoubles()).containsExactly(4, 6);
    }
}
