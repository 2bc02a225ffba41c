package nursery.losses;

import nursery.activations.Activation;
import nursery.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** What training makes small: a number for a batch of outputs and targets, and its gradient. */
public interface Loss {

    /**
     * The mean loss of a batch.
     *
     * @param y the net's outputs, [batch, outputs]
     * @param t the targets of the same shape: one-hot rows for classes, numbers for regression
     * @param dy receives dL/dy, the mean over the batch included
     */
    double apply(Tensor y, Tensor t, Tensor dy);

    /**
     * The function at the end of the net that this loss is meant for, or {@code null} if it takes the scores as they
     * are. Behind just that function the loss is computed {@linkplain #ofScores from the scores}.
     */
    default @Nullable Activation output() {
        return null;
    }

    /**
     * The mean loss of a batch from the scores z before {@link #output()}: the same number, without the overflow and
     * the log of 0 on the way.
     *
     * @param z the scores, [batch, outputs]
     * @param t the targets
     * @param y receives the outputs
     * @param dz receives dL/dz
     */
    default double ofScores(Tensor z, Tensor t, Tensor y, Tensor dz) {
        y.assign(z);
        return apply(y, t, dz);
    }

    /** How much a batch counts in a mean over several: its rows, unless rows have weights. */
    default double weight(Tensor t) {
        return t.rows();
    }

    /**
     * Says in one sentence why these targets make no sense for this loss; by default all do.
     *
     * @param t the targets, [rows, outputs]
     * @throws IllegalArgumentException with what was expected, what came, and what to do
     */
    default void requireTargets(Tensor t) {}

    /**
     * The loss of a net that knows nothing yet, all scores 0: ln C for softmax cross-entropy over C classes. What a
     * healthy initialization gives.
     */
    default double expectedInitial(Tensor t) {
        Tensor zeros = Tensor.zeros(t.shape(), t.precision());
        return ofScores(zeros, t, zeros.copy(), zeros.copy());
    }
}
