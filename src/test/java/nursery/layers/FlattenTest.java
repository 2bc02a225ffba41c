package nursery.layers;

import java.util.stream.Stream;
import nursery.diagnosis.LayerContract;

class FlattenTest extends LayerContractTest {

    @Override
    Stream<LayerContract> contracts() {
        return Stream.of(LayerContract.of(new Flatten(), 2, 3, 4), LayerContract.of(new Flatten(), 6));
    }
}
