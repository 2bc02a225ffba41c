package nursery.training;

import java.util.List;
import nursery.tensor.Tensor;

/**
 * What keeps a gradient from being too large (Pascanu et al. 2013), penalty included: first every number is moved into
 * [-value, value], then all gradients together are shrunk to the Euclidean norm {@code norm} if theirs is larger. The
 * norm is summed in float64 in a fixed order. PyTorch divides by the norm + 1e-6, Nursery and Keras by the norm.
 *
 * @param norm the largest norm of all gradients together, above 0; infinite for none
 * @param value the largest absolute value, above 0; infinite for none
 */
public record Clipping(double norm, double value) {

    /** None. */
    public static final Clipping NONE = new Clipping(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Checks both numbers. */
    public Clipping {
        require("clipNorm", norm, 1);
        require("clipValue", value, 0.5);
    }

    private static void require(String name, double limit, double usual) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException(
                    name + ": expected a limit above 0, received " + limit + "; " + usual + " is usual");
        }
    }

    /** Changes the gradients in place. */
    void apply(List<Tensor> gradients) {
        if (value < Double.POSITIVE_INFINITY) {
            for (int i = 0; i < gradients.size(); i++) {
                gradients.get(i).clampInPlace(value);
            }
        }
        if (norm < Double.POSITIVE_INFINITY) {
            double squares = 0;
            for (int i = 0; i < gradients.size(); i++) {
                squares += gradients.get(i).dot(gradients.get(i));
            }
            double factor = norm / Math.sqrt(squares);
            for (int i = 0; factor < 1 && i < gradients.size(); i++) {
                gradients.get(i).timesInPlace(factor);
            }
        }
    }
}
