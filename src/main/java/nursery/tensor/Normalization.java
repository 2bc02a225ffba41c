package nursery.tensor;

/**
 * Batch normalization of each feature, [batch, n], or of each channel, [batch, channels, height, width], and its
 * gradients. Statistics, scale γ and shift β have one number for each feature or channel c; m is how many numbers of the
 * batch belong to one.
 */
public final class Normalization {
    private Normalization() {}

    /** μ[c] = Σ x / m, of the shape of {@code like}. */
    public static Tensor mean(Tensor x, Tensor like) {
        Tensor mean = x.result(like.shape());
        x.families().normalization().mean(x, mean);
        return mean;
    }

    /** σ²[c] = Σ (x - μ)² / m. */
    public static Tensor variance(Tensor x, Tensor mean) {
        Tensor variance = x.result(mean.shape());
        x.families().normalization().variance(x, mean, variance);
        return variance;
    }

    /** y = γ (x - μ) / √(σ² + ε) + β. */
    public static Tensor normalize(Tensor x, Tensor mean, Tensor variance, double epsilon, Tensor gamma, Tensor beta) {
        Tensor y = x.result(x.shape());
        x.families().normalization().normalize(x, mean, variance, epsilon, gamma, beta, y);
        return y;
    }

    /** dL/dβ[c] = Σ dy. */
    public static Tensor shiftGradient(Tensor dy, Tensor beta) {
        Tensor out = dy.result(beta.shape());
        dy.families().normalization().sum(dy, out);
        return out;
    }

    /** dL/dγ[c] = Σ dy x̂, with x̂ = (x - μ) / √(σ² + ε). */
    public static Tensor scaleGradient(Tensor dy, Tensor x, Tensor mean, Tensor variance, double epsilon) {
        Tensor out = dy.result(mean.shape());
        dy.families().normalization().scaleGradient(dy, x, mean, variance, epsilon, out);
        return out;
    }

    /** dL/dx = γ / √(σ² + ε) (dy - dβ/m - x̂ dγ/m): the statistics are those of x itself and depend on it. */
    public static Tensor inputGradient(
            Tensor dy,
            Tensor x,
            Tensor mean,
            Tensor variance,
            double epsilon,
            Tensor gamma,
            Tensor dgamma,
            Tensor dbeta) {
        Tensor dx = dy.result(x.shape());
        dy.families().normalization().inputGradient(dy, x, mean, variance, epsilon, gamma, dgamma, dbeta, dx);
        return dx;
    }

    /** dL/dx = γ / √(σ² + ε) dy, for statistics that do not depend on x. */
    public static Tensor inputGradient(Tensor dy, Tensor variance, double epsilon, Tensor gamma) {
        Tensor dx = dy.result(dy.shape());
        dy.families().normalization().scale(dy, variance, epsilon, gamma, dx);
        return dx;
    }
}
