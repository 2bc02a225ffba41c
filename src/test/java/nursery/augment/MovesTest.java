package nursery.augment;

import static nursery.Nursery.colorJitter;
import static nursery.Nursery.crop;
import static nursery.Nursery.flip;
import static nursery.Nursery.lens;
import static nursery.Nursery.rotate;
import static nursery.Nursery.scale;
import static nursery.Nursery.shear;
import static nursery.Nursery.stretch;
import static nursery.Nursery.translate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What moves pixels and keeps labels. */
class MovesTest {
    private static final Shape ROW = Shape.of(3, 6, 8);

    private static Augmented apply(Augmentation augmentation, int rows) {
        return Augmented.of(augmentation, ROW, rows, 4, i -> Math.cos(0.3 * i) + 2);
    }

    @Test
    void a_flip_mirrors_every_line() {
        Augmented a = apply(new RandomFlip(1), 5);

        for (int line = 0; line < 5 * 3 * 6; line++) {
            for (int j = 0; j < 8; j++) {
                assertThat(a.x().get(line * 8 + j)).isEqualTo(a.before().get(line * 8 + 7 - j));
            }
        }
    }

    @Test
    void two_flips_are_none_whether_they_join_or_not() {
        Augmentation flip = new RandomFlip(1);
        Augmented joined = apply(flip.then(flip), 5);
        Augmented apart = apply(new Compose(flip, flip), 5);

        assertThat(joined.x().toDoubles()).containsExactly(joined.before().toDoubles());
        assertThat(apart.x().toDoubles()).containsExactly(apart.before().toDoubles());
    }

    @Test
    void half_of_the_images_are_flipped() {
        Augmented a = apply(flip(), 2000);
        int flipped = 0;
        for (int row = 0; row < 2000; row++) {
            flipped += a.x().get(row, 0) == a.before().get(row, 0) ? 0 : 1;
        }

        assertThat(flipped).isBetween(1000 - 90, 1000 + 90); // four deviations
    }

    @Test
    void a_crop_moves_by_whole_pixels_and_takes_every_window() {
        Augmented a = apply(crop(2), 1000);
        Set<Integer> moves = new HashSet<>();
        for (int row = 0; row < 1000; row++) {
            moves.add(moveOf(a, row));
        }

        assertThat(moves).hasSize(25).doesNotContain(-1);
    }

    /** Which of the 25 windows of padding 2 row {@code row} is; -1 for none. */
    private static int moveOf(Augmented a, int row) {
        for (int move = 0; move < 25; move++) {
            if (isMoved(a, row, move % 5 - 2, move / 5 - 2)) {
                return move;
            }
        }
        return -1;
    }

    private static boolean isMoved(Augmented a, int row, int right, int down) {
        for (int at = 0; at < ROW.size(); at++) {
            int i = at / 8 % 6 - down;
            int j = at % 8 - right;
            boolean inside = i >= 0 && i < 6 && j >= 0 && j < 8;
            double expected = inside ? a.before().get(row, at - 8 * down - right) : 0;
            if (a.x().get(row, at) != expected) {
                return false;
            }
        }
        return true;
    }

    static Stream<Augmentation> moves() {
        return Stream.of(
                flip(), crop(2), scale(0.7, 1.4), stretch(0.7, 1.4), translate(2.5), rotate(30), shear(20), lens(0.3));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void labels_and_the_shape_stay_and_no_new_colors_appear(Augmentation move) {
        Augmented a = apply(move, 40);

        assertThat(a.t().toDoubles()).containsExactly(a.labels().toDoubles());
        assertThat(a.x().toDoubles()).isNotEqualTo(a.before().toDoubles());
        for (double pixel : a.x().toDoubles()) {
            assertThat(pixel).isBetween(0.0, 3.0 + 1e-6); // pixels are 1 to 3, around them is 0
        }
    }

    @ParameterizedTest
    @MethodSource("moves")
    void rows_draw_for_themselves(Augmentation move) {
        Augmented a = Augmented.of(move, ROW, 40, 4, i -> Math.cos(0.3 * (i % ROW.size()))); // 40 times the same image
        Set<Double> sums = new HashSet<>();
        for (int row = 0; row < 40; row++) {
            sums.add(a.x().rows(row, row + 1).dot(ramp()));
        }

        assertThat(sums).hasSizeGreaterThan(1);
    }

    private static Tensor ramp() {
        Tensor ramp = Tensor.of(new float[ROW.size()], ROW.batch(1));
        for (int i = 0; i < ROW.size(); i++) {
            ramp.set(i, i);
        }
        return ramp;
    }

    @Test
    void a_lambda_among_others_has_no_address_in_its_name() {
        Augmentation nothing = batch -> {};

        assertThat(nothing.then(flip())).hasToString("augmentation.then(flip())");
        assertThat(crop(2).then(nothing)).hasToString("crop(2).then(augmentation)");
    }

    @Test
    void moves_that_are_joined_draw_as_they_do_apart() {
        Augmentation joined = flip().then(crop(2)).then(flip());
        Augmentation apart = new Compose(new Compose(flip(), crop(2)), flip());

        assertThat(joined).isInstanceOf(Moves.class);
        assertThat(apply(joined, 30).x().toDoubles())
                .containsExactly(apply(apart, 30).x().toDoubles());
    }

    @Test
    void joined_moves_do_not_lose_what_passes_beyond_the_border() {
        Augmentation away = shift(7);
        Augmented apart = apply(new Compose(away, shift(-7)), 3);
        Augmented joined = apply(away.then(shift(-7)), 3);

        assertThat(joined.x().toDoubles()).containsExactly(joined.before().toDoubles());
        assertThat(apart.x().toDoubles()).isNotEqualTo(apart.before().toDoubles());
    }

    private record Shift(int pixels) implements Moving {
        @Override
        public void move(Warp warp, RandomGenerator random) {
            warp.translate(pixels, 0);
        }
    }

    private static Augmentation shift(int pixels) {
        return new Shift(pixels);
    }

    @Test
    void a_lens_stays_apart_from_moves() {
        Augmentation both = rotate(10).then(lens(0.1)).then(shear(5)).then(flip());

        assertThat(both)
                .isEqualTo(new Compose(
                        rotate(10), new Compose(lens(0.1), new Moves(new RandomShear(5), new RandomFlip(0.5)))));
        assertThat(both).hasToString("rotate(10.0).then(lens(0.1).then(shear(5.0).then(flip())))");
    }

    @Test
    void color_jitter_keeps_the_picture_and_changes_mean_and_spread_within_their_limits() {
        Augmented a = apply(colorJitter(0.3, 0.5), 500);
        double least = 1;
        double most = 1;
        for (int row = 0; row < 500; row++) {
            Tensor before = a.before().rows(row, row + 1);
            Tensor after = a.x().rows(row, row + 1);
            double shift = after.mean() - before.mean();
            double factor = (after.get(0) - after.get(9)) / (before.get(0) - before.get(9));
            assertThat(shift).isBetween(-0.3 - 1e-6, 0.3 + 1e-6);
            assertThat(after.get(20) - after.mean()).isCloseTo(factor * (before.get(20) - before.mean()), within(1e-4));
            least = Math.min(least, factor);
            most = Math.max(most, factor);
        }
        assertThat(least).isBetween(0.4999, 0.52);
        assertThat(most).isBetween(1.48, 1.5001);
        assertThat(a.t().toDoubles()).containsExactly(a.labels().toDoubles());
    }

    @Test
    void one_pixel_and_one_line_can_be_moved() {
        for (Shape row : new Shape[] {Shape.of(1, 1, 1), Shape.of(1, 1, 5)}) {
            Augmented a = Augmented.of(flip().then(rotate(0)).then(lens(0.3)), row, 4, 2, i -> i + 1);
            assertThat(a.x().allFinite()).isTrue();
        }
    }
}
