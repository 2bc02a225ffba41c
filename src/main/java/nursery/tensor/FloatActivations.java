package nursery.tensor;

/** float32: activations, softmax and its loss. */
interface FloatActivations extends FloatElementwise, ActivationKernels {

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
        int n = x.columns();
        for (int row = 0; row < x.rows(); row++) {
            FloatLoops.softmaxRow(x.floats, x.offset + row * n, out.floats, out.offset + row * n, n);
        }
    }

    @Override
    default double softmaxCrossEntropy(Tensor z, Tensor t, Tensor p, Tensor dz) {
        int n = z.columns();
        double loss = 0;
        for (int row = 0; row < z.rows(); row++) {
            int zo = z.offset + row * n;
            int po = p.offset + row * n;
            double logSum = FloatLoops.softmaxRow(z.floats, zo, p.floats, po, n);
            float mass = 0;
            for (int j = 0; j < n; j++) {
                float target = t.floats[t.offset + row * n + j];
                mass += target;
                loss += target == 0 ? 0 : target * (logSum - z.floats[zo + j]);
            }
            for (int j = 0; j < n; j++) {
                float target = t.floats[t.offset + row * n + j];
                dz.floats[dz.offset + row * n + j] = (p.floats[po + j] * mass - target) / z.rows();
            }
        }
        return loss / z.rows();
    }
}
