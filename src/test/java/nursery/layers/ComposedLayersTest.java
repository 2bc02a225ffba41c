package nursery.layers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import nursery.activations.Tanh;
import nursery.diagnosis.LayerContract;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The contract of the layers that are put together from tensor operations, and what they refuse. */
class ComposedLayersTest extends LayerContractTest {

    /** The contract's rows are not whole numbers: maps them to indices first. */
    private record Words(Embedding embedding) implements Layer {
        @Override
        public Shape outputShape(Shape in) {
            return embedding.outputShape(in);
        }

        @Override
        public void parameters(Shape in, Parameters p) {
            embedding.parameters(in, p);
        }

        @Override
        public Tensor forward(Tensor x, Pass pass) {
            return embedding.forward(x.map(v -> Math.floor(100 * Math.abs(v)) % 5), pass);
        }

        @Override
        public Tensor backward(Tensor dy, Pass pass) {
            return embedding.backward(dy, pass);
        }

        @Override
        public String toString() {
            return embedding.toString();
        }
    }

    @Override
    Stream<LayerContract> contracts() {
        Residual flat = new Residual(List.of(new Dense(3), new Activate(new Tanh()), new BatchNorm(), new Dense(7)));
        Residual images = new Residual(List.of(Conv.same(2, 3), new Dropout(0.3), new Prelu()));
        return Stream.of(
                LayerContract.of(new Prelu(), 9),
                LayerContract.of(new Prelu(), 2, 3, 4),
                LayerContract.of(new Rrelu(), 9),
                LayerContract.of(new Rrelu(0.1, 0.9), 2, 3, 4),
                LayerContract.of(new Maxout(5), 7),
                LayerContract.of(new Maxout(1, 5), 1),
                LayerContract.of(new Maxout(33, 3), 17),
                LayerContract.of(new DropConnect(5, 0.5), 7),
                LayerContract.of(new DropConnect(1, 0), 1),
                LayerContract.of(new VanillaDropout(0.5), 8),
                LayerContract.of(new VanillaDropout(0.2), 2, 3, 4),
                LayerContract.of(new LayerNorm(), 7),
                LayerContract.of(new LayerNorm(), 2, 3, 5),
                LayerContract.of(new AvgPool(2, 2), 2, 5, 6),
                LayerContract.of(new AvgPool(3, 1), 2, 5, 6),
                LayerContract.of(new AvgPool(1, 2), 1, 1, 1),
                LayerContract.of(new GlobalAvgPool(), 3, 5, 2),
                LayerContract.of(new GlobalMaxPool(), 3, 5, 2),
                LayerContract.of(Conv.same(4, 1), 3, 5, 2),
                LayerContract.of(new DilatedConv(3, 3, 1, 2, 2), 2, 5, 6),
                LayerContract.of(new DilatedConv(2, 2, 2, 1, 3), 1, 7, 4),
                LayerContract.of(new Words(new Embedding(5, 3)), 4),
                LayerContract.of(new Words(new Embedding(6, 1)), 1),
                LayerContract.of(flat, 7),
                LayerContract.of(images, 2, 5, 3),
                LayerContract.of(new Residual(List.of(flat)), 7));
    }

    @Test
    void numbers_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new Maxout(3, 1)).hasMessageContaining("2 pieces, received 3 and 1");
        assertThatThrownBy(() -> new Rrelu(0.5, 0.1)).hasMessageContaining("low <= high, received 0.5 and 0.1");
        assertThatThrownBy(() -> new Prelu(Double.NaN)).hasMessageContaining("finite slope, received NaN");
        assertThatThrownBy(() -> new DropConnect(0, 0.5)).hasMessageContaining("at least 1 unit, received 0");
        assertThatThrownBy(() -> new DropConnect(3, 1)).hasMessageContaining("below 1, received 1.0");
        assertThatThrownBy(() -> new VanillaDropout(-1)).hasMessageContaining("below 1, received -1.0");
        assertThatThrownBy(() -> new LayerNorm(0)).hasMessageContaining("above 0, received 0.0");
        assertThatThrownBy(() -> new AvgPool(2, 0)).hasMessageContaining("received size 2 and stride 0");
        assertThatThrownBy(() -> new DilatedConv(3, 3, 1, 1, 0)).hasMessageContaining("received 3 and 0");
        assertThatThrownBy(() -> new DilatedConv(3, 3, 1, 5, 2)).hasMessageContaining("less padding than the size 5");
        assertThatThrownBy(() -> new Embedding(0, 2)).hasMessageContaining("received 0 and 2");
        assertThatThrownBy(() -> new Residual(List.of())).hasMessageContaining("at least one layer");
    }

    @Test
    void pooling_asks_for_images_that_are_large_enough() {
        assertThatThrownBy(() -> new AvgPool(3, 1).outputShape(Shape.of(1, 2, 5)))
                .hasMessageContaining("at least 3 x 3 pixels, received [1, 2, 5]");
        assertThatThrownBy(() -> new GlobalMaxPool().outputShape(Shape.of(9)))
                .hasMessageContaining("expected images [channels, height, width], received [9]");
    }
}
