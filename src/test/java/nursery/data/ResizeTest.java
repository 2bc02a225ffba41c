package nursery.data;

import static nursery.data.Failing.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nursery.Data;
import nursery.Reference;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizeTest {
    private static final Reference PYTORCH = Reference.read("projection_reference.txt");

    @ParameterizedTest
    @CsvSource({"7, 9", "3, 2", "5, 4", "1, 1"})
    void pixelsAreThoseOfPyTorch(int height, int width) {
        Dataset images = Dataset.of(Tensor.of(PYTORCH.get("image"), Shape.of(2, 3, 5, 4)), new int[] {0, 1});

        Dataset resized = new Resize(height, width).apply(images);

        assertThat(resized.rowShape()).isEqualTo(Shape.of(3, height, width));
        assertThat(resized.features().toDoubles())
                .containsExactly(PYTORCH.get("resized_" + height + "_" + width), within(1e-12));
        assertThat(resized.labels()).containsExactly(0, 1);
    }

    @Test
    void imagesOfDifferentSizesBecomePartsOfOneSplit() {
        Dataset small = new Resize(14, 14).apply(Data.digits(20, 1));
        assertThat(small.features().precision()).isEqualTo(Precision.FLOAT32);
        assertThat(small.range().max()).isBetween(0.5, 1.0);
        Resize back = new Resize(28, 28);
        assertThat(Split.of(Data.digits(20, 2), back.apply(small), back.apply(small))
                        .train()
                        .rows())
                .isEqualTo(20);
    }

    @Test
    void rowsThatAreNoImagesAreRefused() {
        Split spiral = Data.spiral(3, 50, 1).split(0.8, 0.1, 0.1);
        assertThat(messageOf(() -> spiral.resize(8, 8))).contains("resize(8, 8)", "[channels, height, width]", "[2]");
        assertThat(messageOf(spiral::centerChannels)).contains("centerChannels()", "[2]");
        assertThat(messageOf(() -> spiral.resize(0, 8))).contains("at least 1 pixel", "0 x 8");
    }
}
