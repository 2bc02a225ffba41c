package nursery.augment;

import java.util.random.RandomGenerator;

/**
 * Slants an image: moves each line to the side by its height over the center times the tangent of a random angle.
 *
 * @param degrees the largest angle to either side, from 0 to 60; 10 is usual
 */
public record RandomShear(double degrees) implements Moving {

    /** Checks the arguments. */
    public RandomShear {
        Arguments.require("shear(degrees)", "degrees", degrees, 0, 60, 10);
    }

    @Override
    public void move(Warp warp, RandomGenerator random) {
        warp.shear(Math.tan(Math.toRadians(degrees * (2 * random.nextDouble() - 1))));
    }

    @Override
    public String toString() {
        return "shear(" + degrees + ")";
    }
}
