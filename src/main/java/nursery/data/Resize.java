package nursery.data;

import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Brings images to one size by bilinear interpolation: each new pixel is the weighted mean of the four old ones nearest
 * to its place. Pixel i of n covers the places i / n to (i + 1) / n, as with PyTorch's {@code interpolate} without
 * {@code align_corners}; what would lie beyond the edge is the edge. Shrinking to less than half skips pixels.
 *
 * <p>It learns nothing from the training part, and may be applied to a dataset alone, so that images of different sizes
 * can become parts of one split.
 *
 * @param height of the new images, in pixels
 * @param width of the new images, in pixels
 */
public record Resize(int height, int width) implements Preprocessor, Transform {
    /** Refuses a size below one pixel. */
    public Resize {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("resize(height, width): expected at least 1 pixel, received " + height
                    + " x " + width + "; 32 x 32 is usual for small images");
        }
    }

    @Override
    public Transform fit(Dataset train) {
        Images.require(train.rowShape(), "resize(" + height + ", " + width + ")");
        return this;
    }

    @Override
    public Dataset apply(Dataset data) {
        Shape row = data.rowShape();
        Images.require(row, "resize(" + height + ", " + width + ")");
        Axis down = Axis.of(row.dim(1), height);
        Axis across = Axis.of(row.dim(2), width);
        Tensor x = data.features();
        int planes = data.rows() * row.dim(0);
        Tensor out = Tensor.zeros(Shape.of(data.rows(), row.dim(0), height, width), x.precision());
        for (int p = 0, at = 0; p < planes; p++) {
            int plane = p * row.dim(1) * row.dim(2);
            for (int i = 0; i < height; i++) {
                int above = plane + down.before[i] * row.dim(2);
                int below = plane + down.after[i] * row.dim(2);
                for (int j = 0; j < width; j++, at++) {
                    double upper = across.between(x, above, j);
                    double lower = across.between(x, below, j);
                    out.set(at, upper + down.share[i] * (lower - upper));
                }
            }
        }
        return data.withFeatures(out);
    }

    /** Where the new pixels of one dimension lie between the old ones: share of the way from before to after. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Axis(int[] before, int[] after, double[] share) {
        static Axis of(int old, int size) {
            Axis axis = new Axis(new int[size], new int[size], new double[size]);
            for (int i = 0; i < size; i++) {
                double place = Math.max(0, (i + 0.5) * old / size - 0.5);
                axis.before[i] = Math.min((int) place, old - 1);
                axis.after[i] = Math.min(axis.before[i] + 1, old - 1);
                axis.share[i] = place - axis.before[i];
            }
            return axis;
        }

        double between(Tensor x, int start, int j) {
            double left = x.get(start + before[j]);
            return left + share[j] * (x.get(start + after[j]) - left);
        }
    }

    /** {@code resized to 32 x 32}. */
    @Override
    public String toString() {
        return "resized to " + height + " x " + width;
    }
}
