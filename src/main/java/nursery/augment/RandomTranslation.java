package nursery.augment;

import java.util.random.RandomGenerator;
import nursery.tensor.Shape;

/**
 * Moves an image up or down and left or right, each by a random distance; {@link RandomCrop} moves it by whole pixels.
 *
 * @param pixels the largest distance, at least 0 and less than the shorter side
 */
public record RandomTranslation(double pixels) implements Moving {

    /** Checks the arguments. */
    public RandomTranslation {
        Arguments.require("translate(pixels)", "a distance", pixels, 0, Crops.MOST_PADDING, 2);
    }

    @Override
    public void move(Warp warp, RandomGenerator random) {
        double right = pixels * (2 * random.nextDouble() - 1);
        double down = pixels * (2 * random.nextDouble() - 1);
        warp.translate(right, down);
    }

    @Override
    public void check(Shape row) {
        Arguments.requireWithin(this, "a distance", pixels, Arguments.shorterSide(row) - 1, row);
    }

    @Override
    public String toString() {
        return "translate(" + pixels + ")";
    }
}
