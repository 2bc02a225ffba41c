package nursery.augment;

import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Applies an augmentation to the batches of a training. A row's random numbers depend on the seed, the step and its place
 * in the batch, never on threads. It works in float32, and allocates nothing once it is made.
 */
public final class Augmenter {
    private final Augmentation augmentation;
    private final Seed seed;
    private final Batch batch;

    private Augmenter(Augmentation augmentation, Seed seed, Batch batch) {
        this.augmentation = augmentation;
        this.seed = seed;
        this.batch = batch;
    }

    /**
     * Prepares an augmentation.
     *
     * @param row the shape of a row, {@code [channels, height, width]} for images
     * @param outputs how many targets a row has
     * @param mostRows how many rows the largest batch has
     * @param seed where its random numbers come from
     * @throws IllegalArgumentException if the augmentation cannot change such rows
     */
    public static Augmenter of(Augmentation augmentation, Shape row, int outputs, int mostRows, Seed seed) {
        augmentation.check(row);
        int rows = augmentation instanceof Unchanged ? 0 : mostRows;
        return new Augmenter(augmentation, seed, new Batch(row, outputs, rows));
    }

    /**
     * Changes a batch in place.
     *
     * @param x the rows, [batch, row shape...] or flat
     * @param t the targets, [batch, outputs]
     * @param step the number of the batch: the same number draws the same
     */
    public void apply(Tensor x, Tensor t, long step) {
        if (!(augmentation instanceof Unchanged)) {
            batch.load(x, t, seed, step);
            augmentation.apply(batch);
            batch.store(x, t);
        }
    }
}
