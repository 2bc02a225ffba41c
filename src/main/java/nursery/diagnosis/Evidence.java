package nursery.diagnosis;

/**
 * The number that shows a finding.
 *
 * @param text the numbers in words
 * @param statistic what was measured, {@code "initial loss / ln C"}
 * @param value what it came to
 * @param threshold from where on it is a finding
 * @param source where the threshold comes from, {@code "CS231n"}
 * @param layer the layer that it is about, {@code "dense1"}; empty for the whole net
 * @param step the step where it begins, from 1; 0 before the first
 */
public record Evidence(
        String text, String statistic, double value, double threshold, String source, String layer, int step) {

    /** A measured number of the whole training. */
    public static Evidence of(String text, String statistic, double value, double threshold, String source) {
        return new Evidence(text, statistic, value, threshold, source, "", 0);
    }

    /** Something that is so, without a number: value 1, threshold 1. */
    public static Evidence fact(String text, String source) {
        return of(text, "found", 1, 1, source);
    }

    /** The same, about one layer. */
    public Evidence at(String layer) {
        return new Evidence(text, statistic, value, threshold, source, layer, step);
    }

    /** The same, from one step on. */
    public Evidence from(int step) {
        return new Evidence(text, statistic, value, threshold, source, layer, step);
    }

    /** The same with a sentence of what an experiment showed. */
    public Evidence and(String more) {
        return new Evidence(text + "; " + more, statistic, value, threshold, source, layer, step);
    }

    /** The numbers in words. */
    @Override
    public String toString() {
        return text;
    }
}
