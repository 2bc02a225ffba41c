package nursery.diagnosis;

import nursery.report.Numbers;

/**
 * A short training with one thing changed: from the same start, beside the first steps of the training as it was, with
 * the same seed and the same batches in the same order; or from the trained model on, beside the last steps.
 */
public final class Experiment {
    private static final double CLEAR = 0.02; // of the loss of a net that ignores its inputs: less may be chance

    private final String what;
    private final int steps;
    private final double[] asItWas;
    private final double[] changed;
    private final double validationLoss;
    private final boolean resumed;

    private Experiment(
            String what, int steps, double[] asItWas, double[] changed, double validationLoss, boolean resumed) {
        this.what = what;
        this.steps = steps;
        this.asItWas = asItWas;
        this.changed = changed;
        this.validationLoss = validationLoss;
        this.resumed = resumed;
    }

    /**
     * From the same start.
     *
     * @param asItWas the losses of the training as it was, all its steps, each over the loss of a net that learned nothing
     *     from its inputs
     * @param changed the losses with the change, over that loss of the changed training
     * @param validationLoss after them
     */
    static Experiment restarted(String what, int steps, double[] asItWas, double[] changed, double validationLoss) {
        return new Experiment(what, steps, asItWas, changed, validationLoss, false);
    }

    /**
     * From the trained model on.
     *
     * @param last the last losses of the training as it was, over that loss
     * @param changed the losses with the change
     * @param validationLoss after them
     */
    static Experiment resumed(String what, int steps, double[] last, double[] changed, double validationLoss) {
        return new Experiment(what, steps, last, changed, validationLoss, true);
    }

    /** What was changed, {@code "learning rate / 10"}. */
    public String what() {
        return what;
    }

    /** How many steps the changed training made. */
    public int steps() {
        return steps;
    }

    /** Whether it went on from the trained model; else it began where the training began. */
    public boolean resumed() {
        return resumed;
    }

    /** The validation loss after the last step; NaN without validation rows. */
    public double validationLoss() {
        return validationLoss;
    }

    /** The losses by step of the training that it stands beside, over that of a net that ignores its inputs. */
    public double[] asItWas() {
        return asItWas.clone();
    }

    /** The losses by step with the change, over that of a net that ignores its inputs. */
    public double[] changed() {
        return changed.clone();
    }

    /** The loss at the end with the change, the mean over the last quarter of its steps. */
    public double end() {
        return Curve.mean(changed, changed.length - window(), changed.length);
    }

    /** The loss of the training as it was at the same step. */
    public double before() {
        return asItWas.length < steps ? Double.POSITIVE_INFINITY : Curve.mean(asItWas, steps - window(), steps);
    }

    /**
     * How many times faster the changed training learned: the steps that the training as it was needed to get as low,
     * over those of the changed one. Where it never did, as if it did right after its end.
     */
    public double speedup() {
        double goal = end();
        if (changed.length < steps || !Double.isFinite(goal)) {
            return 0;
        }
        int window = window();
        double sum = 0;
        for (int i = 0; i < asItWas.length; i++) {
            sum += asItWas[i] - (i >= window ? asItWas[i - window] : 0);
            if (!Double.isFinite(sum)) {
                return asItWas.length / (double) steps;
            }
            if (i + 1 >= window && sum / window <= goal) {
                return (i + 1.0) / steps;
            }
        }
        return (asItWas.length + 1.0) / steps;
    }

    /** Whether the change helps: it learns {@code times} as fast, and clearly more than nothing. */
    public boolean helps(double times) {
        double most = asItWas.length / (double) steps; // a training of few steps cannot be beaten by more
        return speedup() >= Math.min(times, most) && end() < Math.min(before(), 1) - CLEAR;
    }

    /** Whether the changed training got clearly below where the training as it was ended. */
    public boolean beatsTheEnd() {
        return end() < Math.min(Curve.end(asItWas), 1) - CLEAR;
    }

    /** Whether the loss fell clearly, and to less than {@code share} of what it was. */
    public boolean falls(double share) {
        return end() < Math.min(share * before(), before() - CLEAR);
    }

    private int window() {
        return Math.max(1, steps / 4);
    }

    /** {@code "learning rate / 10 learns 4 times as fast in 100 steps"}. */
    @Override
    public String toString() {
        String of = " of that of a net that ignores its inputs)";
        String now = Numbers.format(end(), 3);
        String before = Numbers.format(before(), 3);
        return resumed
                ? what + ", trained on for " + steps + " steps: " + Numbers.format(100 * end() / before(), 3)
                        + " % of the loss before (" + now + " against " + before + of
                : what + " learns " + Numbers.format(speedup(), 2) + " times as fast in " + steps + " steps (loss "
                        + now + " against " + before + " then and " + Numbers.format(Curve.end(asItWas), 3)
                        + " in the end,"
                        + of;
    }
}
