package nursery.data;

import nursery.tensor.Shape;

/** Rows that are images. */
final class Images {
    private Images() {}

    /** The row is an image; {@code call} names in the message what needs one. */
    static void require(Shape row, String call) {
        if (row.rank() != 3) {
            throw new IllegalArgumentException(call + ": expected images of shape [channels, height, width], received"
                    + " rows of shape " + row + "; use it for images only");
        }
    }
}
