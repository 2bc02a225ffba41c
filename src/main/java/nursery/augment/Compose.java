package nursery.augment;

import nursery.tensor.Shape;

/**
 * One augmentation after the other.
 *
 * @param first changes the batch
 * @param second changes what the first made of it
 */
public record Compose(Augmentation first, Augmentation second) implements Augmentation {

    @Override
    public void apply(Batch batch) {
        first.apply(batch);
        second.apply(batch);
    }

    @Override
    public void check(Shape row) {
        first.check(row);
        second.check(row);
    }

    /** Lets {@code next} join the last augmentation. */
    @Override
    public Augmentation then(Augmentation next) {
        return new Compose(first, second.then(next));
    }

    @Override
    public String toString() {
        return name(first) + ".then(" + name(second) + ")";
    }

    /** One that is a lambda has no name of its own. */
    private static String name(Augmentation one) {
        return one.getClass().isRecord() ? one.toString() : "augmentation";
    }
}
