package nursery.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.function.Consumer;
import java.util.stream.Stream;
import nursery.Reference;
import nursery.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every move, and moves in a row, against scipy.ndimage. */
class WarpMatchesSciPyTest {
    private static final Reference SCIPY = Reference.read("augmentation_reference.txt");
    private static final Shape IMAGE = Shape.of(2, 5, 7);
    private static final double TURN = Math.toRadians(25);

    static Stream<Arguments> moves() {
        return Stream.of(
                move("translate", w -> w.translate(1.25, -0.5)),
                move("scale", w -> w.scale(1.3, 1.3)),
                move("stretch", w -> w.scale(0.8, 1.5)),
                move("flip", w -> w.scale(-1, 1)),
                move("rotate", w -> w.rotate(TURN)),
                move("shear", w -> w.shear(0.4)),
                move("rotate_translate", w -> {
                    w.rotate(TURN);
                    w.translate(1.25, -0.5);
                }),
                move("translate_rotate", w -> {
                    w.translate(1.25, -0.5);
                    w.rotate(TURN);
                }),
                move("all", w -> {
                    w.translate(1.25, -0.5);
                    w.scale(-1, 1);
                    w.rotate(TURN);
                    w.scale(0.8, 1.5);
                    w.shear(0.4);
                }),
                move("barrel", w -> w.lens(0.3)),
                move("pincushion", w -> w.lens(-0.3)));
    }

    private static Arguments move(String name, Consumer<Warp> move) {
        return Arguments.of(name, move);
    }

    @ParameterizedTest
    @MethodSource("moves")
    void pixels_are_those_of_scipy(String name, Consumer<Warp> move) {
        Warp warp = new Warp();
        move.accept(warp);
        float[] out = new float[IMAGE.size()];
        warp.sample(image(), out, 0, IMAGE);

        double[] expected = SCIPY.get(name);
        for (int i = 0; i < out.length; i++) {
            assertThat((double) out[i]).as("pixel %d", i).isCloseTo(expected[i], offset(2e-6));
        }
    }

    @Test
    void nothing_moved_gives_the_same_bits() {
        float[] out = new float[IMAGE.size()];
        new Warp().sample(image(), out, 0, IMAGE);

        assertThat(out).containsExactly(image());
    }

    @Test
    void a_picture_moved_out_of_sight_is_0() {
        Warp warp = new Warp();
        warp.translate(7, 0);
        float[] out = image();
        warp.sample(image(), out, 0, IMAGE);

        assertThat(out).containsOnly(0f);
    }

    private static float[] image() {
        float[] image = new float[IMAGE.size()];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) Math.sin(i * 0.7);
        }
        return image;
    }
}
