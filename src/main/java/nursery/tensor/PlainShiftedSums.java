package nursery.tensor;

/** {@link ShiftedSums} in loops that the JIT compiler vectorizes by itself: those of {@link FourRows}. */
final class PlainShiftedSums implements ShiftedSums {
    private static final int SUMS = 8;
    private static final int WIDTH = 16; // so that rows of a filter with few channels are taken together

    private final int sums;
    private final int width;
    private float[][] y = {}; // made when first used, for most nets do not convolve
    private final FourRows rows = new FourRows();

    PlainShiftedSums() {
        this(SUMS, WIDTH);
    }

    /** As many sums, an even number, of lengths that are multiples of {@code width}. */
    PlainShiftedSums(int sums, int width) {
        this.sums = sums;
        this.width = width;
    }

    @Override
    public int sums() {
        return sums;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public void add(
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
        if (y.length == 0) {
            y = new float[sums][FourRows.LONGEST];
        }
        for (int j = 0; j < length; j += FourRows.LONGEST) {
            int columns = Math.min(FourRows.LONGEST, length - j);
            for (int f = 0; f < sums; f++) {
                System.arraycopy(out, outAt + f * outStride + j, y[f], 0, columns);
            }
            addBlock(w, wAt, x, xAt + j, offsets, n, columns);
            for (int f = 0; f < sums; f++) {
                System.arraycopy(y[f], 0, out, outAt + f * outStride + j, columns);
            }
        }
    }

    private void addBlock(float[] w, int wAt, float[] x, int xAt, int[] offsets, int n, int columns) {
        int t = 0;
        for (; t + 4 <= n; t += 4) {
            System.arraycopy(x, xAt + offsets[t], rows.r0, 0, columns);
            System.arraycopy(x, xAt + offsets[t + 1], rows.r1, 0, columns);
            System.arraycopy(x, xAt + offsets[t + 2], rows.r2, 0, columns);
            System.arraycopy(x, xAt + offsets[t + 3], rows.r3, 0, columns);
            for (int f = 0; f < sums; f += 2) {
                int at = wAt + sums * t + f;
                rows.addFour(w, at, at + 1, sums, y[f], y[f + 1], columns);
            }
        }
        for (; t < n; t++) {
            System.arraycopy(x, xAt + offsets[t], rows.r0, 0, columns);
            for (int f = 0; f < sums; f++) {
                rows.addOne(w[wAt + sums * t + f], y[f], columns);
            }
        }
    }
}
