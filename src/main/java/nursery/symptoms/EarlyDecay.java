package nursery.symptoms;

import static nursery.diagnosis.Mechanism.RATE;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;

import java.util.List;
import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Experiment;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.optimizers.ConstantRate;
import nursery.report.Numbers;
import nursery.training.Epoch;

/**
 * The learning rate decayed before the net had learned: with the first rate training goes on at once.
 *
 * @param share of the first rate that the last one is below, from which on it is tried
 * @param resumed how far the loss must fall when training goes on with the first rate
 */
public record EarlyDecay(double share, double resumed) implements Symptom {

    /** The usual thresholds. */
    public EarlyDecay() {
        this(0.02, 0.93);
    }

    @Override
    public Optional<Finding> look(Case c) {
        List<Epoch> epochs = c.history().epochs();
        if (epochs.size() < 3 || c.explained() || c.curve().diverged()) {
            return Optional.empty();
        }
        double base = c.trainer().learningRate();
        long decayed =
                epochs.stream().filter(e -> e.learningRate() < share * base).count();
        if (decayed < 0.3 * epochs.size()) {
            return Optional.empty();
        }
        Optional<Experiment> on = c.resume(
                "the first rate",
                q -> q.with(q.trainer().schedule(new ConstantRate()).learningRate(base)));
        boolean helps = on.isPresent() && on.get().end() < resumed * on.get().before();
        int first = (int)
                epochs.stream().takeWhile(e -> e.learningRate() >= share * base).count();
        Evidence evidence = Evidence.of(
                        "for " + decayed + " of " + epochs.size() + " epochs the rate was below "
                                + Numbers.format(100 * share, 2) + " % of its start",
                        "last rate / first rate",
                        epochs.get(epochs.size() - 1).learningRate() / base,
                        share,
                        "Karpathy")
                .from(1 + first * c.history().stepsPerEpoch());
        return Optional.of(Finding.of(
                        "D60",
                        "learning rate decays too early",
                        RATE,
                        helps ? WARN : INFO,
                        on.map(o -> evidence.and(o.toString())).orElse(evidence),
                        "The rate is so small that the weights stand still, though there is more to learn.",
                        "Decay later or slower: with decay(0.9) for each epoch, or when the validation loss stops falling.")
                .confidence(helps ? 0.9 : 0.5)
                .fix(c.fix("a constant rate", q -> q.with(q.trainer().schedule(new ConstantRate())))));
    }
}
