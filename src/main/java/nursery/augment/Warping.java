package nursery.augment;

import java.util.random.RandomGenerator;
import nursery.tensor.Shape;

/** Moves the pixels of each image; its label stays. */
interface Warping extends Augmentation {

    /** Draws where the pixels of one image come from. */
    void move(Warp warp, RandomGenerator random);

    @Override
    default void check(Shape row) {
        Arguments.requireImages(this, row);
    }

    @Override
    default void apply(Batch batch) {
        Shape image = batch.rowShape();
        Warp warp = batch.warp();
        for (int row = 0; row < batch.rows(); row++) {
            warp.reset();
            move(warp, batch.random(row));
            warp.sample(batch.pixels(), batch.otherPixels(), row * image.size(), image);
        }
        batch.swapPixels();
    }
}
