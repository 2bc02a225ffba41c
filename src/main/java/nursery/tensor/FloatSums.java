package nursery.tensor;

import java.util.Arrays;

/** float32: sums, accumulated in float64 in a fixed order. */
interface FloatSums extends FloatOperands, SumKernels {

    @Override
    default void sumRows(Tensor x, Tensor out) {
        int n = out.size();
        double[] sums = scratch().doubles(n);
        Arrays.fill(sums, 0, n, 0);
        int end = x.offset + x.size();
        for (int row = x.offset; row < end; row += n) {
            for (int j = 0; j < n; j++) {
                sums[j] += x.floats[row + j];
            }
        }
        for (int j = 0; j < n; j++) {
            out.floats[out.offset + j] = (float) sums[j];
        }
    }

    /** Eight sums side by side, for one alone waits for each addition. */
    @Override
    default double sum(Tensor x) {
        float[] v = x.floats;
        double a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        int i = x.offset;
        int end = x.offset + x.size();
        for (; i <= end - 8; i += 8) {
            a += v[i];
            b += v[i + 1];
            c += v[i + 2];
            d += v[i + 3];
            e += v[i + 4];
            f += v[i + 5];
            g += v[i + 6];
            h += v[i + 7];
        }
        for (; i < end; i++) {
            a += v[i];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }

    @Override
    default double dot(Tensor x, Tensor y) {
        float[] v = x.floats;
        float[] w = y.floats;
        double a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        int n = x.size();
        int i = 0;
        for (int p = x.offset, q = y.offset; i <= n - 8; i += 8, p += 8, q += 8) {
            a += (double) v[p] * w[q];
            b += (double) v[p + 1] * w[q + 1];
            c += (double) v[p + 2] * w[q + 2];
            d += (double) v[p + 3] * w[q + 3];
            e += (double) v[p + 4] * w[q + 4];
            f += (double) v[p + 5] * w[q + 5];
            g += (double) v[p + 6] * w[q + 6];
            h += (double) v[p + 7] * w[q + 7];
        }
        for (; i < n; i++) {
            a += (double) v[x.offset + i] * w[y.offset + i];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }
}
