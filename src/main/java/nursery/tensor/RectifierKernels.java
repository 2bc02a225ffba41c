package nursery.tensor;

/** What {@link Rectifiers} computes; the defaults are the reference. {@code out} is no operand. */
interface RectifierKernels extends ElementwiseKernels {

    /** out = x where x > 0, else slope * x. */
    default void leakyRelu(Tensor x, double slope, Tensor out) {
        map(x, v -> Math.max(v, 0) + slope * Math.min(v, 0), out);
    }

    /** out = dy where x > 0, else slope * dy. */
    default void leakyReluGradient(Tensor dy, Tensor x, double slope, Tensor out) {
        zip(dy, x, (d, v) -> v > 0 ? d : slope * d, out);
    }

    /** out = x where x > 0, else alpha (e^x - 1). */
    default void elu(Tensor x, double alpha, Tensor out) {
        map(x, v -> Math.max(v, 0) + alpha * Math.expm1(Math.min(v, 0)), out);
    }

    /** out = dy where y > 0, else dy (y + alpha), for y = elu(x). */
    default void eluGradient(Tensor dy, Tensor y, double alpha, Tensor out) {
        zip(dy, y, (d, v) -> v > 0 ? d : d * (v + alpha), out);
    }

    /** out = ln(1 + e^x). */
    default void softplus(Tensor x, Tensor out) {
        map(x, v -> Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v))), out);
    }

    /** out = x Φ(x). */
    default void gelu(Tensor x, Tensor out) {
        map(x, v -> v * NormalDistribution.below(v), out);
    }

    /** out = dy (Φ(x) + x φ(x)). */
    default void geluGradient(Tensor dy, Tensor x, Tensor out) {
        zip(dy, x, (d, v) -> d * (NormalDistribution.below(v) + v * NormalDistribution.density(v)), out);
    }
}
