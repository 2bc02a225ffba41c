package nursery.augment;

import java.util.random.RandomGenerator;
import nursery.tensor.Shape;

/**
 * Pads an image with zeros on all sides and cuts a window of its old size out of it at random: moves it by whole
 * pixels. {@link Crops} is its counterpart when a net is tested.
 *
 * @param padding pixels on each side, at least 0 and less than the shorter side; 4 is usual for 32 x 32
 */
public record RandomCrop(int padding) implements Moving {

    /** Checks the arguments. */
    public RandomCrop {
        Arguments.require("crop(padding)", "a padding", padding, 0, Crops.MOST_PADDING, 4);
    }

    @Override
    public void move(Warp warp, RandomGenerator random) {
        warp.translate(random.nextInt(-padding, padding + 1), random.nextInt(-padding, padding + 1));
    }

    @Override
    public void check(Shape row) {
        Arguments.requireWithin(this, "a padding", padding, Arguments.shorterSide(row) - 1, row);
    }

    @Override
    public String toString() {
        return "crop(" + padding + ")";
    }
}
