package nursery.bench.diagnosis;

import java.util.List;
import nursery.optimizers.Optimizer;
import nursery.tensor.Tensor;

/**
 * An optimizer with the wrong sign: it goes up where it should go down.
 *
 * @param inner the optimizer with the right one
 */
record Ascending(Optimizer inner) implements Optimizer {

    @Override
    public int slots() {
        return inner.slots();
    }

    @Override
    public void update(Tensor w, Tensor g, List<Tensor> slots, double rate, long step) {
        g.timesInPlace(-1);
        inner.update(w, g, slots, rate, step);
    }

    @Override
    public String toString() {
        return inner.toString();
    }
}
