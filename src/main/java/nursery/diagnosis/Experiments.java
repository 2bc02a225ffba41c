package nursery.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nursery.Model;
import nursery.Trainer;
import nursery.augment.Unchanged;
import nursery.data.Dataset;
import nursery.optimizers.ConstantRate;
import nursery.training.History;
import nursery.training.TrainingRun;

/** Short trainings of copies, within a budget of steps. */
final class Experiments {
    private static final int MOST_STEPS = 200;
    private static final int FEWEST_STEPS = 15;
    private static final int TINY_STEPS = 5;

    private final Case training;
    private final double budget;
    private final int steps;
    private final List<Experiment> made = new ArrayList<>();

    /**
     * Begins with none.
     *
     * @param budget the steps that all may make together
     */
    Experiments(Case training, double budget) {
        this.training = training;
        this.budget = budget;
        this.steps =
                Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, training.history().steps() / 10));
    }

    List<Experiment> made() {
        return List.copyOf(made);
    }

    /** From the same start, with {@code change}. */
    Optional<Experiment> restart(String what, UnaryOperator<Program> change) {
        if (spent()) {
            return Optional.empty();
        }
        Program changed = change.apply(training.program());
        Model start = changed.net() == training.net()
                ? training.initial().copy()
                : changed.net().init(training.trainer().seed());
        History run = train(start, changed, steps);
        return add(Experiment.restarted(
                what,
                steps,
                training.curve().relative(),
                relative(run),
                run.lastEpoch().validationLoss()));
    }

    /** From the trained model on, with {@code change}. */
    Optional<Experiment> resume(String what, UnaryOperator<Program> change) {
        if (spent()) {
            return Optional.empty();
        }
        Model start = training.history().model().copy();
        double[] losses = training.curve().relative();
        double[] last = Arrays.copyOfRange(losses, Math.max(0, losses.length - steps), losses.length);
        History run = train(start, change.apply(training.program()), steps);
        return add(Experiment.resumed(
                what, steps, last, relative(run), run.lastEpoch().validationLoss()));
    }

    /** Five steps on some rows as one batch, from the same start; they are too few to count. */
    History tiny(Dataset rows, Trainer trainer) {
        Trainer plain = trainer.augment(new Unchanged())
                .schedule(new ConstantRate())
                .batchSize(rows.rows())
                .epochs(TINY_STEPS);
        Program program = new Program(training.net(), plain, rows.split(1, 0, 0));
        return train(training.initial().copy(), program, TINY_STEPS);
    }

    private static double[] relative(History run) {
        return new Curve(run).relative();
    }

    private boolean spent() {
        return (made.size() + 1.0) * steps > budget;
    }

    private Optional<Experiment> add(Experiment experiment) {
        made.add(experiment);
        return Optional.of(experiment);
    }

    private static History train(Model start, Program program, int steps) {
        Probe.requireNotInterrupted();
        History run = TrainingRun.trainUnnoticed(
                start,
                program.trainer().withoutCallbacks().maxSteps(steps).maxSeconds(Double.POSITIVE_INFINITY),
                program.data());
        Probe.requireNotInterrupted(run);
        return run;
    }
}
