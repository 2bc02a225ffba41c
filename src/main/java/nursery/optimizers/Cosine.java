package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.require;

/**
 * Down along half a cosine to a share of the base rate (Loshchilov and Hutter 2017): rate · (end + (1 - end) ½ (1 + cos(π
 * epoch / epochs))).
 *
 * @param end the share that is left at the end, in [0, 1]; 0 by default
 */
public record Cosine(double end) implements Schedule {

    /** Checks the share. */
    public Cosine {
        require("cosine", "a share at the end", end, end >= 0 && end <= 1, "of at least 0 and at most 1", 0);
    }

    /** Down to 0. */
    public Cosine() {
        this(0);
    }

    @Override
    public double rate(double base, double epoch, double epochs) {
        return base * (end + (1 - end) * half(Math.min(1, epoch / epochs)));
    }

    /** ½ (1 + cos πp). StrictMath.cos may allocate; HotSpot's Math.cos has the same bits compiled or not. */
    static double half(double p) {
        return 0.5 * (1 + Math.cos(Math.PI * p));
    }

    @Override
    public String toString() {
        return "cosine(" + (end == 0 ? "" : end) + ")";
    }
}
