package nursery.tensor;

/**
 * What {@link Normalization} computes; the defaults are the reference. The numbers of feature or channel c are
 * {@code x[(n * C + c) * places + q]} for every row n and place q.
 */
interface NormalizationKernels {

    /** mean[c] = Σ x / m. */
    default void mean(Tensor x, Tensor mean) {
        sum(x, mean);
        int m = x.size() / mean.size();
        for (int c = 0; c < mean.size(); c++) {
            mean.set(c, mean.get(c) / m);
        }
    }

    /** sum[c] = Σ x. */
    default void sum(Tensor x, Tensor sum) {
        sum.fill(0);
        int places = x.columns() / sum.size();
        for (int i = 0; i < x.size(); i++) {
            int c = i / places % sum.size();
            sum.set(c, sum.get(c) + x.get(i));
        }
    }

    /** variance[c] = Σ (x - mean)² / m. */
    default void variance(Tensor x, Tensor mean, Tensor variance) {
        variance.fill(0);
        int places = x.columns() / mean.size();
        int m = x.size() / mean.size();
        for (int i = 0; i < x.size(); i++) {
            int c = i / places % mean.size();
            double d = x.get(i) - mean.get(c);
            variance.set(c, variance.get(c) + d * d / m);
        }
    }

    /** y = gamma (x - mean) / √(variance + epsilon) + beta. */
    default void normalize(
            Tensor x, Tensor mean, Tensor variance, double epsilon, Tensor gamma, Tensor beta, Tensor y) {
        int places = x.columns() / mean.size();
        for (int i = 0; i < x.size(); i++) {
            int c = i / places % mean.size();
            double normal = (x.get(i) - mean.get(c)) / Math.sqrt(variance.get(c) + epsilon);
            y.set(i, gamma.get(c) * normal + beta.get(c));
        }
    }

    /** dgamma[c] = Σ dy (x - mean) / √(variance + epsilon). */
    default void scaleGradient(Tensor dy, Tensor x, Tensor mean, Tensor variance, double epsilon, Tensor dgamma) {
        dgamma.fill(0);
        int places = x.columns() / mean.size();
        for (int i = 0; i < x.size(); i++) {
            int c = i / places % mean.size();
            double normal = (x.get(i) - mean.get(c)) / Math.sqrt(variance.get(c) + epsilon);
            dgamma.set(c, dgamma.get(c) + dy.get(i) * normal);
        }
    }

    /** dx = gamma / √(variance + epsilon) (dy - dbeta / m - normal dgamma / m). */
    default void inputGradient(
            Tensor dy,
            Tensor x,
            Tensor mean,
            Tensor variance,
            double epsilon,
            Tensor gamma,
            Tensor dgamma,
            Tensor dbeta,
            Tensor dx) {
        int places = x.columns() / mean.size();
        int m = x.size() / mean.size();
        for (int i = 0; i < x.size(); i++) {
            int c = i / places % mean.size();
            double scale = 1 / Math.sqrt(variance.get(c) + epsilon);
            double normal = (x.get(i) - mean.get(c)) * scale;
            dx.set(i, gamma.get(c) * scale * (dy.get(i) - (dbeta.get(c) + normal * dgamma.get(c)) / m));
        }
    }

    /** dx = gamma / √(variance + epsilon) dy. */
    default void scale(Tensor dy, Tensor variance, double epsilon, Tensor gamma, Tensor dx) {
        int places = dy.columns() / gamma.size();
        for (int i = 0; i < dy.size(); i++) {
            int c = i / places % gamma.size();
            dx.set(i, gamma.get(c) / Math.sqrt(variance.get(c) + epsilon) * dy.get(i));
        }
    }
}
