package nursery.augment;

/** Leaves every row as it is: what a trainer does by default. */
public record Unchanged() implements Augmentation {

    @Override
    public void apply(Batch batch) {}

    @Override
    public Augmentation then(Augmentation next) {
        return next;
    }

    @Override
    public String toString() {
        return "none";
    }
}
