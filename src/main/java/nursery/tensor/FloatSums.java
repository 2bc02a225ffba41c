package nursery.tensor;

import java.util.Arrays;

/** float32: sums, accumulated in float64 in a fixed order. */
interface FloatSums extends FloatOperands, SumKernels {

    /** The lanes to add in, the same ones each time. */
    LaneSums laneSums();

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
        return laneSums().products(x.floats, x.offset, 0, y.floats, y.offset, 0, x.size());
    }

    @Override
    default double squaredDistance(Tensor x, Tensor y) {
        return laneSums().squaredDistance(x.floats, x.offset, y.floats, y.offset, x.size());
    }
}
