package nursery.search;

import nursery.report.Numbers;

/**
 * A learning rate that a sweep suggests; never applied by itself.
 *
 * @param learningRate the rate; NaN where there is no clear valley
 * @param confidence from 0, no clear valley, to 1
 * @param reason one sentence
 */
public record Suggestion(double learningRate, double confidence, String reason) {

    @Override
    public String toString() {
        return confidence == 0
                ? "no clear valley: " + reason
                : "learning rate " + Numbers.brief(learningRate) + ", confidence " + Numbers.brief(confidence) + ": "
                        + reason;
    }
}
