package nursery.diagnosis;

import java.util.Arrays;
import nursery.report.Numbers;

/**
 * A short training with one thing changed, beside the first steps of the training as it was: the same seed, the same
 * batches in the same order.
 */
public final class Experiment {
    private static final double CLEAR = 0.02; // of the loss of a net that ignores its inputs: less may be chance

    private final String what;
    private final int steps;
    private final double[] asItWas;
    private final double[] changed;

    /**
     * What both came to.
     *
     * @param what what was changed, {@code "learning rate / 10"}
     * @param steps how many steps the changed training made
     * @param asItWas the losses of the training as it was, all its steps, each over the loss of a net that learned
     *     nothing from its inputs
     * @param changed the losses with the change, over that loss of the changed training
     */
    Experiment(String what, int steps, double[] asItWas, double[] changed) {
        this.what = what;
        this.steps = steps;
        this.asItWas = asItWas;
        this.changed = changed;
    }

    /** What was changed, {@code "learning rate / 10"}. */
    public String what() {
        return what;
    }

    /** How many steps the changed training made. */
    public int steps() {
        return steps;
    }

    /** The losses by step of the training as it was, over that of a net that ignores its inputs. */
    public double[] asItWas() {
        return asItWas.clone();
    }

    /** The losses by step with the change, over that of a net that ignores its inputs. */
    public double[] changed() {
        return changed.clone();
    }

    /** The loss at the end with the change, the mean over the last quarter of its steps. */
    public double end() {
        return mean(changed, changed.length - window(), changed.length);
    }

    /** The loss of the training as it was at the same step. */
    public double before() {
        return asItWas.length < steps ? Double.POSITIVE_INFINITY : mean(asItWas, steps - window(), steps);
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
        return speedup() >= times && end() < Math.min(before(), 1) - CLEAR;
    }

    private int window() {
        return Math.max(1, steps / 4);
    }

    private static double mean(double[] losses, int from, int to) {
        return Arrays.stream(losses, Math.max(0, from), to).average().orElse(Double.NaN);
    }

    /** {@code "learning rate / 10 learns 4 times as fast in 100 steps"}. */
    @Override
    public String toString() {
        return what + " learns " + Numbers.format(speedup(), 2) + " times as fast in " + steps + " steps (loss "
                + Numbers.format(end(), 3) + " against " + Numbers.format(before(), 3)
                + " of that of a net that ignores its inputs)";
    }
}
