package nursery.data;

import nursery.tensor.EigenDecomposition;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Principal component analysis: rotates the centered rows so that the columns are decorrelated, and keeps the
 * {@code components} along which the training part varies most. z = (x - mean) · V, where the columns of V are the
 * eigenvectors of the covariance (x - mean)ᵀ (x - mean) / rows with the largest eigenvalues, which are the variances of
 * z. The number of largest size in each eigenvector is positive.
 *
 * <p>It is not usual for images: convolutions need the places of pixels. Its time grows with columns³; statistics from
 * fewer rows, by {@link Preprocessor#sampled}, take less of it.
 *
 * @param components how many columns to keep, from 1 to all
 */
public record Pca(int components) implements Preprocessor {
    /** Refuses fewer than one component. */
    public Pca {
        if (components < 1) {
            throw new IllegalArgumentException(
                    "pca(k): expected at least 1 component, received " + components + "; 2 can be drawn");
        }
    }

    @Override
    public Transform fit(Dataset train) {
        int columns = train.rowShape().size();
        if (components > columns) {
            throw new IllegalArgumentException("pca(" + components + "): expected at most as many components as the "
                    + columns + " columns, received " + components + "; pca() keeps all");
        }
        Covariance covariance = Covariance.of(train.features());
        EigenDecomposition eigen = covariance.decompose();
        double all = Math.max(eigen.values().sum(), Double.MIN_NORMAL);
        Tensor kept = eigen.values().rows(0, components);
        return new Projection(
                "PCA: " + components + " of " + Text.count(columns) + " components, with "
                        + Text.number(100 * kept.sum() / all) + " % of the variance of the training part",
                covariance.mean().reshape(train.rowShape()),
                first(eigen.vectors(), components),
                kept);
    }

    private static Tensor first(Tensor matrix, int columns) {
        Tensor out = Tensor.zeros(Shape.of(matrix.rows(), columns), matrix.precision());
        for (int i = 0; i < out.size(); i++) {
            out.set(i, matrix.get(i / columns, i % columns));
        }
        return out;
    }
}
