package nursery.bench.diagnosis;

import nursery.activations.Activation;
import nursery.losses.Loss;
import nursery.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A loss that is the sum over the batch instead of the mean.
 *
 * @param inner the loss whose mean is right
 */
record SummedLoss(Loss inner) implements Loss {

    @Override
    public double apply(Tensor y, Tensor t, Tensor dy) {
        return sum(inner.apply(y, t, dy), t, dy);
    }

    @Override
    public @Nullable Activation output() {
        return inner.output();
    }

    @Override
    public double ofScores(Tensor z, Tensor t, Tensor y, Tensor dz) {
        return sum(inner.ofScores(z, t, y, dz), t, dz);
    }

    private static double sum(double mean, Tensor t, Tensor gradient) {
        gradient.timesInPlace(t.rows());
        return mean * t.rows();
    }

    @Override
    public void requireTargets(Tensor t) {
        inner.requireTargets(t);
    }

    @Override
    public String toString() {
        return inner.toString();
    }
}
