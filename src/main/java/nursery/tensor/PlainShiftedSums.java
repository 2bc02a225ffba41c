package nursery.tensor;

/** {@link ShiftedSums} in loops that the JIT compiler vectorizes by itself. */
final class PlainShiftedSums implements ShiftedSums {
    private static final int SUMS = 4;
    private static final int WIDTH = 64;

    @Override
    public int sums() {
        return SUMS;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public void add(
            float[] w, int wAt, float[] x, int xAt, int[] offsets, int n, float[] out, int outAt, int outStride) {
        for (int t = 0; t < n; t++) {
            for (int f = 0; f < SUMS; f++) {
                axpy(w[wAt + SUMS * t + f], x, xAt + offsets[t], out, outAt + f * outStride);
            }
        }
    }

    private static void axpy(float a, float[] x, int xAt, float[] y, int yAt) {
        for (int j = 0; j < WIDTH; j++) {
            y[yAt + j] += a * x[xAt + j];
        }
    }
}
