package nursery.data;

/**
 * A change to the features that depends on the data, such as centering. It is fitted on the training part alone and then
 * applied to all parts, so that nothing about validation and test rows leaks into training.
 */
public interface Preprocessor {
    /** Learns from the training part what to do with every row. */
    Transform fit(Dataset train);

    /**
     * The same, fitted to a random sample of the training part, for huge data: {@code
     * data.preprocess(new Center().sampled(10_000, 231))}.
     *
     * @param rows how many training rows to draw
     * @param seed the same seed draws the same rows
     */
    default Preprocessor sampled(int rows, long seed) {
        return new Sampled(this, rows, seed);
    }
}
