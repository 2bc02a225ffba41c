package nursery.augment;

import java.util.random.RandomGenerator;
import nursery.tensor.Shape;

/** Two moves with one sampling. */
record Moves(Moving first, Moving second) implements Moving {

    @Override
    public void move(Warp warp, RandomGenerator random) {
        first.move(warp, random);
        second.move(warp, random);
    }

    @Override
    public void check(Shape row) {
        first.check(row);
        second.check(row);
    }

    @Override
    public String toString() {
        return first + ".then(" + second + ")";
    }
}
