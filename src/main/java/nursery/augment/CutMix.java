package nursery.augment;

import nursery.tensor.RandomStream;
import nursery.tensor.Shape;

/**
 * Puts a random patch of another row of the batch into an image and gives it that row's label by its share of the pixels,
 * exactly (Yun et al. 2019). The patch covers a share of 1 - λ with λ from Beta(α, α), less what lies outside. A row may
 * meet itself. {@code hinge()} looks at the larger share alone.
 *
 * @param alpha α, from 0.01 to 100; 1, the usual one, draws every share equally often
 */
public record CutMix(double alpha) implements Augmentation {

    /** Checks the arguments. */
    public CutMix {
        Arguments.require("cutMix(alpha)", "alpha", alpha, BetaDistribution.LEAST, BetaDistribution.MOST, 1);
    }

    @Override
    public void check(Shape row) {
        Arguments.requireImages(this, row);
    }

    @Override
    public void apply(Batch batch) {
        Shape image = batch.rowShape();
        int plane = image.dim(1) * image.dim(2);
        Patch patch = batch.patch();
        System.arraycopy(batch.pixels(), 0, batch.otherPixels(), 0, batch.rows() * image.size());
        for (int row = 0; row < batch.rows(); row++) {
            RandomStream random = batch.random(row);
            int partner = random.nextInt(batch.rows());
            double side = Math.sqrt(1 - BetaDistribution.draw(alpha, random));
            patch.draw((int) (side * image.dim(1)), (int) (side * image.dim(2)), random);
            patch.copy(batch.pixels(), partner, batch.otherPixels(), row);
            batch.mixTargets(row, partner, (float) (plane - patch.area()) / plane, (float) patch.area() / plane);
        }
        batch.swapPixels();
        batch.swapTargets();
    }

    @Override
    public String toString() {
        return "cutMix(" + alpha + ")";
    }
}
