package nursery.augment;

import nursery.tensor.RandomStream;

/**
 * Blends each row with another row of the batch, λ x + (1 - λ) x', and their targets likewise, with λ from Beta(α, α) for
 * each row (Zhang et al. 2018); for rows of any shape, classes or numbers. A row may meet itself. {@code hinge()} looks at
 * the larger share alone.
 *
 * @param alpha α, from 0.01 to 100; 0.2 is usual, 1 draws every share equally often
 */
public record Mixup(double alpha) implements Augmentation {

    /** Checks the arguments. */
    public Mixup {
        Arguments.require("mixup(alpha)", "alpha", alpha, BetaDistribution.LEAST, BetaDistribution.MOST, 0.2);
    }

    @Override
    public void apply(Batch batch) {
        int n = batch.rowShape().size();
        for (int row = 0; row < batch.rows(); row++) {
            RandomStream random = batch.random(row);
            int partner = random.nextInt(batch.rows());
            float share = (float) BetaDistribution.draw(alpha, random);
            blend(batch.pixels(), row * n, partner * n, share, batch.otherPixels(), n);
            batch.mixTargets(row, partner, share, 1 - share);
        }
        batch.swapPixels();
        batch.swapTargets();
    }

    private static void blend(float[] from, int own, int partner, float share, float[] to, int n) {
        float rest = 1 - share;
        for (int i = 0; i < n; i++) {
            to[own + i] = share * from[own + i] + rest * from[partner + i];
        }
    }

    @Override
    public String toString() {
        return "mixup(" + alpha + ")";
    }
}
