package nursery.tensor;

/**
 * {@link ShiftedSums} in loops that the JIT compiler vectorizes by itself.
 *
 * @param sums how many sums share a window
 * @param width the length of a window
 */
record PlainShiftedSums(int sums, int width) implements ShiftedSums {
    private static final int SUMS = 4;
    private static final int WIDTH = 64;

    /** Windows that are worth a loop. */
    PlainShiftedSums() {
        this(SUMS, WIDTH);
    }

    @Override
    public void add(
            float[] w, int wAt, float[] x, int xAt, int[] offsets, int n, float[] out, int outAt, int outStride) {
        int t = 0;
        for (; t + 4 <= n; t += 4) {
            for (int f = 0; f < sums; f++) {
                addFour(w, wAt + sums * t + f, x, xAt, offsets, t, out, outAt + f * outStride);
            }
        }
        for (; t < n; t++) {
            for (int f = 0; f < sums; f++) {
                add(w[wAt + sums * t + f], x, xAt + offsets[t], out, outAt + f * outStride);
            }
        }
    }

    /** Four terms at a time: the sums are read and written once for them. */
    private void addFour(float[] w, int wAt, float[] x, int xAt, int[] offsets, int t, float[] y, int yAt) {
        float w0 = w[wAt];
        float w1 = w[wAt + sums];
        float w2 = w[wAt + 2 * sums];
        float w3 = w[wAt + 3 * sums];
        int x0 = xAt + offsets[t];
        int x1 = xAt + offsets[t + 1];
        int x2 = xAt + offsets[t + 2];
        int x3 = xAt + offsets[t + 3];
        for (int j = 0; j < width; j++) {
            float y0 = FloatMath.fma(w0, x[x0 + j], y[yAt + j]);
            y[yAt + j] = FloatMath.fma(w3, x[x3 + j], FloatMath.fma(w2, x[x2 + j], FloatMath.fma(w1, x[x1 + j], y0)));
        }
    }

    private void add(float a, float[] x, int xAt, float[] y, int yAt) {
        for (int j = 0; j < width; j++) {
            y[yAt + j] = FloatMath.fma(a, x[xAt + j], y[yAt + j]);
        }
    }
}
