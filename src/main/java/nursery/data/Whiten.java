package nursery.data;

import nursery.tensor.EigenDecomposition;
import nursery.tensor.Tensor;

/**
 * Whitening: decorrelates as {@link Pca} does and gives every component the variance 1. z = (x - mean) · V / sqrt(λ + ε),
 * where the columns of V are the eigenvectors of the covariance of the training part and λ their eigenvalues. The
 * covariance of z is the identity, but for ε, which keeps components that hardly vary from being blown up into noise.
 *
 * <p>One of the lecture notes says that whitening divides by the eigenvalue. That is a slip: λ is a variance, so dividing
 * by λ would leave the variance 1 / λ; dividing by its root leaves 1.
 *
 * <p>It is not usual for images: convolutions need the places of pixels.
 *
 * @param epsilon ε, 0 or more; 1e-5 by default, as in the notes of CS231n
 */
public record Whiten(double epsilon) implements Preprocessor {
    /** Below this share of the largest one, an eigenvalue is 0 but for rounding. */
    private static final double ROUNDING = 1e-12;

    /** Refuses a negative ε. */
    public Whiten {
        if (!(epsilon >= 0) || Double.isInfinite(epsilon)) {
            throw new IllegalArgumentException(
                    "whiten(epsilon): expected a number of at least 0, received " + epsilon + "; 1e-5 is usual");
        }
    }

    /** ε = 1e-5. */
    public Whiten() {
        this(1e-5);
    }

    @Override
    public Transform fit(Dataset train) {
        Covariance covariance = Covariance.of(train.features());
        EigenDecomposition eigen = covariance.decompose();
        Tensor variances = eigen.values();
        double smallest = variances.get(variances.size() - 1);
        if (epsilon == 0 && smallest <= ROUNDING * variances.get(0)) {
            throw new IllegalArgumentException("whiten(0.0): expected training rows that vary in every direction,"
                    + " received a variance of " + Text.number(smallest)
                    + " in one; use whiten(), or pca(k) before it to keep fewer directions");
        }
        return new Projection(
                "whitened: rotated to the principal components of the training part, each divided by sqrt(variance + "
                        + Text.number(epsilon) + ")",
                covariance.mean().reshape(train.rowShape()),
                eigen.vectors().dividedBy(variances.map(v -> Math.sqrt(Math.max(v, 0) + epsilon))),
                variances);
    }
}
