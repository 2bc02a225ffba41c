package nursery.diagnosis;

import java.util.Comparator;
import java.util.List;
import nursery.diagnosis.Differences.Comparison;
import nursery.tensor.Shape;

/**
 * What a gradient check found for one parameter.
 *
 * @param parameter its name, {@code "dense1.W"}; {@code "input.x"} is the input
 * @param maxRelativeError the largest relative error; NaN if every point was at a kink
 * @param worstIndex where, {@code "[3, 17]"}
 * @param analytic backward's gradient there
 * @param numeric the centered difference there
 * @param points how many numbers were compared
 * @param kinks how many of them were left out because they sit at a kink
 */
public record GradientRow(
        String parameter,
        double maxRelativeError,
        String worstIndex,
        double analytic,
        double numeric,
        int points,
        int kinks) {
    static final double HAPPY = 1e-7;
    static final double UNEASY = 1e-4;
    static final double WRONG = 1e-2;

    static GradientRow of(String parameter, Shape shape, List<Comparison> comparisons) {
        int kinks = (int) comparisons.stream().filter(Comparison::kink).count();
        return comparisons.stream()
                .filter(c -> !c.kink())
                .max(Comparator.comparingDouble(Comparison::error))
                .map(c -> new GradientRow(
                        parameter,
                        c.error(),
                        place(c.index(), shape),
                        c.analytic(),
                        c.numeric(),
                        comparisons.size(),
                        kinks))
                .orElse(new GradientRow(parameter, Double.NaN, "", Double.NaN, Double.NaN, comparisons.size(), kinks));
    }

    private static String place(int index, Shape shape) {
        StringBuilder text = new StringBuilder("]");
        int rest = index;
        for (int i = shape.rank() - 1; i >= 0; i--) {
            text.insert(0, (i == 0 ? "" : ", ") + rest % shape.dim(i));
            rest /= shape.dim(i);
        }
        return text.insert(0, "[").toString();
    }

    /** Fail above 1e-2, warn above 1e-4 or where every point was at a kink, else pass. */
    public Status status() {
        if (maxRelativeError > WRONG) {
            return Status.FAIL;
        }
        return maxRelativeError <= UNEASY ? Status.PASS : Status.WARN;
    }
}
