package nursery.symptoms;

import static nursery.diagnosis.Mechanism.WIRING;
import static nursery.diagnosis.Severity.WARN;

import java.util.Optional;
import nursery.data.Dataset;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Fix;
import nursery.diagnosis.Precheck;
import nursery.diagnosis.Program;
import nursery.losses.Loss;
import nursery.report.Numbers;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * The loss adds rows up where it should take their mean: twice the rows, twice the loss, and gradients that grow
 * with the batch.
 */
public record SummedLoss() implements Precheck {

    @Override
    public Optional<Finding> review(Program p) {
        Dataset rows = Changes.sample(p.data().train());
        rows = rows.take(Math.min(32, rows.rows()));
        Tensor t = p.net().targets(rows);
        Tensor once = outputs(t, 1);
        Loss loss = p.net().loss();
        double single = loss.apply(once, t, once.copy());
        double twice = loss.apply(outputs(t, 2), doubled(t), outputs(t, 2));
        double ratio = twice / single;
        if (!(Math.abs(ratio - 2) < 0.05)) {
            return Optional.empty();
        }
        int batch = Math.min(p.trainer().batchSize(), p.data().train().rows());
        return Optional.of(Finding.of(
                        "D25",
                        "loss summed over the rows",
                        WIRING,
                        WARN,
                        Evidence.of(
                                "the same rows twice make the loss " + Numbers.format(ratio, 3) + " times as large",
                                "loss of doubled rows / loss",
                                ratio,
                                2,
                                "TheDeepChecker"),
                        "With a sum the gradient grows with the batch: the learning rate is in truth the batch size times larger.",
                        "Divide the loss and its gradient by the number of rows.")
                .confidence(0.97)
                .fix(new Fix(
                        "the rate over the batch size",
                        p,
                        q -> q.with(q.trainer().learningRate(q.trainer().learningRate() / batch)))));
    }

    /** Something between the targets and equal shares, positive where the targets are. */
    private static Tensor outputs(Tensor t, int times) {
        Tensor y = times == 1 ? t.copy() : doubled(t);
        return y.map(v -> 0.5 * v + 0.5 / t.columns());
    }

    private static Tensor doubled(Tensor t) {
        Tensor two = Tensor.zeros(Shape.of(2 * t.rows(), t.columns()), t.precision());
        for (int i = 0; i < two.size(); i++) {
            two.set(i, t.get(i % t.size()));
        }
        return two;
    }
}
