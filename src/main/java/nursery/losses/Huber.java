package nursery.losses;

import nursery.tensor.Tensor;

/**
 * For the error e = y - t: ½ e² where |e| is at most δ, δ (|e| - ½ δ) beyond, the mean over batch and outputs (Huber
 * 1964). Far outliers pull no harder than those at δ. Takes the outputs as they are.
 *
 * @param delta the error δ from which on the loss grows in a straight line, above 0; 1 by default
 */
public record Huber(double delta) implements Loss {

    /** Checks δ. */
    public Huber {
        if (!(delta > 0 && delta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "huber: expected a finite delta above 0, received " + delta + "; 1 is usual");
        }
    }

    /** δ = 1. */
    public Huber() {
        this(1);
    }

    @Override
    public double apply(Tensor y, Tensor t, Tensor dy) {
        double loss = 0;
        int n = y.size();
        for (int i = 0; i < n; i++) {
            double error = y.get(i) - t.get(i);
            double size = Math.abs(error);
            loss += size <= delta ? 0.5 * error * error : delta * (size - 0.5 * delta);
            dy.set(i, Math.max(-delta, Math.min(error, delta)) / n);
        }
        return loss / n;
    }

    @Override
    public String toString() {
        return delta == 1 ? "huber()" : "huber(" + delta + ")";
    }
}
