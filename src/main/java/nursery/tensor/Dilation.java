package nursery.tensor;

/** Filters with holes: of a size x size filter, neighbors lie {@code dilation} pixels apart, with zeros between them. */
public final class Dilation {
    private Dilation() {}

    /** The height and width of a dilated filter: dilation (size - 1) + 1. */
    public static int length(int size, int dilation) {
        return dilation * (size - 1) + 1;
    }

    /** W with zeros between its numbers: [filters, channels, size, size] to [filters, channels, length, length]. */
    public static Tensor spread(Tensor w, int dilation) {
        int size = w.shape().dim(2);
        int length = length(size, dilation);
        Tensor wide = w.result(w.rows(), w.shape().dim(1), length, length);
        wide.fill(0);
        for (int i = 0; i < w.size(); i++) {
            wide.set(place(i, size, length, dilation), w.get(i));
        }
        return wide;
    }

    /** The gradient of W from that of {@link #spread}: what belongs to its numbers, without that of the zeros. */
    public static Tensor gather(Tensor wide, Tensor w, int dilation) {
        int size = w.shape().dim(2);
        int length = length(size, dilation);
        Tensor gradient = wide.result(w.shape());
        for (int i = 0; i < w.size(); i++) {
            gradient.set(i, wide.get(place(i, size, length, dilation)));
        }
        return gradient;
    }

    private static int place(int i, int size, int length, int dilation) {
        int plane = i / (size * size);
        int row = i / size % size;
        int column = i % size;
        return (plane * length + row * dilation) * length + column * dilation;
    }
}
