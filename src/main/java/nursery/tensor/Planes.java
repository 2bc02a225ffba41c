package nursery.tensor;

import java.util.Arrays;

/**
 * One image laid out so that a convolution needs no index arithmetic: what tap t of a filter meets at place q is {@code
 * numbers[k][q + offsets[t]]}. Place (i, j) of the sums is {@code q = i * pitch + j}; the few places between two rows are
 * computed and left out.
 *
 * <p>There may be several components k, each with numbers and weights of its own; a row of their sums becomes {@link
 * #height} rows of the output.
 */
abstract class Planes {
    /** How many components there are. */
    final int components;

    /** How many rows of the output come from one row of the sums. */
    final int height;

    /** The component whose sums are in each of those rows, once. */
    final int common;

    /** The image, with space for a whole window at the last place. */
    final float[][] numbers;

    /** For each tap of a filter, where it looks from place 0. */
    int[] offsets = {};

    /** How many taps a filter has in one component. */
    int taps;

    /** The distance of two rows of the sums. */
    int pitch;

    /** How many places there are. */
    int places;

    Planes(int components, int height, int common) {
        this.components = components;
        this.height = height;
        this.common = common;
        numbers = new float[components][0];
    }

    /**
     * Plans the layout.
     *
     * @param image the numbers to come, [batch, channels, rows, columns]
     * @param spread the distance at which the numbers are laid, 1 for an image as it is
     * @param padding how many zeros lie above and left of the numbers
     * @param size the filters are size x size
     * @param out the output, [batch, filters, rows, columns]
     * @param window how many numbers are read at once
     */
    abstract void plan(Tensor image, int spread, int padding, int size, int stride, Tensor out, int window);

    /** Lays out the image that starts at {@code from}. */
    abstract void load(float[] image, int from);

    /**
     * The weights of the taps in channel c of a filter: tap t of component k goes to {@code to[k][at + t * step]}.
     *
     * @param w the filters; this one's weight (row u, column v) is {@code w[from + direction * (u * size + v)]}
     */
    abstract void weights(float[] w, int from, int direction, int c, float[][] to, int at, int step);

    /** Makes, of n sums of each component, row h of the output in {@code sums[h]}. */
    abstract void combine(float[][] sums, int n);

    /** Makes room for {@code length} numbers of each component, all 0. */
    final void clear(int length) {
        for (int k = 0; k < components; k++) {
            if (numbers[k].length < length) {
                numbers[k] = new float[length];
            } else {
                Arrays.fill(numbers[k], 0, length, 0);
            }
        }
    }
}
