package nursery.tensor;

/** Activation functions with their gradients, softmax and its loss. {@code out} may be an operand. */
interface ActivationKernels extends RectifierKernels {

    /** out = max(0, x); NaN stays NaN. */
    default void relu(Tensor x, Tensor out) {
        map(x, v -> Math.max(0, v), out);
    }

    /** out = dy where y > 0, else 0. */
    default void reluGradient(Tensor dy, Tensor y, Tensor out) {
        zip(dy, y, (d, v) -> v > 0 ? d : 0, out);
    }

    /** out = tanh(x). */
    default void tanh(Tensor x, Tensor out) {
        map(x, Math::tanh, out);
    }

    /** out = dy * (1 - y²). */
    default void tanhGradient(Tensor dy, Tensor y, Tensor out) {
        zip(dy, y, (d, v) -> d * (1 - v * v), out);
    }

    /** out = 1 / (1 + e^-x). */
    default void sigmoid(Tensor x, Tensor out) {
        map(x, v -> 1 / (1 + Math.exp(-v)), out);
    }

    /** out = dy * y * (1 - y). */
    default void sigmoidGradient(Tensor dy, Tensor y, Tensor out) {
        zip(dy, y, (d, v) -> d * v * (1 - v), out);
    }

    /** out = e^x / Σ e^x in each row, with the row's maximum subtracted first so that nothing overflows. */
    default void softmax(Tensor x, Tensor out) {
        int n = x.columns();
        for (int row = 0; row < x.rows(); row++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < n; j++) {
                max = Math.max(max, x.get(row * n + j));
            }
            double sum = 0;
            for (int j = 0; j < n; j++) {
                double e = Math.exp(x.get(row * n + j) - max);
                sum += e;
                out.set(row * n + j, e);
            }
            for (int j = 0; j < n; j++) {
                out.set(row * n + j, out.get(row * n + j) / sum);
            }
        }
    }

    /**
     * The mean over the rows of -Σ t log softmax(z), computed from the scores z so that no log of 0 occurs; {@code dz}
     * becomes its gradient (softmax(z) Σ t - t) / rows, {@code p} the probabilities softmax(z).
     */
    default double softmaxCrossEntropy(Tensor z, Tensor t, Tensor p, Tensor dz) {
        softmax(z, p);
        int n = z.columns();
        double loss = 0;
        for (int row = 0; row < z.rows(); row++) {
            double max = Double.NEGATIVE_INFINITY;
            double mass = 0;
            for (int j = 0; j < n; j++) {
                max = Math.max(max, z.get(row * n + j));
                mass += t.get(row * n + j);
            }
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += Math.exp(z.get(row * n + j) - max);
            }
            double logSum = max + Math.log(sum);
            for (int j = 0; j < n; j++) {
                double target = t.get(row * n + j);
                if (target != 0) {
                    loss += target * (logSum - z.get(row * n + j));
                }
                dz.set(row * n + j, (p.get(row * n + j) * mass - target) / z.rows());
            }
        }
        return loss / z.rows();
    }
}
