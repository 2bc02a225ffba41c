package nursery.tensor;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * The seam below {@link Tensor}: what a precision has to compute. Every method has a naive, readable loop as its
 * default, which is the reference; an implementation overrides the hot ones and a test holds each override against the
 * default. Arguments are checked by {@code Tensor}; {@code out} is never one of the operands of a product.
 */
interface Kernels {

    /** The kernels of a precision on the calling thread. */
    static Kernels of(Precision precision) {
        return precision == Precision.FLOAT32 ? FloatKernels.INSTANCE : DoubleKernels.INSTANCE;
    }

    /** The precision of all operands. */
    Precision precision();

    // ---- products ----

    /** out[m, n] = a[m, k] · b[k, n], each operand transposed first if so marked. */
    default void matmul(Tensor a, boolean transposeA, Tensor b, boolean transposeB, Tensor out) {
        int m = out.rows();
        int n = out.columns();
        int inner = transposeA ? a.rows() : a.columns();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum += a.get(transposeA ? k * m + i : i * inner + k)
                            * b.get(transposeB ? j * inner + k : k * n + j);
                }
                out.set(i * n + j, sum);
            }
        }
    }

    /** out[m, n] = x[m, k] · w[k, n] + b[n]. */
    default void affine(Tensor x, Tensor w, Tensor b, Tensor out) {
        matmul(x, false, w, false, out);
        plus(out, b, out);
    }

    // ---- elementwise; b has the shape of a, or of its last dimensions and is repeated ----

    /** out = f(x). */
    default void map(Tensor x, DoubleUnaryOperator f, Tensor out) {
        for (int i = 0; i < x.size(); i++) {
            out.set(i, f.applyAsDouble(x.get(i)));
        }
    }

    /** out = f(a, b). */
    default void zip(Tensor a, Tensor b, DoubleBinaryOperator f, Tensor out) {
        for (int i = 0; i < a.size(); i++) {
            out.set(i, f.applyAsDouble(a.get(i), b.get(i % b.size())));
        }
    }

    /** out = a + b. */
    default void plus(Tensor a, Tensor b, Tensor out) {
        zip(a, b, (x, y) -> x + y, out);
    }

    /** out = a - b. */
    default void minus(Tensor a, Tensor b, Tensor out) {
        zip(a, b, (x, y) -> x - y, out);
    }

    /** out = a * b. */
    default void times(Tensor a, Tensor b, Tensor out) {
        zip(a, b, (x, y) -> x * y, out);
    }

    /** out = a / b. */
    default void dividedBy(Tensor a, Tensor b, Tensor out) {
        zip(a, b, (x, y) -> x / y, out);
    }

    /** out = factor * x. */
    default void scale(Tensor x, double factor, Tensor out) {
        for (int i = 0; i < x.size(); i++) {
            out.set(i, factor * x.get(i));
        }
    }

    /** y += factor * x. */
    default void addScaled(Tensor y, double factor, Tensor x) {
        for (int i = 0; i < y.size(); i++) {
            y.set(i, y.get(i) + factor * x.get(i));
        }
    }

    // ---- activations ----

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

    // ---- sums, accumulated in float64 ----

    /** out[row] = Σ over the first dimension of x. */
    default void sumRows(Tensor x, Tensor out) {
        int n = out.size();
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < x.rows(); i++) {
                sum += x.get(i * n + j);
            }
            out.set(j, sum);
        }
    }

    /** Σ x. */
    default double sum(Tensor x) {
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            sum += x.get(i);
        }
        return sum;
    }

    /** Σ a * b. */
    default double dot(Tensor a, Tensor b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.get(i) * b.get(i);
        }
        return sum;
    }

    // ---- updates of parameters w by gradients g, in one pass ----

    /** v = rho v + g; w -= rate v. */
    default void momentum(Tensor w, Tensor g, Tensor v, double rate, double rho) {
        for (int i = 0; i < w.size(); i++) {
            v.set(i, rho * v.get(i) + g.get(i));
            w.set(i, w.get(i) - rate * v.get(i));
        }
    }

    /** v = rho v + g; w -= rate (g + rho v). */
    default void nesterov(Tensor w, Tensor g, Tensor v, double rate, double rho) {
        for (int i = 0; i < w.size(); i++) {
            v.set(i, rho * v.get(i) + g.get(i));
            w.set(i, w.get(i) - rate * (g.get(i) + rho * v.get(i)));
        }
    }

    /**
     * m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g²; w -= rate m / correction1 / (sqrt(v / correction2) +
     * epsilon).
     */
    default void adam(
            Tensor w,
            Tensor g,
            Tensor m,
            Tensor v,
            double rate,
            double beta1,
            double beta2,
            double epsilon,
            double correction1,
            double correction2) {
        for (int i = 0; i < w.size(); i++) {
            double gi = g.get(i);
            m.set(i, beta1 * m.get(i) + (1 - beta1) * gi);
            v.set(i, beta2 * v.get(i) + (1 - beta2) * gi * gi);
            w.set(i, w.get(i) - rate * (m.get(i) / correction1) / (Math.sqrt(v.get(i) / correction2) + epsilon));
        }
    }
}
