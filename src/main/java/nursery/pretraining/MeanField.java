package nursery.pretraining;

import nursery.tensor.Tensor;

/**
 * What mean-field inference in a {@link Dbm} came to.
 *
 * @param lower μ1, the probabilities of the first hidden layer, [rows, hidden1]
 * @param upper μ2, the probabilities of the second, [rows, hidden2]
 * @param bounds the mean over the rows of the variational bound plus ln Z: of the first guess, then after each sweep; it
 *     never falls
 */
@SuppressWarnings("ArrayRecordComponent") // copied in both directions, compared by nobody
public record MeanField(Tensor lower, Tensor upper, double[] bounds) {

    /** Copies the bounds. */
    public MeanField {
        bounds = bounds.clone();
    }

    /** A copy of the bounds. */
    @Override
    public double[] bounds() {
        return bounds.clone();
    }

    /** The bound plus ln Z after the last sweep. */
    public double bound() {
        return bounds[bounds.length - 1];
    }
}
