package nursery.tensor;

/**
 * Four rows of numbers, and the loops that add multiples of them to other rows: the innermost ones of {@link
 * PlainProduct} and {@link PlainShiftedSums}. Six loads and two stores go with eight multiply-adds. All rows are arrays
 * of their own, for the JIT compiler only vectorizes what is indexed alike.
 */
final class FourRows {
    /** The longest row. */
    static final int LONGEST = 512;

    final float[] r0 = new float[LONGEST];
    final float[] r1 = new float[LONGEST];
    final float[] r2 = new float[LONGEST];
    final float[] r3 = new float[LONGEST];

    /** Adds a[at] r0 + a[at + step] r1 + ... to the first {@code n} numbers of y, and the same from at2 on to y2. */
    void addFour(float[] a, int at, int at2, int step, float[] y, float[] y2, int n) {
        float a0 = a[at];
        float a1 = a[at + step];
        float a2 = a[at + 2 * step];
        float a3 = a[at + 3 * step];
        float d0 = a[at2];
        float d1 = a[at2 + step];
        float d2 = a[at2 + 2 * step];
        float d3 = a[at2 + 3 * step];
        float[] b0 = r0;
        float[] b1 = r1;
        float[] b2 = r2;
        float[] b3 = r3;
        for (int j = 0; j < n; j++) {
            y[j] = FloatMath.fma(
                    a3, b3[j], FloatMath.fma(a2, b2[j], FloatMath.fma(a1, b1[j], FloatMath.fma(a0, b0[j], y[j]))));
            y2[j] = FloatMath.fma(
                    d3, b3[j], FloatMath.fma(d2, b2[j], FloatMath.fma(d1, b1[j], FloatMath.fma(d0, b0[j], y2[j]))));
        }
    }

    /** Adds a r0 to the first {@code n} numbers of y. */
    void addOne(float a, float[] y, int n) {
        float[] b0 = r0;
        for (int j = 0; j < n; j++) {
            y[j] = FloatMath.fma(a, b0[j], y[j]);
        }
    }
}
