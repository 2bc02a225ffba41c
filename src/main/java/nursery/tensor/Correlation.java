package nursery.tensor;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * y = b + w ⋆ x for float32: {@link ShiftedSums} over {@link Planes}, an image and a group of filters at a time. Workers
 * share the images.
 */
final class Correlation {
    private static final Tensor NONE = Tensor.of(new float[0], Shape.of(0));

    private final int group; // filters at a time
    private final int window;
    private final Workers workers;
    private final Workers.Task images = this::images;

    /** One for each thread. */
    private final ShiftedSums[] sums;

    /** One for each thread. */
    private final Planes[] planes;

    /** For each component, [group of filters][tap][filter]. */
    private final float[][] weights;

    /** For each thread and component the sums of one group for one image, [filter][place]. */
    private final float[][][] results;

    private Tensor x = NONE;
    private Tensor y = NONE;
    private @Nullable Tensor b;

    Correlation(ShiftedSums[] sums, Workers workers, Supplier<Planes> layout) {
        this.sums = sums;
        this.group = sums[0].sums();
        this.window = sums[0].width();
        this.workers = workers;
        planes = Stream.generate(layout).limit(workers.threads()).toArray(Planes[]::new);
        weights = new float[planes[0].components][0];
        results = new float[planes.length][planes[0].components][0];
    }

    /** Makes ready for images like x and an output like y; as in {@link Planes#plan}. */
    void plan(Tensor x, int spread, int padding, int size, int stride, Tensor y) {
        for (Planes p : planes) {
            p.plan(x, spread, padding, size, stride, y, window);
        }
        int length = (y.shape().dim(1) + group - 1) / group * planes[0].taps * group;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = weights[k].length < length ? new float[length] : weights[k];
            Arrays.fill(weights[k], 0, length, 0); // the last group may hold filters of zeros
        }
    }

    /** Sets the weights of filter f in channel c; as in {@link Planes#weights}. */
    void weights(int f, int c, float[] w, int from, int direction) {
        int at = f / group * planes[0].taps * group + f % group;
        planes[0].weights(w, from, direction, c, weights, at, group);
    }

    /** Computes y after the layout is planned and the weights set. */
    void run(Tensor x, @Nullable Tensor b, Tensor y) {
        this.x = x;
        this.b = b;
        this.y = y;
        workers.run(images, x.size() + y.size());
    }

    private void images(int part, int parts) {
        Planes own = planes[part];
        int end = (part + 1) * x.rows() / parts;
        for (int n = part * x.rows() / parts; n < end; n++) {
            own.load(x.floats, x.offset + n * x.columns());
            for (int f = 0; f < y.shape().dim(1); f += group) {
                sum(own, f, part);
                crop(own, n, f, results[part]);
            }
        }
    }

    /** The sums of the group of filters from {@code f} on. */
    private void sum(Planes p, int f, int part) {
        float[][] out = results[part];
        int length = length(p);
        for (int k = 0; k < out.length; k++) {
            out[k] = out[k].length < group * length ? new float[group * length] : out[k];
            for (int i = 0; i < group; i++) {
                Arrays.fill(out[k], i * length, (i + 1) * length, k == p.common ? bias(f + i) : 0);
            }
            sums[part].add(weights[k], f * p.taps, p.numbers[k], 0, p.offsets, p.taps, out[k], 0, length, length);
        }
        p.combine(out, group * length);
    }

    private float bias(int f) {
        return b == null || f >= y.shape().dim(1) ? 0 : b.floats[b.offset + f];
    }

    /** The number of places, rounded up to windows. */
    private int length(Planes p) {
        return (p.places + window - 1) / window * window;
    }

    /** Copies the rows of the sums to image n of y, without the places between them. */
    private void crop(Planes p, int n, int f, float[][] out) {
        int length = length(p);
        int columns = y.shape().dim(3);
        for (int i = 0; i < Math.min(group, y.shape().dim(1) - f); i++) {
            for (int row = 0; row < y.shape().dim(2); row++) {
                int from = i * length + row / p.height * p.pitch;
                System.arraycopy(out[row % p.height], from, y.floats, y.offset + y.index(n, f + i, row, 0), columns);
            }
        }
    }
}
