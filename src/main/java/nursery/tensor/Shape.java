package nursery.tensor;

import java.util.Arrays;

/**
 * The lengths of a tensor's dimensions, slowest first: {@code [channels, height, width]} for an image, {@code [784]}
 * for a flat row, {@code []} for a single number. Immutable.
 */
public final class Shape {
    private final int[] dims;
    private final int size;

    private Shape(int[] dims) {
        long product = 1;
        for (int d : dims) {
            if (d < 0) {
                throw new ShapeException("expected dimensions of at least 0, received " + Arrays.toString(dims));
            }
            product *= d;
            if (product > Integer.MAX_VALUE - 8) {
                throw new ShapeException("a tensor of shape " + Arrays.toString(dims)
                        + " is too large: at most 2,147,483,639 numbers fit; use fewer rows or smaller layers");
            }
        }
        this.dims = dims;
        this.size = (int) product;
    }

    /**
     * A shape of the given dimensions.
     *
     * @throws ShapeException if one is negative or their product exceeds what an array holds
     */
    public static Shape of(int... dims) {
        return new Shape(dims.clone());
    }

    /** The number of dimensions. */
    public int rank() {
        return dims.length;
    }

    /** The length of dimension {@code i}, counted from 0. */
    public int dim(int i) {
        return dims[i];
    }

    /** How many numbers a tensor of this shape holds: the product of the dimensions, 1 for {@code []}. */
    public int size() {
        return size;
    }

    /** The shape of a batch of {@code rows} such rows: {@code [rows, this...]}. */
    public Shape batch(int rows) {
        int[] batched = new int[dims.length + 1];
        batched[0] = rows;
        System.arraycopy(dims, 0, batched, 1, dims.length);
        return new Shape(batched);
    }

    /** The shape of one row of a batch: all dimensions but the first. */
    public Shape row() {
        if (dims.length == 0) {
            throw new ShapeException("a single number has no rows");
        }
        return new Shape(Arrays.copyOfRange(dims, 1, dims.length));
    }

    /** Whether the last dimensions of this shape are those of {@code other}, so that {@code other} is broadcast. */
    boolean endsWith(Shape other) {
        int lead = dims.length - other.dims.length;
        return lead >= 0 && Arrays.equals(dims, lead, dims.length, other.dims, 0, other.dims.length);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Shape other && Arrays.equals(dims, other.dims);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    /** The dimensions in brackets, {@code [3, 32, 32]}. */
    @Override
    public String toString() {
        return Arrays.toString(dims);
    }
}
