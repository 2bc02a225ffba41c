package nursery.diagnosis;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nursery.data.Dataset;
import nursery.tensor.Tensor;
import nursery.training.Decision;
import nursery.training.Epoch;
import nursery.training.History;
import org.jspecify.annotations.Nullable;

/** What a trained model answers: for at most 2,000 validation rows, or training rows where there are none. */
public final class Answers {
    private static final int JUDGES = 2000;
    private static final int FEW_ROWS = 20;
    private static final int FEW_JUDGES = 200;
    private static final double SAME = 1e-3; // of the deviation of the targets

    private final History history;
    private final Curve curve;
    private @Nullable Dataset judges;
    private @Nullable Tensor outputs;

    Answers(History history, Curve curve) {
        this.history = history;
        this.curve = curve;
    }

    /** The rows. */
    private Dataset judges() {
        Dataset known = judges;
        if (known == null) {
            Dataset validation = history.data().validation();
            known = Probe.rows(
                    validation.rows() > 0 ? validation : history.data().train(), JUDGES);
            judges = known;
        }
        return known;
    }

    private Tensor outputs() {
        Tensor known = outputs;
        if (known == null) {
            known = history.model().predict(judges().features());
            outputs = known;
        }
        return known;
    }

    /** The share of rows of each class that are found, NaN where a class has none: of validation rows if there are any. */
    public double[] recall() {
        int[] right = new int[judges().classes()];
        int[] rows = judges().classCounts();
        for (int row = 0; row < judges().rows(); row++) {
            int label = judges().label(row);
            right[label] += Decision.of(outputs(), row) == label ? 1 : 0;
        }
        return IntStream.range(0, rows.length)
                .mapToDouble(k -> rows[k] == 0 ? Double.NaN : (double) right[k] / rows[k])
                .toArray();
    }

    /** The share of rows that get the commonest answer; for numbers, 1 where all answers are nearly equal, else 0. */
    public double commonest() {
        Tensor y = outputs();
        if (history.data().train().classification()) {
            Map<Integer, Long> answers = IntStream.range(0, y.rows())
                    .boxed()
                    .collect(Collectors.groupingBy(row -> Decision.of(y, row), Collectors.counting()));
            return (double) Collections.max(answers.values()) / y.rows();
        }
        return y.std() < SAME * history.data().train().targets().std() ? 1 : 0;
    }

    /** Whether the model answers no better than one that ignores its inputs: for validation rows if there are any. */
    public boolean learnedNothing() {
        if (history.epochs().isEmpty()) {
            return curve.standsStill();
        }
        Epoch last = history.lastEpoch();
        int rows = history.data().validation().rows();
        if (rows < FEW_ROWS) {
            return curve.standsStill();
        }
        if (!history.data().train().classification()) {
            return !(last.validationLoss() < 0.95 * curve.constant());
        }
        int[] counts = history.data().validation().classCounts();
        double common = (double) Arrays.stream(counts).max().orElse(0) / rows;
        return !(last.validationAccuracy() > common + 3 * Math.sqrt(common * (1 - common) / rows));
    }

    /** The share of right answers among the fifth of the judging rows that the net is surest about; NaN below 200 rows. */
    public double surestFifth() {
        Tensor y = outputs();
        if (!history.data().train().classification() || y.rows() < FEW_JUDGES || y.columns() < 2) {
            return Double.NaN;
        }
        int fifth = y.rows() / 5;
        int[] surest = IntStream.range(0, y.rows())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -y.get(row, y.argmax(row))))
                .mapToInt(row -> row)
                .limit(fifth)
                .toArray();
        return (double) Arrays.stream(surest)
                        .filter(row -> y.argmax(row) == judges().label(row))
                        .count()
                / fifth;
    }
}
