package nursery.tensor;

/** The loops of the plain float32 kernels; {@code out} may be an operand. */
final class FloatLoops {
    private FloatLoops() {}

    static void plus(float[] a, float[] b, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b[i];
        }
    }

    static void minus(float[] a, float[] b, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] - b[i];
        }
    }

    static void times(float[] a, float[] b, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    static void dividedBy(float[] a, float[] b, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b[i];
        }
    }

    static void scale(float[] x, float factor, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = factor * x[i];
        }
    }

    static void addScaled(float[] y, float factor, float[] x, int n) {
        for (int i = 0; i < n; i++) {
            y[i] += factor * x[i];
        }
    }

    /** Math.max and not {@code x > 0 ? x : 0}, which is not vectorized. */
    static void relu(float[] x, float[] ignored, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(x[i], 0f);
        }
    }

    static void reluGradient(float[] dy, float[] y, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = y[i] > 0 ? dy[i] : 0;
        }
    }

    static void tanh(float[] x, float[] ignored, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = FloatMath.tanh(x[i]);
        }
    }

    static void tanhGradient(float[] dy, float[] y, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = dy[i] * (1 - y[i] * y[i]);
        }
    }

    static void sigmoid(float[] x, float[] ignored, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = FloatMath.sigmoid(x[i]);
        }
    }

    static void sigmoidGradient(float[] dy, float[] y, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = dy[i] * y[i] * (1 - y[i]);
        }
    }

    /** out = softmax of a row; returns ln Σ e^x. */
    static double softmaxRow(float[] x, int xAt, float[] out, int outAt, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            max = Math.max(max, x[xAt + j]);
        }
        double sum = 0;
        for (int j = 0; j < n; j++) {
            float e = FloatMath.exp(x[xAt + j] - max);
            sum += e;
            out[outAt + j] = e;
        }
        float factor = (float) (1 / sum);
        for (int j = 0; j < n; j++) {
            out[outAt + j] *= factor;
        }
        return max + Math.log(sum);
    }

    /** v = rho v + g; w -= rate v. */
    static void momentum(float[] w, float[] g, float[] v, float rate, float rho, int n) {
        for (int i = 0; i < n; i++) {
            float step = rho * v[i] + g[i];
            v[i] = step;
            w[i] -= rate * step;
        }
    }

    /** v = rho v + g; w -= rate (g + rho v). */
    static void nesterov(float[] w, float[] g, float[] v, float rate, float rho, int n) {
        for (int i = 0; i < n; i++) {
            float step = rho * v[i] + g[i];
            v[i] = step;
            w[i] -= rate * (g[i] + rho * step);
        }
    }

    /** m = beta1 m + rest1 g; v = beta2 v + rest2 g²; w -= rate m / (sqrt(v) scale + epsilon). */
    static void adam(
            float[] w,
            float[] g,
            float[] m,
            float[] v,
            float rate,
            float beta1,
            float rest1,
            float beta2,
            float rest2,
            float scale,
            float epsilon,
            int n) {
        for (int i = 0; i < n; i++) {
            float first = beta1 * m[i] + rest1 * g[i];
            float second = beta2 * v[i] + rest2 * g[i] * g[i];
            m[i] = first;
            v[i] = second;
            w[i] -= rate * first / ((float) Math.sqrt(second) * scale + epsilon);
        }
    }
}
