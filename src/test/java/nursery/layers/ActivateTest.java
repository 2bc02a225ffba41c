package nursery.layers;

import java.util.stream.Stream;
import nursery.activations.Activation;
import nursery.activations.Relu;
import nursery.activations.Sigmoid;
import nursery.activations.Softmax;
import nursery.activations.Tanh;
import nursery.diagnosis.LayerContract;

class ActivateTest extends LayerContractTest {

    @Override
    Stream<LayerContract> contracts() {
        Activation square = Activation.of("square", x -> x * x, x -> 2 * x);
        return Stream.of(new Relu(), new Tanh(), new Sigmoid(), new Softmax(), square)
                .flatMap(f -> Stream.of(
                        LayerContract.of(new Activate(f), 9),
                        LayerContract.of(new Activate(f), 1),
                        LayerContract.of(new Activate(f), 2, 3, 4)));
    }
}
