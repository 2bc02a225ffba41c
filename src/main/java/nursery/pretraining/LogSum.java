package nursery.pretraining;

import java.util.function.ToDoubleFunction;
import nursery.tensor.Tensor;

/** Sums of exponentials by their logarithms, in float64. */
final class LogSum {
    private static final int MOST_UNITS = 20; // a million states

    private LogSum() {}

    /** ln(1 + e^x), without overflow. */
    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** Σ of the biases of units that are on. */
    static double inputs(boolean[] state, Tensor bias) {
        double sum = 0;
        for (int i = 0; i < state.length; i++) {
            sum += state[i] ? bias.get(i) : 0;
        }
        return sum;
    }

    /** ln Σ e^f(state) over all states of so many units; the array is reused. */
    static double overStates(String what, int units, ToDoubleFunction<boolean[]> f) {
        if (units > MOST_UNITS) {
            throw new IllegalArgumentException(what + ": expected a layer of at most " + MOST_UNITS
                    + " units, for it sums over all their states; received " + units);
        }
        boolean[] state = new boolean[units];
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int code = 0; code < 1 << units; code++) {
            for (int i = 0; i < units; i++) {
                state[i] = (code >> i & 1) == 1;
            }
            double exponent = f.applyAsDouble(state);
            double most = Math.max(largest, exponent);
            sum = sum * Math.exp(largest - most) + Math.exp(exponent - most);
            largest = most;
        }
        return largest + Math.log(sum);
    }
}
