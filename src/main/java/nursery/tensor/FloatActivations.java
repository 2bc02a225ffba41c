package nursery.tensor;

/** float32: activations, softmax and its loss. */
interface FloatActivations extends FloatRectifiers, ActivationKernels {

    @Override
    default void relu(Tensor x, Tensor out) {
        run(FloatLoops::relu, x, x, out);
    }

    @Override
    default void reluGradient(Tensor dy, Tensor y, Tensor out) {
        run(FloatLoops::reluGradient, dy, y, out);
    }

    @Override
    default void tanh(Tensor x, Tensor out) {
        run(FloatLoops::tanh, x, x, out);
    }

    @Override
    default void tanhGradient(Tensor dy, Tensor y, Tensor out) {
        run(FloatLoops::tanhGradient, dy, y, out);
    }

    @Override
    default void sigmoid(Tensor x, Tensor out) {
        run(FloatLoops::sigmoid, x, x, out);
    }

    @Override
    default void sigmoidGradient(Tensor dy, Tensor y, Tensor out) {
        run(FloatLoops::sigmoidGradient, dy, y, out);
    }

    @Override
    default void softmax(Tensor x, Tensor out) {
        logSums(x, out);
    }

    @Override
    default double softmaxCrossEntropy(Tensor z, Tensor t, Tensor p, Tensor dz) {
        int n = z.columns();
        double[] logSums = logSums(z, p);
        double loss = 0;
        for (int row = 0; row < z.rows(); row++) {
            int zAt = z.offset + row * n;
            int tAt = t.offset + row * n;
            float mass = 0;
            for (int j = 0; j < n; j++) {
                float target = t.floats[tAt + j];
                mass += target;
                loss += target == 0 ? 0 : target * (logSums[row] - z.floats[zAt + j]);
            }
            for (int j = 0; j < n; j++) {
                float probability = p.floats[p.offset + row * n + j];
                dz.floats[dz.offset + row * n + j] = (probability * mass - t.floats[tAt + j]) / z.rows();
            }
        }
        return loss / z.rows();
    }

    /** out = softmax(x); returns ln Σ e^x of each row. */
    private double[] logSums(Tensor x, Tensor out) {
        int n = x.columns();
        double[] logSums = scratch().doubles(x.rows());
        for (int row = 0; row < x.rows(); row++) {
            float max = max(x.floats, x.offset + row * n, n);
            logSums[row] = max;
            for (int j = 0; j < n; j++) {
                out.floats[out.offset + row * n + j] = x.floats[x.offset + row * n + j] - max;
            }
        }
        exp(out.floats, out.offset, out.size()); // one long loop, for rows are often short
        for (int row = 0; row < x.rows(); row++) {
            double sum = sum(out.floats, out.offset + row * n, n);
            logSums[row] += Math.log(sum);
            float factor = (float) (1 / sum);
            for (int j = 0; j < n; j++) {
                out.floats[out.offset + row * n + j] *= factor;
            }
        }
        return logSums;
    }

    /** The largest number but NaN, which reaches the result all the same. */
    private static float max(float[] x, int at, int n) {
        float max = Float.NEGATIVE_INFINITY;
        for (int j = at; j < at + n; j++) {
            max = x[j] > max ? x[j] : max;
        }
        return max;
    }

    /** Two sums side by side, for one alone waits for each addition. */
    private static double sum(float[] x, int at, int n) {
        double even = 0;
        double odd = 0;
        int j = 0;
        for (; j + 1 < n; j += 2) {
            even += x[at + j];
            odd += x[at + j + 1];
        }
        return even + odd + (j < n ? x[at + j] : 0);
    }

    /** x = e^x for n numbers. */
    default void exp(float[] x, int at, int n) {
        FloatLoops.exp(x, at, n);
    }
}
