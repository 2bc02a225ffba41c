package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.require;

/**
 * A smaller rate whenever the loss stops falling: after more than {@code patience} epochs in a row without a loss below
 * (1 - {@code threshold}) times the best, the rate is multiplied by {@code factor}. It looks at the loss of the
 * validation rows, or of the training rows where there are none.
 *
 * @param factor in (0, 1); 0.1 by default
 * @param patience how many bad epochs are borne, at least 0; 10 by default
 * @param threshold by which share the loss has to fall, in [0, 1); 1e-4 by default
 */
public record ReduceOnPlateau(double factor, int patience, double threshold) implements Schedule {

    /** Checks the three numbers. */
    public ReduceOnPlateau {
        require("reduceOnPlateau", "a factor", factor, factor > 0 && factor < 1, "above 0 and below 1", 0.1);
        require("reduceOnPlateau", "a patience", patience, patience >= 0, "of at least 0 epochs", 10);
        require(
                "reduceOnPlateau",
                "a threshold",
                threshold,
                threshold >= 0 && threshold < 1,
                "of at least 0 and below 1",
                1e-4);
    }

    /** Factor 0.1, patience 10, threshold 1e-4. */
    public ReduceOnPlateau() {
        this(0.1, 10, 1e-4);
    }

    @Override
    public double rate(double base, double epoch, double epochs) {
        return base;
    }

    @Override
    public Schedule afterEpoch(double loss) {
        return new Waiting(this, 1, Double.POSITIVE_INFINITY, 0).afterEpoch(loss);
    }

    @Override
    public String toString() {
        return "reduceOnPlateau(" + factor + ", " + patience + ", " + threshold + ")";
    }

    /**
     * What it has become after some epochs.
     *
     * @param scale times the base rate
     * @param best the lowest loss so far
     * @param bad how many epochs in a row were no better
     */
    private record Waiting(ReduceOnPlateau plateau, double scale, double best, int bad) implements Schedule {

        @Override
        public double rate(double base, double epoch, double epochs) {
            return scale * base;
        }

        @Override
        public Schedule afterEpoch(double loss) {
            if (loss < best * (1 - plateau.threshold)) {
                return new Waiting(plateau, scale, loss, 0);
            }
            boolean enough = bad + 1 > plateau.patience;
            return new Waiting(plateau, enough ? scale * plateau.factor : scale, best, enough ? 0 : bad + 1);
        }
    }
}
