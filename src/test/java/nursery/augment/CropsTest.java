package nursery.augment;

import static nursery.Nursery.fiveCrop;
import static nursery.Nursery.tenCrop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import nursery.Data;
import nursery.Model;
import nursery.Net;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;

class CropsTest {
    private static final Shape IMAGE = Shape.of(1, 2, 3);
    private static final Tensor X = Tensor.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, IMAGE.batch(2));

    @Test
    void the_windows_are_the_corners_of_the_padded_image_and_its_center() {
        Crops five = fiveCrop(1);

        assertThat(five.count()).isEqualTo(5);
        assertThat(five.window(0, X, IMAGE).toDoubles()).containsExactly(0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 7, 8);
        assertThat(five.window(1, X, IMAGE).toDoubles()).containsExactly(0, 0, 0, 2, 3, 0, 0, 0, 0, 8, 9, 0);
        assertThat(five.window(2, X, IMAGE).toDoubles()).containsExactly(0, 4, 5, 0, 0, 0, 0, 10, 11, 0, 0, 0);
        assertThat(five.window(3, X, IMAGE).toDoubles()).containsExactly(5, 6, 0, 0, 0, 0, 11, 12, 0, 0, 0, 0);
        assertThat(five.window(4, X, IMAGE).toDoubles()).containsExactly(X.toDoubles());
    }

    @Test
    void ten_are_five_and_their_mirror_images() {
        Crops ten = tenCrop(1);

        assertThat(ten.count()).isEqualTo(10);
        assertThat(ten.window(3, X, IMAGE).toDoubles()).containsExactly(5, 6, 0, 0, 0, 0, 11, 12, 0, 0, 0, 0);
        assertThat(ten.window(8, X, IMAGE).toDoubles()).containsExactly(0, 6, 5, 0, 0, 0, 0, 12, 11, 0, 0, 0);
        assertThat(ten.window(9, X, IMAGE).toDoubles()).containsExactly(3, 2, 1, 6, 5, 4, 9, 8, 7, 12, 11, 10);
    }

    private final Dataset digits = Data.digits(60, 3);
    private final Model model = Net.input(784).dense(10).softmax().init(1);

    @Test
    void a_model_averages_its_outputs_over_the_windows() {
        Tensor mean = model.predict(digits, tenCrop(2));
        Tensor expected = Tensor.zeros(mean.shape(), mean.precision());
        for (int i = 0; i < 10; i++) {
            expected.addInPlace(0.1, model.predict(tenCrop(2).window(i, digits.features(), digits.rowShape())));
        }

        assertThat(mean.distance(expected)).isLessThan(1e-6);
        assertThat(mean.sum()).isCloseTo(60, within(1e-3));
        assertThat(mean.distance(model.predict(digits))).isGreaterThan(1e-3);
    }

    @Test
    void without_padding_five_windows_are_the_image() {
        assertThat(model.accuracy(digits, fiveCrop(0))).isEqualTo(model.accuracy(digits));
    }

    @Test
    void two_classes_with_one_output_are_told_apart_at_one_half() {
        Dataset two = Dataset.of(
                digits.features(), IntStream.range(0, 60).map(i -> i % 2).toArray());
        Model one = Net.input(784).dense(1).sigmoid().init(1);

        assertThat(one.accuracy(two, fiveCrop(0))).isEqualTo(one.accuracy(two));
    }

    @Test
    void rows_that_have_no_windows_or_no_classes_are_refused() {
        Dataset blobs = Data.blobs(3, 10, 1);
        Split all = digits.split(1, 0, 0);

        assertThatThrownBy(() -> Net.input(2).dense(3).softmax().init(1).accuracy(blobs, fiveCrop(1)))
                .hasMessageContaining("expected images [channels, height, width], received rows of [2]");
        assertThatThrownBy(() -> model.predict(digits, fiveCrop(28))).hasMessageContaining("a padding of at most 27");
        assertThatThrownBy(() -> model.accuracy(all.test(), fiveCrop(1))).hasMessageContaining("received none");
    }
}
