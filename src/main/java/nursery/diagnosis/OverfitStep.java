package nursery.diagnosis;

import java.util.List;
import java.util.Optional;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Split;
import nursery.report.Chart;
import nursery.report.Numbers;
import nursery.report.Plot;
import nursery.training.Baseline;
import nursery.training.Callback;
import nursery.training.Epoch;
import nursery.training.Evaluation;
import nursery.training.History;

/**
 * Overfit a small sample to 100 % training accuracy, without regularization: whoever cannot learn a few rows by heart
 * has a bug, or a net that is too small. For regression the loss has to fall
 * below a hundredth of the variance of the targets.
 *
 * @param n how many training rows
 */
public record OverfitStep(int n) implements Step {
    private static final List<Double> RATES = List.of(3e-3, 3e-2, 1e-1, 3e-4); // of Adam, tried in this order
    private static final int EPOCHS = 1000;
    private static final double LEARNED = 0.01; // of the loss without learning from the inputs

    /** Checks the number of rows. */
    public OverfitStep {
        if (n < 1) {
            throw new IllegalArgumentException(
                    "overfit: expected at least 1 row, received " + n + "; 20 rows are usual");
        }
    }

    @Override
    public Report run(Net net, Split data) {
        if (n > data.train().rows()) {
            throw new IllegalArgumentException("overfit: expected at most the "
                    + data.train().rows() + " training rows, received " + n + "; 20 rows are usual");
        }
        Split sample = Probe.rows(data.train(), n).split(1, 0, 0);
        Attempt best = attempt(net, sample, RATES.get(0));
        for (int i = 1; i < RATES.size() && !best.learned(); i++) {
            Attempt next = attempt(net, sample, RATES.get(i));
            best = next.end().loss() < best.end().loss() ? next : best;
        }
        return best.report();
    }

    private static Attempt attempt(Net net, Split sample, double rate) {
        Trainer trainer = Trainer.adam(rate)
                .batchSize(sample.train().rows())
                .epochs(EPOCHS)
                .callback(new UntilLearned());
        History history = Probe.fit(trainer, net.l2(0), sample);
        return new Attempt(history, Evaluation.of(history.model(), sample.train()));
    }

    private static double baseline(History history) {
        return Baseline.constant(history.model().net(), history.data().train());
    }

    private record Attempt(History history, Evaluation end) {

        boolean learned() {
            return Double.isNaN(end.accuracy()) ? end.loss() <= LEARNED * baseline(history) : end.accuracy() == 1;
        }

        Report report() {
            int n = history.data().train().rows();
            boolean classes = history.data().train().classification();
            String loss = "loss " + Numbers.brief(history.stepLosses()[0]) + " to " + Numbers.brief(end.loss()) + " in "
                    + history.steps() + " steps";
            Check check = Check.of(
                    "overfit " + n + " rows",
                    learned(),
                    classes
                            ? n + " of " + n + " correct"
                            : "a loss below " + Numbers.brief(LEARNED * baseline(history))
                                    + ", a hundredth of the variance",
                    classes ? Math.round(end.accuracy() * n) + " of " + n + " correct, " + loss : loss,
                    "The net can learn a small sample by heart: find the learning rate on all data.",
                    "Change the architecture, the learning rate or the initialization; look for equal rows with different labels and for saturated or dead units.");
            Chart curve = Chart.of("Overfitting " + n + " rows")
                    .x("step")
                    .y("loss")
                    .logY()
                    .line("train", history.stepLosses());
            return new Report("Overfit a small sample", List.of(check), Plot.of(curve));
        }
    }

    /** Stops when the sample is learned by heart. */
    private record UntilLearned() implements Callback {
        @Override
        public Optional<String> afterEpoch(History history) {
            Epoch last = history.lastEpoch();
            boolean right = Double.isNaN(last.trainAccuracy()) || last.trainAccuracy() == 1;
            return right && last.trainLoss() <= 0.5 * LEARNED * baseline(history)
                    ? Optional.of("learned by heart")
                    : Optional.empty();
        }
    }
}
