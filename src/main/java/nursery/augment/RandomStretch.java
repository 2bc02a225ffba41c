package nursery.augment;

import java.util.random.RandomGenerator;

/**
 * Makes an image wider or narrower, and higher or lower, by two random factors.
 *
 * @param least the smallest factor, at least 0.1
 * @param most the largest factor, at most 10
 */
public record RandomStretch(double least, double most) implements Moving {

    /** Checks the arguments. */
    public RandomStretch {
        Arguments.requireFactors("stretch(least, most)", least, most);
    }

    @Override
    public void move(Warp warp, RandomGenerator random) {
        double wide = least + (most - least) * random.nextDouble();
        double high = least + (most - least) * random.nextDouble();
        warp.scale(wide, high);
    }

    @Override
    public String toString() {
        return "stretch(" + least + ", " + most + ")";
    }
}
