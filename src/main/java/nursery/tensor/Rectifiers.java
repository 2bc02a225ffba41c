package nursery.tensor;

/** The relatives of ReLU, number by number, and their gradients. */
public final class Rectifiers {
    private Rectifiers() {}

    /** x where x &gt; 0, else slope · x. */
    public static Tensor leakyRelu(Tensor x, double slope) {
        Tensor y = x.result(x.shape());
        x.kernels().leakyRelu(x, slope, y);
        return y;
    }

    /** dL/dx: dy where x &gt; 0, else slope · dy. */
    public static Tensor leakyReluGradient(Tensor dy, Tensor x, double slope) {
        Tensor dx = dy.result(dy.shape());
        dy.kernels(x).leakyReluGradient(dy, x, slope, dx);
        return dx;
    }

    /** x where x &gt; 0, else alpha (e^x - 1). */
    public static Tensor elu(Tensor x, double alpha) {
        Tensor y = x.result(x.shape());
        x.kernels().elu(x, alpha, y);
        return y;
    }

    /** dL/dx for {@code y = elu(x, alpha)}: dy where y &gt; 0, else dy (y + alpha). */
    public static Tensor eluGradient(Tensor dy, Tensor y, double alpha) {
        Tensor dx = dy.result(dy.shape());
        dy.kernels(y).eluGradient(dy, y, alpha, dx);
        return dx;
    }

    /** ln(1 + e^x); its derivative is {@link Tensor#sigmoid()}. */
    public static Tensor softplus(Tensor x) {
        Tensor y = x.result(x.shape());
        x.kernels().softplus(x, y);
        return y;
    }

    /** x Φ(x), with the normal distribution Φ(x) = ½ (1 + erf(x / √2)). */
    public static Tensor gelu(Tensor x) {
        Tensor y = x.result(x.shape());
        x.kernels().gelu(x, y);
        return y;
    }

    /** dL/dx for {@code gelu(x)}: dy (Φ(x) + x φ(x)). */
    public static Tensor geluGradient(Tensor dy, Tensor x) {
        Tensor dx = dy.result(dy.shape());
        dy.kernels(x).geluGradient(dy, x, dx);
        return dx;
    }
}
