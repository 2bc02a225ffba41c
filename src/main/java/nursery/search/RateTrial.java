package nursery.search;

/**
 * One rate of a sweep.
 *
 * @param learningRate the rate
 * @param firstLoss the loss of the first batch, before any step
 * @param lastLoss the mean loss over the last quarter of the steps; NaN or infinite if it blew up
 * @param accuracy on validation rows, or on training rows where there are none; NaN for regression
 * @param updateRatio the median of |ΔW| / |W| over the sampled steps; about 1e-3 is healthy
 * @param verdict what to think of the rate
 */
public record RateTrial(
        double learningRate, double firstLoss, double lastLoss, double accuracy, double updateRatio, Verdict verdict) {}
