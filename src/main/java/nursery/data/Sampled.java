package nursery.data;

import java.util.Arrays;

/**
 * Fits another preprocessor to a random sample of the training rows: for data so huge that statistics of all rows would
 * take too long. The mean of n rows is off by about std / sqrt(n).
 *
 * @param preprocessor what to fit
 * @param rows how many rows to draw, without repetition
 * @param seed the same seed draws the same rows
 */
public record Sampled(Preprocessor preprocessor, int rows, long seed) implements Preprocessor {

    /**
     * Fits to the sample.
     *
     * @throws IllegalArgumentException if there are not as many rows
     */
    @Override
    public Transform fit(Dataset train) {
        if (rows < 1 || rows > train.rows()) {
            throw new IllegalArgumentException("expected a sample of 1 to " + train.rows() + " training rows, received "
                    + rows + "; without sampled(...) all rows count");
        }
        int[] sample = Arrays.copyOf(Order.shuffled(train.rows(), seed), rows);
        return preprocessor.fit(train.gather(sample));
    }
}
