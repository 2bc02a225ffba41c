package nursery.symptoms;

import static nursery.diagnosis.Mechanism.WIRING;
import static nursery.diagnosis.Severity.CRITICAL;
import static nursery.diagnosis.Severity.WARN;

import java.util.List;
import java.util.Optional;
import nursery.activations.Activation;
import nursery.activations.Sigmoid;
import nursery.activations.Softmax;
import nursery.data.Dataset;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Fix;
import nursery.diagnosis.Precheck;
import nursery.diagnosis.Program;
import nursery.layers.Activate;
import nursery.layers.Layer;
import nursery.losses.BinaryCrossEntropy;
import nursery.losses.CrossEntropy;
import nursery.losses.Huber;
import nursery.losses.Loss;
import nursery.losses.MeanSquaredError;
import nursery.report.Numbers;
import nursery.tensor.Tensor;

/**
 * A loss of the wrong kind: squared error on classes, which learns slower than cross-entropy where the net is sure
 * and wrong, or a loss on numbers that is not lowest at the right ones.
 */
public record LossKind() implements Precheck {

    @Override
    public Optional<Finding> review(Program p) {
        Loss loss = p.net().loss();
        if (!p.data().train().classification()) {
            return unfit(p);
        }
        boolean squared = loss instanceof MeanSquaredError || loss instanceof Huber;
        if (!squared) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D15",
                        "a loss for numbers on classes",
                        WIRING,
                        WARN,
                        Evidence.fact(loss + " on " + p.data().train().classes() + " classes", "AutoTrainer"),
                        "The squared error of a probability is at most 1, and its gradient behind softmax or sigmoid vanishes where the net is sure and wrong: just where it should learn most.",
                        "Use softmax() with cross-entropy, or hinge().")
                .confidence(0.8)
                .fix(new Fix("softmax and cross-entropy", p, LossKind::crossEntropy)));
    }

    /** A loss on numbers that wrong answers make lower than right ones. */
    private static Optional<Finding> unfit(Program p) {
        Dataset rows = Changes.sample(p.data().train());
        Tensor t = p.net().targets(rows);
        Loss loss = p.net().loss();
        double step = 0.5 * t.std();
        double right = loss.apply(t.copy(), t, t.copy());
        double above = loss.apply(t.map(v -> v + step), t, t.copy());
        double below = loss.apply(t.map(v -> v - step), t, t.copy());
        double tolerance = 1e-6 * Math.abs(right);
        boolean lowest = right <= above + tolerance && right <= below + tolerance && right < Math.max(above, below);
        return lowest
                ? Optional.empty()
                : Optional.of(Finding.of(
                                "D15",
                                "a loss that does not fit numbers",
                                WIRING,
                                CRITICAL,
                                Evidence.of(
                                        loss + " is " + Numbers.format(right, 3)
                                                + " where every number is predicted right, "
                                                + Numbers.format(above, 3) + " above and " + Numbers.format(below, 3)
                                                + " below",
                                        "loss of the right numbers",
                                        right,
                                        Math.min(above, below),
                                        "AutoTrainer"),
                                "Training makes the loss small, and this loss is no smaller for right numbers than for wrong ones.",
                                "Use linear(), the mean squared error, or huber() for numbers.")
                        .confidence(0.97)
                        .fix(new Fix(
                                "the mean squared error", p, q -> q.with(q.net().loss(new MeanSquaredError())))));
    }

    private static Program crossEntropy(Program p) {
        List<Layer> layers = p.net().layers();
        Activation head = p.net().outputShape().size() == 1 ? new Sigmoid() : new Softmax();
        Loss loss = p.net().outputShape().size() == 1 ? new BinaryCrossEntropy() : new CrossEntropy();
        boolean there = !layers.isEmpty() && layers.get(layers.size() - 1).equals(new Activate(head));
        return p.with((there ? p.net() : p.net().activation(head)).loss(loss));
    }
}
