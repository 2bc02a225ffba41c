package nursery;

import java.util.List;
import nursery.data.Split;
import nursery.diagnosis.Check;
import nursery.diagnosis.DataStep;
import nursery.diagnosis.Examination;
import nursery.diagnosis.GradientStep;
import nursery.diagnosis.Guideline;
import nursery.diagnosis.InitialLossStep;
import nursery.diagnosis.LayersStep;
import nursery.diagnosis.LearningRateStep;
import nursery.diagnosis.OverfitStep;
import nursery.diagnosis.Program;
import nursery.diagnosis.RegularizationStep;
import nursery.diagnosis.Report;
import nursery.diagnosis.Review;
import nursery.diagnosis.Step;
import nursery.diagnosis.Steps;
import nursery.diagnosis.ZeroedInputsStep;

/**
 * The lecture's babysitting checklist: what to look at before a long training. Every check says what was expected, what
 * was found, and what to do.
 *
 * <p>Nothing here changes the net, the data or any random stream of yours: the checks work on models and seeds of their
 * own, and the same call gives the same report. An interrupt ends a report within one training step and keeps what
 * there is.
 */
public final class Checklist {
    private static final int SAMPLE = 20; // the lecture's small sample

    private Checklist() {}

    /** All checks: data, layers, initial loss, regularization, gradients, overfitting, zeroed inputs, learning rate, update ratio. */
    public static Report run(Net net, Split data) {
        return run(
                "Checklist",
                net,
                data,
                new DataStep(),
                new LayersStep(),
                new InitialLossStep(),
                new RegularizationStep(),
                new GradientStep(),
                new OverfitStep(Math.min(SAMPLE, data.train().rows())),
                new ZeroedInputsStep(),
                new LearningRateStep());
    }

    /**
     * What is wrong before anything runs: a head that does not fit the loss, a missing activation function, a loss of the
     * wrong kind, dropout in the wrong place, labels and numbers that cannot be learned from.
     */
    public static Review review(Net net, Trainer trainer, Split data) {
        return Review.of(new Program(net, trainer, data), Examination.usual());
    }

    /** The data looks sane: numbers, scale, center, labels, sizes of the parts, and no row in two parts. */
    public static Report data(Split data) {
        return DataStep.check(data);
    }

    /** The choice and the order of the layers: no sigmoid between them, batch normalization before the activation. */
    public static Report layers(Net net) {
        return LayersStep.check(net);
    }

    /** The initial loss is that of a net that knows nothing: ln C for softmax over C classes. */
    public static Report initialLoss(Net net, Split data) {
        return run("Initial loss", net, data, new InitialLossStep());
    }

    /** With regularization the loss goes up, by exactly the penalty. */
    public static Report regularization(Net net, Split data) {
        return run("Regularization", net, data, new RegularizationStep());
    }

    /** Backward's gradients agree with centered differences. */
    public static Report gradients(Net net, Split data) {
        return run("Gradients", net, data, new GradientStep());
    }

    /** The net can learn {@code n} training rows by heart, without regularization; 20 are usual. */
    public static Report overfit(Net net, Split data, int n) {
        return run("Overfit a small sample", net, data, new OverfitStep(n));
    }

    /** A net that sees zeros instead of the data does worse. */
    public static Report zeroedInputs(Net net, Split data) {
        return run("Zeroed inputs", net, data, new ZeroedInputsStep());
    }

    /** A sweep with momentum shows rates that are too low, good, and too high; and the updates it makes are near 1e-3. */
    public static Report learningRate(Net net, Split data) {
        return run("Learning rate", net, data, new LearningRateStep());
    }

    /** The updates of the first steps, with the rate that a sweep suggests, are near 1e-3 of the weights. */
    public static Report updateRatio(Net net, Split data) {
        Report swept = learningRate(net, data);
        List<Check> ratio = swept.checks().stream()
                .filter(c -> c.name().equals("update ratio"))
                .toList();
        return ratio.isEmpty() ? swept : new Report("Update ratio", ratio, swept.evidence());
    }

    /**
     * The lecture's seven steps as one call: initial loss, overfit a small sample, find a learning rate, coarse grid,
     * refine, look at the curves, and what to do next. It stops at the first step that fails.
     */
    public static Report guideline(Net net, Split data) {
        return Guideline.run(net, data);
    }

    private static Report run(String title, Net net, Split data, Step... steps) {
        return Steps.run(title, net, data, List.of(steps));
    }
}
