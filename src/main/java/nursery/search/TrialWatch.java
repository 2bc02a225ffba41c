package nursery.search;

import java.util.List;
import java.util.Optional;
import nursery.training.Callback;
import nursery.training.Epoch;
import nursery.training.History;
import org.jspecify.annotations.Nullable;

/** Watches the training of one trial: ends it where its cost explodes, or where others do better. */
final class TrialWatch implements Callback {
    private final int trial;
    private final Protocol protocol;
    private final Curves curves;
    private double firstCost = Double.NaN;
    private @Nullable Outcome outcome;
    private boolean interrupted;

    TrialWatch(int trial, Protocol protocol, Curves curves) {
        this.trial = trial;
        this.protocol = protocol;
        this.curves = curves;
    }

    @Override
    public Optional<String> afterStep(History history) {
        double cost = history.lastCost();
        if (history.steps() == 1) {
            firstCost = cost;
        }
        if (cost > protocol.killAbove() * firstCost) {
            outcome = Outcome.DIVERGED;
            return Optional.of("cost above " + protocol.killAbove() + " times the first at step " + history.steps());
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> afterEpoch(History history) {
        curves.add(trial, score(history.lastEpoch()));
        if (protocol.pruner() instanceof Pruner.None) {
            return Optional.empty();
        }
        try {
            List<Double> scores = curves.of(trial);
            Optional<String> stop = protocol.pruner().stop(scores, curves.before(trial, scores.size()));
            if (stop.isPresent()
                    && history.lastEpoch().epoch() < history.trainer().epochs()) {
                outcome = Outcome.STOPPED;
                return stop;
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            interrupted = true;
            return Optional.of("interrupted");
        }
    }

    static double score(Epoch epoch) {
        return Double.isNaN(epoch.validationAccuracy()) ? -epoch.validationLoss() : epoch.validationAccuracy();
    }

    /** How a training ended that this watched. */
    Outcome outcome(History history) {
        if (outcome != null) {
            return outcome;
        }
        Epoch last = history.lastEpoch();
        boolean finite = Double.isFinite(last.validationLoss()) && Double.isFinite(last.trainLoss());
        return finite ? Outcome.FINISHED : Outcome.DIVERGED;
    }

    boolean interrupted(History history) {
        return interrupted || history.interrupted();
    }
}
