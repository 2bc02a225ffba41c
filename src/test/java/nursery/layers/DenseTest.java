package nursery.layers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import nursery.diagnosis.LayerContract;
import nursery.tensor.Shape;
import org.junit.jupiter.api.Test;

class DenseTest extends LayerContractTest {

    @Override
    Stream<LayerContract> contracts() {
        return Stream.of(
                LayerContract.of(new Dense(5), 7),
                LayerContract.of(new Dense(1), 1),
                LayerContract.of(new Dense(33), 65));
    }

    @Test
    void an_image_is_refused_with_the_remedy() {
        assertThatThrownBy(() -> new Dense(10).outputShape(Shape.of(3, 8, 8)))
                .hasMessage("expected a flat input, received [3, 8, 8]; add .flatten()");
    }

    @Test
    void a_layer_without_units_is_refused() {
        assertThatThrownBy(() -> new Dense(0)).hasMessage("dense(units): expected at least 1 unit, received 0");
    }
}
