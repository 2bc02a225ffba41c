package nursery.pretraining;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nursery.data.Order;
import nursery.report.LivePlot;
import nursery.tensor.Arena;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import nursery.tensor.Workers;
import org.jspecify.annotations.Nullable;

/** One training of a machine from start to end. */
final class RbmRun {
    private static final int JUDGES = 1000;

    private final Rbm rbm;
    private final RbmTrainer trainer;
    private final Tensor rows;
    private final Tensor trainJudges;
    private final @Nullable Tensor validationJudges;
    private final RbmHistory history;
    private final @Nullable LivePlot live;
    private final Arena arena;
    private final ContrastiveDivergence divergence;
    private final Shape full;
    private final Shape last;
    private final int[] order;
    private final int stepsPerEpoch;

    private RbmRun(Rbm rbm, RbmTrainer trainer, Tensor train, Tensor validation, Workers workers) {
        this.rbm = rbm;
        this.trainer = trainer;
        rows = rbm.visibleRows(train);
        trainJudges = judges(rows);
        validationJudges = validation.rows() == 0 ? null : judges(rbm.visibleRows(validation));
        int batchSize = Math.min(trainer.batchSize(), rows.rows());
        stepsPerEpoch = (rows.rows() + batchSize - 1) / batchSize;
        full = Shape.of(batchSize, rbm.visible());
        last = Shape.of(rows.rows() - (stepsPerEpoch - 1) * batchSize, rbm.visible());
        order = IntStream.range(0, rows.rows()).toArray();
        history = new RbmHistory(rbm, (long) stepsPerEpoch * trainer.epochs());
        live = trainer.drawing() ? new LivePlot() : null;
        arena = Arena.of(rbm.weights().precision(), workers);
        SplittableRandom seeds = Seed.of(trainer.seed()).with("draws").generator();
        divergence = new ContrastiveDivergence(
                rbm,
                trainer.turns(),
                trainer.keepsChains() ? batchSize : 0,
                trainer.learningRate(),
                arena,
                seeds::nextLong);
    }

    /** Trains {@code rbm} itself to the end, or until an interrupt of this thread. */
    static RbmHistory train(Rbm rbm, RbmTrainer trainer, Tensor train, Tensor validation) {
        try (Workers workers = Workers.of(trainer.threads())) {
            RbmRun run = new RbmRun(rbm, trainer, train, validation, workers);
            RbmHistory.setLast(run.history);
            return run.run();
        }
    }

    private static Tensor judges(Tensor rows) {
        return rows.rows(0, Math.min(JUDGES, rows.rows()));
    }

    private RbmHistory run() {
        judge(0);
        for (int epoch = 1; epoch <= trainer.epochs() && history.stopReason().isEmpty(); epoch++) {
            Order.shuffle(
                    order, Seed.of(trainer.seed()).with("order").with(epoch).generator());
            for (int i = 0; i < stepsPerEpoch && history.stopReason().isEmpty(); i++) {
                step(i);
            }
            judge(epoch);
        }
        if (live != null) {
            String end = history.stopReason().map(r -> "stopped: " + r).orElse("done");
            live.finish(history.steps(), end, history.plot());
        }
        return history;
    }

    private void step(int i) {
        arena.reset();
        Tensor batch = arena.next(i == stepsPerEpoch - 1 ? last : full);
        int from = i * full.dim(0);
        batch.gatherRows(rows, order, from, from + batch.rows());
        boolean finite = divergence.step(batch);
        history.addStep();
        if (Thread.interrupted()) {
            history.interrupt();
        } else if (!finite) {
            history.stopped("the weights became infinite or NaN at step " + history.steps()
                    + "; lower the learning rate, 0.1 is usual");
        } else if (live != null) {
            live.step(history.steps(), history.totalSteps(), history::plot);
        }
    }

    private void judge(int epoch) {
        history.add(new RbmEpoch(
                epoch,
                rbm.reconstructionError(trainJudges),
                mean(rbm.freeEnergy(trainJudges)),
                validationJudges == null ? Double.NaN : rbm.reconstructionError(validationJudges),
                validationJudges == null ? Double.NaN : mean(rbm.freeEnergy(validationJudges))));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
