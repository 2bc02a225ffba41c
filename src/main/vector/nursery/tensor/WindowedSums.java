package nursery.tensor;

/** {@link ShiftedSums} window by window: as many numbers of each sum as stay in registers while all terms are added. */
interface WindowedSums extends ShiftedSums {

    /** {@link #add} for one window. Each of its numbers is loaded once for all sums, each weight once for all numbers. */
    void addWindow(float[] w, int wAt, float[] x, int xAt, int[] offsets, int n, float[] out, int outAt, int outStride);

    @Override
    default void add(
            float[] w,
            int wAt,
            float[] x,
            int xAt,
            int[] offsets,
            int n,
            float[] out,
            int outAt,
            int outStride,
            int length) {
        for (int j = 0; j < length; j += width()) {
            addWindow(w, wAt, x, xAt + j, offsets, n, out, outAt + j, outStride);
        }
    }
}
