package nursery.tensor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** y = b + w ⋆ x for float32, image by image: {@link ShiftedSums} over {@link PaddedPlanes}, a group of filters at a time. */
final class Correlation {
    private final ShiftedSums sums;
    private final int group; // filters at a time
    final PaddedPlanes planes = new PaddedPlanes();

    /** [group of filters][tap][filter]. */
    private float[] weights = {};

    /** The sums of one group for one image, [filter][place]. */
    private float[] results = {};

    Correlation(ShiftedSums sums) {
        this.sums = sums;
        this.group = sums.sums();
    }

    /** Makes room for weights; the last group may hold filters of zeros. */
    void reserve(int filters, int taps) {
        int length = (filters + group - 1) / group * taps * group;
        weights = weights.length < length ? new float[length] : weights;
        Arrays.fill(weights, 0, length, 0);
    }

    /** Sets tap {@code t} of filter {@code f}, of {@code taps}. */
    void weight(int f, int t, int taps, float w) {
        weights[(f / group * taps + t) * group + f % group] = w;
    }

    /** Computes y after the planes are planned and the weights set. */
    void run(Tensor x, @Nullable Tensor b, Tensor y) {
        int filters = y.shape().dim(1);
        for (int n = 0; n < y.rows(); n++) {
            planes.load(x.floats, x.offset + n * x.columns());
            for (int f = 0; f < filters; f += group) {
                sum(f, filters, b);
                int used = Math.min(group, filters - f);
                for (int i = 0; i < used; i++) {
                    crop(i, y, y.index(n, f + i, 0, 0));
                }
            }
        }
    }

    /** The sums of the group of filters from {@code f} on. */
    private void sum(int f, int filters, @Nullable Tensor b) {
        int length = roundUp(planes.places);
        results = results.length < group * length ? new float[group * length] : results;
        for (int i = 0; i < group; i++) {
            float start = b == null || f + i >= filters ? 0 : b.floats[b.offset + f + i];
            Arrays.fill(results, i * length, (i + 1) * length, start);
        }
        for (int q = 0; q < length; q += sums.width()) {
            sums.add(weights, f * planes.taps, planes.numbers, q, planes.offsets, planes.taps, results, q, length);
        }
    }

    private int roundUp(int places) {
        return (places + sums.width() - 1) / sums.width() * sums.width();
    }

    /** Copies the rows of sum {@code i} without the places between them. */
    private void crop(int i, Tensor y, int at) {
        int columns = y.shape().dim(3);
        int from = i * roundUp(planes.places);
        for (int row = 0; row < y.shape().dim(2); row++) {
            System.arraycopy(results, from + row * planes.pitch, y.floats, y.offset + at + row * columns, columns);
        }
    }
}
