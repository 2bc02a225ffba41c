package nursery.tensor;

/** Losses that are worth a single pass over the scores. */
public final class Losses {
    private Losses() {}

    /**
     * The mean over the rows of -Σ t ln softmax(z), without overflow and without a log of 0.
     *
     * @param z scores, [batch, classes]
     * @param t targets, [batch, classes], usually one-hot
     * @param p receives softmax(z)
     * @param dz receives the gradient (softmax(z) Σ t - t) / batch; may be {@code t}
     */
    public static double softmaxCrossEntropy(Tensor z, Tensor t, Tensor p, Tensor dz) {
        return z.kernels(t).softmaxCrossEntropy(z, t, p, dz);
    }
}
