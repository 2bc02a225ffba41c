package nursery.data;

import java.util.List;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Subtracts from every pixel of an image the mean of its channel over all rows and places: three numbers for color
 * images, as for VGGNet (Simonyan and Zisserman 2015). {@link Center} subtracts the mean image instead, as for AlexNet.
 */
public record CenterChannels() implements Preprocessor {

    /** Learns the means, of shape [channels, 1, 1]. */
    @Override
    public Transform fit(Dataset train) {
        Images.require(train.rowShape(), "centerChannels()");
        Tensor means = Columns.of(train.features()).mean();
        int channels = means.rows();
        int pixels = means.columns();
        Tensor mean = Tensor.zeros(Shape.of(channels, 1, 1), Precision.FLOAT64);
        for (int c = 0; c < channels; c++) {
            mean.set(c, means.rows(c, c + 1).sum() / pixels);
        }
        Tensor one = Tensor.zeros(mean.shape(), Precision.FLOAT64);
        one.fill(1);
        return new Rescale("centered: mean of each channel of the training part subtracted", mean, one, List.of());
    }
}
