package nursery.tensor;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The weight gradient of a float32 convolution: dw[f, c, u, v] = Σ dy[f, i, j] · x[c, i stride + u, j stride + v].
 *
 * <p>With the channels of x innermost, what row u of a filter meets at a place is one run of size · channels numbers. So
 * a window of {@link ShiftedSums} runs over (v, c), its terms are the places, and its weights are dy of a group of
 * filters. With few channels such a run would fill a window badly; then each place holds all rows that a filter meets,
 * and one run covers the whole filter.
 */
final class WeightSums {
    private static final int BLOCK = 64; // places interleaved at once

    private static final Tensor NONE = Tensor.of(new float[0], Shape.of(0));

    private final ShiftedSums[] sums; // one for each thread
    private final int group; // filters at a time
    private final int window;
    private final Workers workers;
    private final Workers.Task filters = this::filters;

    private int size;
    private int padding;
    private int joint; // rows of a filter in one run: 1 or all
    private int depth; // numbers of one place of the image: joint rows of all channels
    private int rows; // of the padded image, as far as filters reach
    private int columns;
    private int run; // numbers that a run of a filter meets, rounded up to windows
    private int places;

    /** For each thread, one padded image, [row][column][joint row][channel]. */
    private final float[][] images;

    private final Interleave[] interleaves;

    /** dy of one image, [group of filters][place][filter]. */
    private float[] dys = {};

    /** The gradient so far, [group][u / joint][filter][(v, u % joint, channel)]. */
    private float[] results = {};

    /** Where the window of each place starts. */
    private int[] offsets = {};

    private Tensor x = NONE;
    private Tensor dy = NONE;
    private int groups;

    WeightSums(ShiftedSums[] sums, Supplier<Interleave> interleave, Workers workers) {
        this.sums = sums;
        this.group = sums[0].sums();
        this.window = sums[0].width();
        this.workers = workers;
        images = new float[workers.threads()][0];
        interleaves = Stream.generate(interleave).limit(workers.threads()).toArray(Interleave[]::new);
    }

    void run(Tensor dy, Tensor x, int stride, int padding, Tensor dw) {
        this.x = x;
        this.dy = dy;
        plan(dy, stride, padding, dw);
        workers.run(filters, x.size() + dy.size());
        unpack(dw);
    }

    /** All images for a share of the groups of filters. */
    private void filters(int part, int parts) {
        int first = part * groups / parts;
        int end = (part + 1) * groups / parts;
        for (int n = 0; n < x.rows() && first < end; n++) {
            load(n, part);
            interleave(n, first * group, Math.min(end * group, dy.shape().dim(1)), part);
            add(part, first, end);
        }
    }

    private void plan(Tensor dy, int stride, int padding, Tensor dw) {
        int channels = dw.shape().dim(1);
        size = dw.shape().dim(2);
        this.padding = padding;
        joint = windows(size * size * channels) < size * windows(size * channels) ? size : 1;
        depth = joint * channels;
        run = windows(size * depth) * window;
        int outColumns = dy.shape().dim(3);
        places = dy.shape().dim(2) * outColumns;
        rows = (dy.shape().dim(2) - 1) * stride + size;
        columns = (outColumns - 1) * stride + size;
        groups = (dw.rows() + group - 1) / group;
        for (int i = 0; i < images.length; i++) {
            images[i] = zeros(images[i], rows * columns * depth + run);
        }
        dys = zeros(dys, groups * places * group);
        offsets = offsets.length < places ? new int[places] : offsets;
        for (int q = 0; q < places; q++) {
            offsets[q] = (q / outColumns * columns + q % outColumns) * stride * depth;
        }
        results = zeros(results, groups * size / joint * group * run);
    }

    private int windows(int length) {
        return (length + window - 1) / window;
    }

    private static float[] zeros(float[] old, int length) {
        if (old.length < length) {
            return new float[length];
        }
        Arrays.fill(old, 0, length, 0);
        return old;
    }

    /** Adds what the image contributes. */
    private void add(int part, int first, int end) {
        for (int g = first; g < end; g++) {
            for (int u = 0; u < size / joint; u++) {
                int to = (g * (size / joint) + u) * group * run;
                int from = u * columns * depth;
                sums[part].add(dys, g * places * group, images[part], from, offsets, places, results, to, run, run);
            }
        }
    }

    /** Lays out image n. */
    private void load(int n, int part) {
        int channels = x.shape().dim(1);
        int area = x.shape().dim(2) * x.shape().dim(3);
        int length = Math.min(x.shape().dim(3), columns - padding);
        for (int u = 0; u < joint; u++) {
            int first = Math.max(0, u - padding); // the rows of x that are row u of some place
            int end = Math.min(x.shape().dim(2), rows - joint + 1 - padding + u);
            for (int i = first; i < end; i++) {
                int from = x.offset + x.index(n, 0, i, 0);
                int to = ((padding + i - u) * columns + padding) * depth + u * channels;
                interleaves[part].run(x.floats, from, area, channels, length, images[part], to, depth);
            }
        }
    }

    /** Lays out dy of image n, the filters of a group side by side; in blocks, so that what is written stays near. */
    private void interleave(int n, int first, int end, int part) {
        for (int g = first; g < end; g += group) {
            for (int q = 0; q < places; q += BLOCK) {
                int from = dy.offset + dy.index(n, g, 0, 0) + q;
                int used = Math.min(group, end - g);
                int length = Math.min(BLOCK, places - q);
                interleaves[part].run(dy.floats, from, places, used, length, dys, g * places + q * group, group);
            }
        }
    }

    private void unpack(Tensor dw) {
        int channels = dw.shape().dim(1);
        for (int f = 0; f < dw.rows(); f++) {
            for (int u = 0; u < size; u++) {
                int from = ((f / group * (size / joint) + u / joint) * group + f % group) * run;
                for (int v = 0; v < size; v++) {
                    for (int c = 0; c < channels; c++) {
                        int place = (v * joint + u % joint) * channels + c;
                        dw.floats[dw.offset + dw.index(f, c, u, v)] = results[from + place];
                    }
                }
            }
        }
    }
}
