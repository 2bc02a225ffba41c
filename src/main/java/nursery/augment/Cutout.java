package nursery.augment;

import nursery.tensor.Shape;

/**
 * Sets a random square of an image to 0 (DeVries and Taylor 2017). Its center lies anywhere in the image, so that part of
 * it may lie outside. The label stays.
 *
 * @param size the side in pixels, at least 1 and at most the shorter side of the image; a quarter to a half of it is usual
 */
public record Cutout(int size) implements Augmentation {

    /** Checks the arguments. */
    public Cutout {
        Arguments.require("cutout(size)", "a size", size, 1, Crops.MOST_PADDING, 8);
    }

    @Override
    public void check(Shape row) {
        Arguments.requireWithin(this, "a size", size, Arguments.shorterSide(row), row);
    }

    @Override
    public void apply(Batch batch) {
        Patch patch = batch.patch();
        for (int row = 0; row < batch.rows(); row++) {
            patch.draw(size, size, batch.random(row));
            patch.clear(batch.pixels(), row);
        }
    }

    @Override
    public String toString() {
        return "cutout(" + size + ")";
    }
}
