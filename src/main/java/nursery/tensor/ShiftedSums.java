package nursery.tensor;

/**
 * The one inner loop of a float32 convolution and its gradients: a few weighted sums of shifted windows,
 *
 * <pre>out[f][j] += Σ_t w[wAt + t · sums + f] · x[xAt + offsets[t] + j]   for f &lt; sums and j &lt; length</pre>
 *
 * The sum over t runs in order for every (f, j), so the result depends neither on how the blocks are shared among
 * threads nor on the size of windows. An instance belongs to one thread, so that it may keep memory.
 */
interface ShiftedSums {
    /** How many sums there are. */
    int sums();

    /** What lengths are multiples of. */
    int width();

    /**
     * Adds the sums to {@code out}, where sum f starts at {@code outAt + f * outStride}.
     *
     * @param n the number of terms: how many of {@code offsets}, and of groups of weights from {@code wAt}
     * @param length how many numbers a sum has, a multiple of {@link #width()}
     */
    void add(
            float[] w,
            int wAt,
            float[] x,
            int xAt,
            int[] offsets,
            int n,
            float[] out,
            int outAt,
            int outStride,
            int length);
}
