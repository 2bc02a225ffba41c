package nursery.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.report.Numbers;
import nursery.search.RateTrial;
import nursery.search.Sweep;
import nursery.search.Verdict;
import nursery.training.Epoch;
import nursery.training.History;

/** The lecture's seven steps in one go, with momentum, each on the outcome of the one before. */
public final class Guideline {
    private static final int SAMPLE = 20;
    private static final double[] DECAYS = {1e-4, 1e-5, 0};
    private static final double[] FACTORS = {1 / 3.0, 1, 3};
    private static final int BATCH = 64;
    private static final int COARSE_EPOCHS = 5;
    private static final int COARSE_STEPS = 150;
    private static final int FINE_EPOCHS = 20;
    private static final int FINE_STEPS = 1500;
    private static final int VALIDATION_ROWS = 1000;

    private final Net net;
    private final Split data;
    private double rate;
    private List<History> coarse = List.of();

    private Guideline(Net net, Split data) {
        this.net = net;
        Dataset validation = data.validation();
        this.data = validation.rows() > VALIDATION_ROWS
                ? Split.of(data.train(), validation.take(VALIDATION_ROWS), data.test())
                : data;
    }

    /** Runs the steps up to the first that fails. */
    public static Report run(Net net, Split data) {
        Guideline g = new Guideline(net, data);
        List<Supplier<Report>> steps =
                List.of(g::initialLoss, g::smallSample, g::learningRate, g::coarseGrid, g::refineAndLook);
        return Steps.collect("Guideline", steps, true);
    }

    /** Step 1, without weight decay. */
    private Report initialLoss() {
        return named("1 check initial loss", new InitialLossStep().run(net.l2(0), data));
    }

    /** Step 2. */
    private Report smallSample() {
        int rows = Math.min(SAMPLE, data.train().rows());
        return named("2 overfit a small sample", new OverfitStep(rows).run(net, data));
    }

    private static Report named(String name, Report report) {
        return new Report(
                report.title(),
                report.checks().stream()
                        .map(c -> new Check(name, c.status(), c.expected(), c.actual(), c.advice()))
                        .toList(),
                report.evidence());
    }

    /** Step 3: on all data, from 1e-1, 1e-2, 1e-3 and 1e-4. */
    private Report learningRate() {
        Sweep sweep = Trainer.momentum(1e-2).batchSize(BATCH).sweep(net.l2(0), data, 1e-4, 1e-1, 4);
        if (sweep.interrupted()) {
            throw new CancellationException("interrupted during a sweep");
        }
        List<RateTrial> good =
                sweep.trials().stream().filter(t -> t.verdict() == Verdict.GOOD).toList();
        RateTrial best = good.stream()
                .min(Comparator.comparingDouble(RateTrial::lastLoss))
                .orElse(sweep.trials().get(0));
        rate = best.learningRate();
        Check check = Check.of(
                "3 find a learning rate",
                !good.isEmpty(),
                "one of 1e-1, 1e-2, 1e-3 and 1e-4 makes the loss go down",
                good.isEmpty()
                        ? "none does"
                        : "with " + Numbers.brief(rate) + " from "
                                + Numbers.brief(best.firstLoss()) + " to "
                                + Numbers.brief(best.lastLoss()),
                "Try rates around it with some weight decays.",
                "Look at the scale of the data and at the initialization; Trainer.momentum(1e-2).sweep(net, data, 1e-6, 1e1, 15) looks further.");
        return new Report("Learning rate", List.of(check), sweep.plot());
    }

    /** Step 4: some rates and weight decays for a few epochs. */
    private Report coarseGrid() {
        List<History> histories = new ArrayList<>();
        for (double factor : FACTORS) {
            for (double decay : DECAYS) {
                histories.add(Probe.fit(trainer(rate * factor, COARSE_EPOCHS, COARSE_STEPS), net.l2(decay), data));
            }
        }
        coarse = histories.stream()
                .sorted(Comparator.comparingDouble(Guideline::loss))
                .toList();
        History best = coarse.get(0);
        History worst = coarse.get(coarse.size() - 1);
        return Report.of(
                "Coarse grid",
                Check.of(
                        "4 coarse grid",
                        Double.isFinite(loss(best)),
                        "a learning rate and a weight decay that do best in 1 to 5 epochs",
                        "best " + settings(best) + ", " + outcome(best) + "; worst " + settings(worst) + ", "
                                + outcome(worst),
                        "Train the best longer, without learning rate decay.",
                        "Every combination diverged: go back to step 3 with lower rates."));
    }

    /** Steps 5 to 7. */
    private Report refineAndLook() {
        History start = coarse.get(0);
        History fine = Probe.fit(
                trainer(start.trainer().learningRate(), FINE_EPOCHS, FINE_STEPS),
                start.model().net(),
                data);
        Diagnosis diagnosis = Diagnosis.of(fine);
        Check refined = Check.mild(
                "5 refine, train longer",
                loss(fine) <= loss(start),
                "better than the coarse " + outcome(start),
                settings(fine) + ", " + fine.epochs().size() + " epochs: " + outcome(fine),
                "Look at the curves.",
                "Longer is not better here: look at the curves.");
        Check looked = new Check(
                "6 look at the curves",
                diagnosis.healthy() ? Status.PASS : Status.WARN,
                "both curves improve, with a small gap",
                diagnosis.findings().isEmpty()
                        ? "nothing wrong found"
                        : diagnosis.findings().get(0).name() + ": "
                                + diagnosis.findings().get(0).evidence(),
                diagnosis.findings().isEmpty()
                        ? "Nothing to mend."
                        : diagnosis.findings().get(0).advice());
        Check again = new Check(
                "7 go to step 5",
                Status.PASS,
                "the next round starts from " + settings(fine),
                outcome(fine),
                "Refine around it with more epochs until the validation loss no longer improves; then, once, look at the test rows.");
        return new Report("Refine", List.of(refined, looked, again), fine.plot());
    }

    /** Whole epochs up to a number of steps; more epochs where there are few rows. */
    private Trainer trainer(double learningRate, int epochs, int steps) {
        int stepsPerEpoch = (data.train().rows() + BATCH - 1) / BATCH;
        return Trainer.momentum(learningRate)
                .batchSize(BATCH)
                .epochs(Math.max(epochs, (steps / 3 + stepsPerEpoch - 1) / stepsPerEpoch))
                .maxSteps(steps);
    }

    private static double loss(History history) {
        Epoch last = history.lastEpoch();
        double loss = Double.isNaN(last.validationLoss())
                        && history.data().validation().rows() == 0
                ? last.trainLoss()
                : last.validationLoss();
        return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    }

    private static String settings(History history) {
        return "learning rate " + Numbers.brief(history.trainer().learningRate()) + ", weight decay "
                + Numbers.brief(history.model().net().l2());
    }

    private static String outcome(History history) {
        Epoch last = history.lastEpoch();
        boolean validated = history.data().validation().rows() > 0;
        double accuracy = validated ? last.validationAccuracy() : last.trainAccuracy();
        return (validated ? "validation" : "training") + " loss " + Numbers.brief(loss(history))
                + (Double.isNaN(accuracy) ? "" : ", accuracy " + Numbers.format(accuracy, 3));
    }
}
