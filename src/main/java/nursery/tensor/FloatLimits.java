package nursery.tensor;

import java.util.Arrays;

/** float32: what penalties, clipping and constraints need every step. */
interface FloatLimits extends FloatElementwise, LimitKernels {

    @Override
    default void addSign(Tensor y, double factor, Tensor x) {
        loop().rate = (float) factor;
        run(FloatLimits::addSign, y, x, y);
    }

    private static void addSign(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        float rate = loop.rate;
        for (int i = from; i < to; i++) {
            c[i] = a[i] + rate * Math.signum(b[i]);
        }
    }

    @Override
    default void clamp(Tensor x, double most) {
        loop().rate = (float) most;
        run(FloatLimits::clamp, x, x, x);
    }

    private static void clamp(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] c = loop.c;
        float most = loop.rate;
        for (int i = from; i < to; i++) {
            c[i] = Math.max(-most, Math.min(a[i], most));
        }
    }

    /** Row by row, as the numbers lie in memory. */
    @Override
    default void limitColumns(Tensor x, double most) {
        int n = x.columns();
        double[] factors = scratch().doubles(n);
        Arrays.fill(factors, 0, n, 0);
        int end = x.offset + x.size();
        for (int row = x.offset; row < end; row += n) {
            for (int j = 0; j < n; j++) {
                factors[j] += (double) x.floats[row + j] * x.floats[row + j];
            }
        }
        boolean any = false;
        for (int j = 0; j < n; j++) {
            boolean above = factors[j] > most * most;
            any |= above;
            factors[j] = above ? most / Math.sqrt(factors[j]) : 1;
        }
        for (int row = x.offset; any && row < end; row += n) {
            for (int j = 0; j < n; j++) {
                x.floats[row + j] *= (float) factors[j];
            }
        }
    }
}
