package nursery.layers;

import java.util.stream.Stream;
import nursery.activations.Activation;
import nursery.activations.Elu;
import nursery.activations.Gelu;
import nursery.activations.LeakyRelu;
import nursery.activations.Relu;
import nursery.activations.Sigmoid;
import nursery.activations.Silu;
import nursery.activations.Softmax;
import nursery.activations.Softplus;
import nursery.activations.Tanh;
import nursery.diagnosis.LayerContract;

class ActivateTest extends LayerContractTest {

    @Override
    Stream<LayerContract> contracts() {
        Activation square = Activation.of("square", x -> x * x, x -> 2 * x);
        return Stream.of(
                        new Relu(),
                        new Tanh(),
                        new Sigmoid(),
                        new Softmax(),
                        new LeakyRelu(),
                        new LeakyRelu(0.3),
                        new Elu(),
                        new Elu(2),
                        new Gelu(),
                        new Silu(),
                        new Softplus(),
                        square)
                .flatMap(f -> Stream.of(
                        LayerContract.of(new Activate(f), 9),
                        LayerContract.of(new Activate(f), 1),
                        LayerContract.of(new Activate(f), 2, 3, 4)));
    }
}
