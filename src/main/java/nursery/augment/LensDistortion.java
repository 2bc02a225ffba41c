package nursery.augment;

import java.util.random.RandomGenerator;

/**
 * Bends an image like a lens: a pixel at distance r from the center comes from distance r (1 + k r²), with a random k and
 * r = 1 in the corners. Positive k gives a barrel, negative k a pincushion.
 *
 * @param strength the largest k of either sign, from 0 to 0.3, where no pixel appears twice; 0.1 is usual
 */
public record LensDistortion(double strength) implements Warping {

    /** Checks the arguments. */
    public LensDistortion {
        Arguments.require("lens(strength)", "a strength", strength, 0, 0.3, 0.1);
    }

    @Override
    public void move(Warp warp, RandomGenerator random) {
        warp.lens(strength * (2 * random.nextDouble() - 1));
    }

    @Override
    public String toString() {
        return "lens(" + strength + ")";
    }
}
