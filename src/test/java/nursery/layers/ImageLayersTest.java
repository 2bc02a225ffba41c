package nursery.layers;

import java.util.stream.Stream;
import nursery.diagnosis.LayerContract;

/** The contract of convolutions, pooling, batch normalization and dropout. */
class ImageLayersTest extends LayerContractTest {

    @Override
    Stream<LayerContract> contracts() {
        return Stream.of(
                LayerContract.of(Conv.same(3, 3), 2, 5, 6),
                LayerContract.of(new Conv(2, 2, 3, 1), 2, 5, 6),
                LayerContract.of(new Conv(9, 3, 2, 1), 3, 6, 4),
                LayerContract.of(Conv.same(2, 5), 1, 1, 1),
                LayerContract.of(new MaxPool(2, 2), 2, 5, 6),
                LayerContract.of(new MaxPool(3, 1), 2, 5, 6),
                LayerContract.of(new BatchNorm(), 2, 5, 6),
                LayerContract.of(new BatchNorm(), 4),
                LayerContract.of(new Dropout(0.5), 8),
                LayerContract.of(new Dropout(0.2), 2, 3, 4));
    }
}
