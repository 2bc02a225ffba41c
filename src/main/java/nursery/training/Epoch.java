package nursery.training;

/**
 * What one epoch, or a part of one that was stopped, came to.
 *
 * @param epoch its number, from 1
 * @param trainLoss the mean loss over the rows it trained on, each before the step it was used in, without the penalty
 * @param trainAccuracy the share of those rows that were right; NaN for regression
 * @param validationLoss the mean loss over the validation rows after the epoch; NaN without validation rows
 * @param validationAccuracy the share of validation rows that are right; NaN for regression
 * @param learningRate the rate of its last step
 * @param updateRatio the median of |ΔW| / |W| over its sampled steps; about 1e-3 is healthy
 * @param seconds how long the training had lasted at its end
 */
public record Epoch(
        int epoch,
        double trainLoss,
        double trainAccuracy,
        double validationLoss,
        double validationAccuracy,
        double learningRate,
        double updateRatio,
        double seconds) {}
