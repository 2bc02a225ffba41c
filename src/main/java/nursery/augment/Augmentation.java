package nursery.augment;

import nursery.tensor.Shape;

/**
 * Changes the rows of a batch at random while a net trains, so that it never sees quite the same row twice; evaluation
 * sees rows as they are. Stay in what can really happen: a mirrored cat is a cat, a mirrored 2 is no digit.
 *
 * <p>It comes after preprocessing. What moves in from outside a picture is 0: black for pixels from 0 to 1, the mean once
 * the data is centered. A mean per pixel moves along with its picture.
 *
 * <pre>{@code
 * Trainer.adam(1e-3).augment(flip().then(crop(4)))
 *
 * Augmentation darker = batch -> {
 *     for (int i = 0; i < batch.rows() * batch.rowShape().size(); i++) {
 *         batch.pixels()[i] *= 0.9f;
 *     }
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Augmentation {

    /** Changes the numbers of {@code batch}, drawing from {@link Batch#random} alone. */
    void apply(Batch batch);

    /**
     * Asks whether it can change rows of this shape; any by default.
     *
     * @throws IllegalArgumentException if it cannot
     */
    default void check(Shape row) {}

    /** This augmentation and then {@code next}. Moves in a row are one move: pixels are interpolated once. */
    default Augmentation then(Augmentation next) {
        return new Compose(this, next);
    }
}
