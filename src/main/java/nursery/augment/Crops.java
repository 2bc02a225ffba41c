package nursery.augment;

import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Several windows of each image to test a net on, whose outputs are then averaged: the four corners and the center of the
 * image padded with zeros (five-crop), and all of them mirrored too (ten-crop, Krizhevsky et al. 2012). A window has the
 * size of the image. For nets that trained with {@link RandomCrop}.
 *
 * <pre>{@code history.model().accuracy(data.test(), fiveCrop(4))}</pre>
 *
 * @param padding pixels on each side, at least 0 and less than the shorter side
 * @param mirrored whether to mirror the windows too
 */
public record Crops(int padding, boolean mirrored) {
    static final int MOST_PADDING = 1 << 15;
    private static final int[] RIGHT = {1, -1, 1, -1, 0};
    private static final int[] DOWN = {1, 1, -1, -1, 0};

    /** Checks the padding. */
    public Crops {
        Arguments.require(name(mirrored) + "(padding)", "a padding", padding, 0, MOST_PADDING, 4);
    }

    /** How many windows there are: 5 or 10. */
    public int count() {
        return mirrored ? 2 * RIGHT.length : RIGHT.length;
    }

    /**
     * A window of every row of {@code x}, a new tensor of its shape and precision.
     *
     * @param i which window, from 0: the corners line by line, the center, and again mirrored
     * @param image the shape of a row, {@code [channels, height, width]}
     * @throws IllegalArgumentException if rows are no images, or not larger than the padding
     */
    public Tensor window(int i, Tensor x, Shape image) {
        new RandomCrop(padding).check(image);
        int height = image.dim(1);
        int width = image.dim(2);
        int right = padding * RIGHT[i % RIGHT.length];
        int down = padding * DOWN[i % DOWN.length];
        Tensor out = Tensor.zeros(x.shape(), x.precision());
        for (int line = 0; line < x.rows() * image.dim(0) * height; line++) {
            int y = line % height - down;
            for (int j = 0; j < width && y >= 0 && y < height; j++) {
                int column = (i < RIGHT.length ? j : width - 1 - j) - right;
                if (column >= 0 && column < width) {
                    out.set(line * width + j, x.get((line - down) * width + column));
                }
            }
        }
        return out;
    }

    private static String name(boolean mirrored) {
        return mirrored ? "tenCrop" : "fiveCrop";
    }

    @Override
    public String toString() {
        return name(mirrored) + "(" + padding + ")";
    }
}
