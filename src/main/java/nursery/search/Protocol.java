package nursery.search;

/**
 * How each trial is trained and judged.
 *
 * @param epochs of each trial; 0 leaves them to the trainer
 * @param folds of cross-validation over the training rows; 0 judges by the validation rows
 * @param killAbove ends a trial whose cost rises above so many times its first (CS231n)
 * @param pruner ends trials that others outdo
 * @param seed the seed of everything
 */
public record Protocol(int epochs, int folds, double killAbove, Pruner pruner, long seed) {
    /** More epochs than any trial needs. */
    public static final int MOST_EPOCHS = 10_000;

    /** The validation rows judge, a cost above 3 times the first ends a trial, seed 0. */
    public static final Protocol USUAL = new Protocol(0, 0, 3, new Pruner.None(), 0);

    /** Checks the numbers. */
    public Protocol {
        if (epochs < 0 || epochs > MOST_EPOCHS) {
            throw new IllegalArgumentException("search: expected 1 to " + MOST_EPOCHS + " epochs, received " + epochs
                    + "; 1 to 5 for a coarse search, 10 to 20 for a fine one");
        }
        if (folds < 0 || folds == 1) {
            throw new IllegalArgumentException(
                    "folds: expected at least 2, received " + folds + "; 5 are usual, 0 for none");
        }
        if (!(killAbove > 1)) {
            throw new IllegalArgumentException("killAbove: expected a factor above 1, received " + killAbove
                    + "; 3 is usual, Double.POSITIVE_INFINITY for no limit");
        }
        if (folds > 0 && !(pruner instanceof Pruner.None)) {
            throw new IllegalArgumentException("search: expected either cross-validation or early stopping of trials,"
                    + " received folds(" + folds + ") and " + pruner + "; leave one out");
        }
    }

    /** The calls that make it. */
    @Override
    public String toString() {
        return (epochs == 0 ? "" : ".epochs(" + epochs + ")")
                + (folds == 0 ? "" : ".folds(" + folds + ")")
                + (killAbove == USUAL.killAbove ? "" : ".killAbove(" + killAbove + ")")
                + pruner
                + ".seed(" + seed + ")";
    }
}
