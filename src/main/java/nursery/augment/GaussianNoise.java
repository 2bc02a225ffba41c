package nursery.augment;

import nursery.tensor.RandomStream;

/**
 * Adds N(0, std²) to every number; for rows of any shape.
 *
 * @param std the standard deviation in the unit of the data, at least 0; 0.1 is usual
 */
public record GaussianNoise(double std) implements Augmentation {

    /** Checks the arguments. */
    public GaussianNoise {
        Arguments.require("noise(std)", "a standard deviation", std, 0, 1e6, 0.1);
    }

    @Override
    public void apply(Batch batch) {
        int n = batch.rowShape().size();
        float[] pixels = batch.pixels();
        for (int row = 0; row < batch.rows(); row++) {
            RandomStream random = batch.random(row);
            for (int i = row * n; i < (row + 1) * n; i++) {
                pixels[i] += (float) (std * random.nextGaussian());
            }
        }
    }

    @Override
    public String toString() {
        return "noise(" + std + ")";
    }
}
