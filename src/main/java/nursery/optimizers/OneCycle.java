package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.require;

/**
 * One cycle (Smith and Topin 2018): from a share of the base rate up to it along half a cosine, then down to nearly
 * nothing along another. The base rate is the largest, and may be larger than a constant one could be.
 *
 * @param rise the share of the training in which the rate rises, in (0, 1); 0.3 by default
 * @param start the share of the base rate at the start, in [0, 1]; 1/25 by default
 * @param end the share of the base rate at the end, in [0, 1]; 1/250,000 by default
 */
public record OneCycle(double rise, double start, double end) implements Schedule {

    /** Checks the three shares. */
    public OneCycle {
        require("oneCycle", "a rise", rise, rise > 0 && rise < 1, "above 0 and below 1", 0.3);
        require("oneCycle", "a share at the start", start, start >= 0 && start <= 1, "of 0 to 1", 1.0 / 25);
        require("oneCycle", "a share at the end", end, end >= 0 && end <= 1, "of 0 to 1", 1.0 / 250_000);
    }

    /** Rises for 0.3 of the training from 1/25 and ends at 1/250,000, as in PyTorch. */
    public OneCycle() {
        this(0.3, 1.0 / 25, 1.0 / 250_000);
    }

    @Override
    public double rate(double base, double epoch, double epochs) {
        double done = Math.min(1, epoch / epochs);
        return base
                * (done <= rise
                        ? 1 + (start - 1) * Cosine.half(done / rise)
                        : end + (1 - end) * Cosine.half((done - rise) / (1 - rise)));
    }

    @Override
    public String toString() {
        return "oneCycle(" + rise + ", " + start + ", " + end + ")";
    }
}
