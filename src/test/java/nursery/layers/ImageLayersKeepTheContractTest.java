package nursery.layers;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.stream.Stream;
import nursery.diagnosis.LayerContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("engine")
class ImageLayersKeepTheContractTest {

    static Stream<LayerContract> contracts() {
        return Stream.of(
                LayerContract.of(Conv.same(3, 3), 2, 5, 6),
                LayerContract.of(new Conv(2, 3, 2, 1), 2, 5, 6),
                LayerContract.of(new Conv(9, 2, 3, 1), 3, 6, 4),
                LayerContract.of(Conv.same(2, 5), 1, 1, 1),
                LayerContract.of(new MaxPool(2, 2), 2, 5, 6),
                LayerContract.of(new MaxPool(3, 1), 2, 5, 6),
                LayerContract.of(new BatchNorm(), 5),
                LayerContract.of(new BatchNorm(), 3, 4, 3),
                LayerContract.of(new Dropout(0.3), 7),
                LayerContract.of(new Flatten(), 2, 3, 3));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void in_every_geometry(LayerContract contract) {
        assertThatCode(() -> contract.check().orThrow()).doesNotThrowAnyException();
    }
}
