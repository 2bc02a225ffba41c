package nursery.layers;

import static nursery.Nursery.ones;

import java.util.stream.Stream;
import nursery.diagnosis.LayerContract;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** The layer that the documentation shows as a student's own. */
class ScaleTest extends LayerContractTest {

    record Scale() implements Layer {
        @Override
        public Shape outputShape(Shape in) {
            return in;
        }

        @Override
        public void parameters(Shape in, Parameters p) {
            p.add("gamma", in, ones());
        }

        @Override
        public Tensor forward(Tensor x, Pass pass) {
            return pass.save("x", x).times(pass.parameter("gamma"));
        }

        @Override
        public Tensor backward(Tensor dy, Pass pass) {
            pass.gradient("gamma", dy.times(pass.saved("x")).sumRows());
            return dy.times(pass.parameter("gamma"));
        }
    }

    @Override
    Stream<LayerContract> contracts() {
        return Stream.of(LayerContract.of(new Scale(), 8), LayerContract.of(new Scale(), 2, 3));
    }
}
