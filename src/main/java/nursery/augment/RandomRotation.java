package nursery.augment;

import java.util.random.RandomGenerator;

/**
 * Turns an image around its center by a random angle.
 *
 * @param degrees the largest angle to either side, from 0 to 180; 10 is usual
 */
public record RandomRotation(double degrees) implements Moving {

    /** Checks the arguments. */
    public RandomRotation {
        Arguments.require("rotate(degrees)", "degrees", degrees, 0, 180, 10);
    }

    @Override
    public void move(Warp warp, RandomGenerator random) {
        warp.rotate(StrictMath.toRadians(degrees * (2 * random.nextDouble() - 1)));
    }

    @Override
    public String toString() {
        return "rotate(" + degrees + ")";
    }
}
