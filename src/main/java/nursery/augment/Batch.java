package nursery.augment;

import nursery.tensor.RandomStream;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Rows and targets of one training step, in float32, for an {@link Augmentation} to change.
 *
 * <p>Row {@code i} has its pixels from {@code i * rowShape().size()} on, channel by channel and line by line, and its
 * targets from {@code i * outputs()} on: for classes their shares, one of them 1 and the others 0 at first.
 */
public final class Batch {
    private final Shape rowShape;
    private final int outputs;
    private final RandomStream[] random;
    private final Warp warp = new Warp();
    private final Patch patch;
    private float[] pixels;
    private float[] otherPixels;
    private float[] targets;
    private float[] otherTargets;
    private int rows;

    Batch(Shape rowShape, int outputs, int mostRows) {
        this.rowShape = rowShape;
        this.outputs = outputs;
        patch = new Patch(rowShape.rank() == 3 ? rowShape : Shape.of(1, 1, rowShape.size()));
        pixels = new float[mostRows * rowShape.size()];
        otherPixels = new float[pixels.length];
        targets = new float[mostRows * outputs];
        otherTargets = new float[targets.length];
        random = new RandomStream[mostRows];
        for (int i = 0; i < mostRows; i++) {
            random[i] = new RandomStream();
        }
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** The shape of a row: {@code [channels, height, width]} for images. */
    public Shape rowShape() {
        return rowShape;
    }

    /** How many targets a row has: the number of classes, for classes. */
    public int outputs() {
        return outputs;
    }

    /** The rows, to be changed in place. The array belongs to the batch. */
    public float[] pixels() {
        return pixels;
    }

    /** The targets, to be changed in place. The array belongs to the batch. */
    public float[] targets() {
        return targets;
    }

    /** The random numbers of a row. They depend on the training's seed, the step and the row alone. */
    public RandomStream random(int row) {
        return random[row];
    }

    // ---- for augmentations that read a row while they write another ----

    /** To be used for one row after the other. */
    Warp warp() {
        return warp;
    }

    /** To be used for one row after the other. */
    Patch patch() {
        return patch;
    }

    /** Where results go that {@link #swapPixels} makes the batch's rows. */
    float[] otherPixels() {
        return otherPixels;
    }

    void swapPixels() {
        float[] old = pixels;
        pixels = otherPixels;
        otherPixels = old;
    }

    /** Gives {@code row} its own targets by {@code share}, and those of {@code partner} by {@code rest}. */
    void mixTargets(int row, int partner, float share, float rest) {
        for (int j = 0; j < outputs; j++) {
            otherTargets[row * outputs + j] =
                    share * targets[row * outputs + j] + rest * targets[partner * outputs + j];
        }
    }

    void swapTargets() {
        float[] old = targets;
        targets = otherTargets;
        otherTargets = old;
    }

    // ---- there and back ----

    void load(Tensor x, Tensor t, Seed seed, long step) {
        rows = x.rows();
        x.copyTo(pixels);
        t.copyTo(targets);
        for (int i = 0; i < rows; i++) {
            random[i].restart(seed, step, i);
        }
    }

    void store(Tensor x, Tensor t) {
        x.assign(pixels);
        t.assign(targets);
    }
}
