package nursery.augment;

import java.util.random.RandomGenerator;

/**
 * Enlarges or shrinks an image around its center by a random factor.
 *
 * @param least the smallest factor, at least 0.1
 * @param most the largest factor, at most 10
 */
public record RandomScale(double least, double most) implements Moving {

    /** Checks the arguments. */
    public RandomScale {
        Arguments.requireFactors("scale(least, most)", least, most);
    }

    @Override
    public void move(Warp warp, RandomGenerator random) {
        double factor = least + (most - least) * random.nextDouble();
        warp.scale(factor, factor);
    }

    @Override
    public String toString() {
        return "scale(" + least + ", " + most + ")";
    }
}
