package nursery.data;

/**
 * A change to the features that depends on the data, such as centering. It is fitted on the training part alone and then
 * applied to all parts, so that nothing about validation and test rows leaks into training.
 */
public interface Preprocessor {
    /** Learns from the training part what to do with every row. */
    Transform fit(Dataset train);
}
