package nursery.diagnosis;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Split;
import nursery.report.Numbers;
import nursery.search.RateTrial;
import nursery.search.Suggestion;
import nursery.search.Sweep;
import nursery.search.Verdict;

/**
 * Sweeps the learning rate: the loss hardly moves where it is too low, and explodes where it is too high. With the
 * suggested rate the updates of the first steps have to be of a sensible size, |ΔW| / |W| near 1e-3.
 *
 * @param from the smallest rate
 * @param to the largest rate
 * @param count how many rates
 */
public record LearningRateStep(double from, double to, int count) implements Step {
    private static final double SURE = 0.5;
    private static final double SMALL = 1e-4; // update ratios of healthy first steps
    private static final double LARGE = 5e-2;

    /** Two rates for each power of ten from 1e-5 to 1e1. */
    public LearningRateStep() {
        this(1e-5, 1e1, 13);
    }

    @Override
    public Report run(Net net, Split data) {
        Sweep sweep = Trainer.momentum(1e-2).seed(Probe.SEED).sweep(net, data, from, to, count);
        if (sweep.interrupted()) {
            throw new CancellationException("interrupted during a sweep");
        }
        List<Check> checks = Stream.concat(
                        Stream.of(rate(sweep)),
                        sweep.trials().stream()
                                .filter(t ->
                                        t.learningRate() == sweep.suggestion().learningRate())
                                .map(LearningRateStep::updateRatio))
                .toList();
        return new Report("Learning rate", checks, sweep.plot());
    }

    private static Check rate(Sweep sweep) {
        Suggestion suggestion = sweep.suggestion();
        boolean found = suggestion.confidence() > 0;
        Status status = suggestion.confidence() >= SURE ? Status.PASS : found ? Status.WARN : Status.FAIL;
        String verdicts = Stream.of(Verdict.values())
                .map(v -> sweep.trials().stream().filter(t -> t.verdict() == v).count() + " " + v)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return new Check(
                "learning rate",
                status,
                "rates that hardly move the loss, good ones, and rates that explode",
                verdicts + "; " + suggestion,
                found
                        ? "Train with Trainer.momentum(" + Numbers.brief(suggestion.learningRate()) + ")."
                        : "Loss not going down: the rate is too low; loss exploding: it is too high. Here "
                                + suggestion.reason() + ".");
    }

    private static Check updateRatio(RateTrial trial) {
        double ratio = trial.updateRatio();
        return Check.mild(
                "update ratio",
                ratio >= SMALL && ratio <= LARGE,
                "|ΔW| / |W| around 1e-3 in the first steps, from 1e-4 to 5e-2",
                Numbers.format(ratio, 2) + " with rate " + Numbers.brief(trial.learningRate()),
                "The steps are of a sensible size.",
                ratio < SMALL
                        ? "The weights hardly move: raise the learning rate or draw smaller initial weights."
                        : "The steps are large beside the weights: lower the learning rate or draw larger initial weights.");
    }
}
