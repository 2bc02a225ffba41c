package nursery.augment;

import static nursery.Nursery.colorJitter;
import static nursery.Nursery.crop;
import static nursery.Nursery.cutMix;
import static nursery.Nursery.cutout;
import static nursery.Nursery.fiveCrop;
import static nursery.Nursery.flip;
import static nursery.Nursery.lens;
import static nursery.Nursery.mixup;
import static nursery.Nursery.noise;
import static nursery.Nursery.rotate;
import static nursery.Nursery.scale;
import static nursery.Nursery.shear;
import static nursery.Nursery.stretch;
import static nursery.Nursery.tenCrop;
import static nursery.Nursery.translate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import nursery.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be gets one sentence, at the moment it is written or when the data is known. */
class AugmentationArgumentsTest {

    static Stream<DoubleFunction<Object>> takingNumbers() {
        return Stream.of(
                RandomFlip::new,
                a -> scale(a, 1),
                a -> scale(1, a),
                a -> stretch(a, 1),
                a -> translate(a),
                a -> rotate(a),
                a -> shear(a),
                a -> lens(a),
                a -> colorJitter(a, 0),
                a -> colorJitter(0, a),
                a -> noise(a),
                a -> mixup(a),
                a -> cutMix(a),
                a -> crop(Double.isNaN(a) ? -1 : (int) a),
                a -> fiveCrop(Double.isNaN(a) ? -1 : (int) a),
                a -> tenCrop(Double.isNaN(a) ? -1 : (int) a),
                a -> cutout(Double.isNaN(a) ? 0 : (int) a));
    }

    @ParameterizedTest
    @MethodSource("takingNumbers")
    void nan_infinity_and_negative_numbers_are_refused_in_one_sentence(DoubleFunction<Object> make) {
        for (double bad : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> make.apply(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("\\w+\\(.+\\): expected .+, received .+; .+ usual")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void the_sentence_names_what_came_and_what_is_usual() {
        assertThatThrownBy(() -> rotate(Double.NaN))
                .hasMessage("rotate(degrees): expected degrees from 0 to 180, received NaN; 10 is usual");
        assertThatThrownBy(() -> scale(1.2, 0.8))
                .hasMessage(
                        "scale(least, most): expected factors from 0.1 to 10, the smaller one first, received 1.2 and"
                                + " 0.8; 0.8 and 1.2 are usual");
        assertThatThrownBy(() -> mixup(0))
                .hasMessage("mixup(alpha): expected alpha from 0.01 to 100, received 0; 0.2 is usual");
    }

    static Stream<Augmentation> forImages() {
        return Stream.of(
                flip(),
                crop(1),
                scale(0.8, 1.2),
                stretch(0.8, 1.2),
                translate(1),
                rotate(10),
                shear(10),
                lens(0.1),
                colorJitter(0.2, 0.2),
                cutout(2),
                cutMix(1),
                noise(0.1).then(flip()),
                flip().then(crop(1)));
    }

    @ParameterizedTest
    @MethodSource("forImages")
    void rows_that_are_no_images_are_refused(Augmentation augmentation) {
        augmentation.check(Shape.of(1, 8, 8));

        assertThatThrownBy(() -> augmentation.check(Shape.of(30)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(": expected images [channels, height, width], received rows of [30];");
    }

    @Test
    void noise_and_mixup_take_any_rows() {
        assertThatCode(() -> noise(0.1).then(mixup(0.2)).check(Shape.of(30))).doesNotThrowAnyException();
    }

    @Test
    void sizes_beyond_the_image_are_refused() {
        Shape image = Shape.of(3, 6, 8);
        crop(5).check(image);
        translate(5).check(image);
        cutout(6).check(image);

        assertThatThrownBy(() -> crop(6).check(image))
                .hasMessage(
                        "crop(6): expected a padding of at most 5 for images of 6 x 8, received 6; choose a smaller one");
        assertThatThrownBy(() -> flip().then(translate(5.5)).check(image))
                .hasMessageContaining("a distance of at most 5");
        assertThatThrownBy(() -> noise(1).then(cutout(7)).check(image)).hasMessageContaining("a size of at most 6");
    }

    @Test
    void each_prints_what_is_typed() {
        assertThat(flip()).hasToString("flip()");
        assertThat(new RandomFlip(0.3)).hasToString("flip(0.3)");
        assertThat(crop(4).then(cutout(8))).hasToString("crop(4).then(cutout(8))");
        assertThat(scale(0.8, 1.2)).hasToString("scale(0.8, 1.2)");
        assertThat(stretch(0.8, 1.2)).hasToString("stretch(0.8, 1.2)");
        assertThat(translate(2)).hasToString("translate(2.0)");
        assertThat(colorJitter(0.2, 0.1)).hasToString("colorJitter(0.2, 0.1)");
        assertThat(noise(0.1).then(mixup(0.2)).then(cutMix(1)))
                .hasToString("noise(0.1).then(mixup(0.2).then(cutMix(1.0)))");
        assertThat(fiveCrop(4)).hasToString("fiveCrop(4)");
        assertThat(tenCrop(4)).hasToString("tenCrop(4)");
        assertThat(new Unchanged()).hasToString("none");
        assertThat(new Unchanged().then(flip())).isEqualTo(flip());
    }
}
