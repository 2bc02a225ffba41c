package nursery.tensor;

/**
 * The one inner loop of a float32 convolution and its gradients: four weighted sums of shifted windows,
 *
 * <pre>out[f][j] += Σ_t w[4 t + f] · x[xAt + offsets[t] + j]   for f &lt; 4 and j &lt; width()</pre>
 *
 * Each number of a window is loaded once and used four times, each weight once and used for a whole window. The sum
 * over t runs in order for every (f, j), so the result does not depend on how the blocks are shared among threads.
 */
interface ShiftedSums {
    /** How many sums share a window. */
    int SUMS = 4;

    /** The length of a window. */
    int width();

    /**
     * Adds the sums to {@code out}, where sum f of the window starts at {@code outAt + f * outStride}.
     *
     * @param n the number of terms: how many of {@code offsets}, and of groups of four weights from {@code wAt}
     */
    void add(float[] w, int wAt, float[] x, int xAt, int[] offsets, int n, float[] out, int outAt, int outStride);

    /** The Vector API's where the JVM has it, else plain loops. */
    static ShiftedSums best() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? vector() : new PlainShiftedSums();
    }

    private static ShiftedSums vector() {
        try {
            return Class.forName("nursery.tensor.VectorShiftedSums")
                    .asSubclass(ShiftedSums.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("nursery.tensor.VectorShiftedSums is missing or broken; reinstall nursery.jar", e);
        }
    }
}
