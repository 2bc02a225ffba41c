package nursery.tensor;

/** float32: the relatives of ReLU. */
interface FloatRectifiers extends FloatElementwise, RectifierKernels {

    @Override
    default void leakyRelu(Tensor x, double slope, Tensor out) {
        loop().rate = (float) slope;
        run(RectifierLoops::leakyRelu, x, x, out);
    }

    @Override
    default void leakyReluGradient(Tensor dy, Tensor x, double slope, Tensor out) {
        loop().rate = (float) slope;
        run(RectifierLoops::leakyReluGradient, dy, x, out);
    }

    @Override
    default void elu(Tensor x, double alpha, Tensor out) {
        loop().rate = (float) alpha;
        run(RectifierLoops::elu, x, x, out);
    }

    @Override
    default void eluGradient(Tensor dy, Tensor y, double alpha, Tensor out) {
        loop().rate = (float) alpha;
        run(RectifierLoops::eluGradient, dy, y, out);
    }

    @Override
    default void softplus(Tensor x, Tensor out) {
        run((loop, from, to) -> RectifierLoops.softplus(loop, from, to, FloatLoops::exp), x, x, out);
    }

    @Override
    default void gelu(Tensor x, Tensor out) {
        run((loop, from, to) -> RectifierLoops.gelu(loop, from, to, FloatLoops::exp), x, x, out);
    }

    @Override
    default void geluGradient(Tensor dy, Tensor x, Tensor out) {
        run((loop, from, to) -> RectifierLoops.geluGradient(loop, from, to, FloatLoops::exp), dy, x, out);
    }
}
