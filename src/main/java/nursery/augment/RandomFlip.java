package nursery.augment;

import java.util.random.RandomGenerator;

/**
 * Mirrors an image left to right with some probability. Not for digits and letters.
 *
 * @param probability from 0 to 1; 0.5 is usual
 */
public record RandomFlip(double probability) implements Moving {

    /** Checks the arguments. */
    public RandomFlip {
        Arguments.require("flip(probability)", "a probability", probability, 0, 1, 0.5);
    }

    @Override
    public void move(Warp warp, RandomGenerator random) {
        if (random.nextDouble() < probability) {
            warp.scale(-1, 1);
        }
    }

    @Override
    public String toString() {
        return probability == 0.5 ? "flip()" : "flip(" + probability + ")";
    }
}
