package nursery.tensor;

/** float32 on the Vector API, where the JVM was started with its module. */
final class VectorKernels extends FloatKernels {
    VectorKernels(Workers workers) {
        super(workers, VectorProduct::new);
    }

    @Override
    ShiftedSums shiftedSums() {
        return new WarmShiftedSums();
    }

    @Override
    Interleave interleave() {
        return new VectorInterleave();
    }

    @Override
    FloatPooling pooling() {
        return new VectorPooling(workers());
    }

    @Override
    public void reluGradient(Tensor dy, Tensor y, Tensor out) {
        run(VectorLoops::reluGradient, dy, y, out);
    }

    @Override
    public void sigmoid(Tensor x, Tensor out) {
        run(VectorLoops::sigmoid, x, x, out);
    }

    @Override
    public void exp(float[] x, int at, int n) {
        VectorLoops.exp(x, at, n);
    }

    @Override
    public void leakyReluGradient(Tensor dy, Tensor x, double slope, Tensor out) {
        loop().rate = (float) slope;
        run(VectorRectifiers::leakyReluGradient, dy, x, out);
    }

    @Override
    public void eluGradient(Tensor dy, Tensor y, double alpha, Tensor out) {
        loop().rate = (float) alpha;
        run(VectorRectifiers::eluGradient, dy, y, out);
    }

    @Override
    public void softplus(Tensor x, Tensor out) {
        run(VectorRectifiers::softplus, x, x, out);
    }

    @Override
    public void gelu(Tensor x, Tensor out) {
        run(VectorRectifiers::gelu, x, x, out);
    }

    @Override
    public void geluGradient(Tensor dy, Tensor x, Tensor out) {
        run(VectorRectifiers::geluGradient, dy, x, out);
    }
}
