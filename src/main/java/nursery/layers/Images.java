package nursery.layers;

import nursery.tensor.Shape;
import nursery.tensor.ShapeException;

/** What the layers for images have in common. */
final class Images {
    private Images() {}

    /** Asks for rows of [channels, height, width]. */
    static void require(Shape in) {
        if (in.rank() != 3) {
            throw new ShapeException(
                    "expected images [channels, height, width], received " + in
                            + "; start the net with Net.input(channels, height, width), and flatten after the last image layer");
        }
    }
}
