package nursery.data;

import java.util.List;
import java.util.stream.IntStream;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Moves, rotates and perhaps shortens every row: (x - mean) · directions, computed in float64 and rounded to the
 * precision of the features. The columns of the result are named component 1, 2, ...; an image becomes a flat row.
 *
 * @param description what it does, for summaries
 * @param mean what to subtract, in the shape of a row
 * @param directions [columns, components]
 * @param variances the variance of the training part along each direction of length 1, the largest first, [components]
 */
public record Projection(String description, Tensor mean, Tensor directions, Tensor variances) implements Transform {

    @Override
    public Dataset apply(Dataset data) {
        if (!data.rowShape().equals(mean.shape())) {
            throw new IllegalArgumentException("expected rows of shape " + mean.shape() + " as in the training part,"
                    + " received " + data.rowShape() + "; use the same columns");
        }
        Tensor x = data.features().flat();
        Tensor center = mean.reshape(Shape.of(mean.size()));
        int k = directions.columns();
        Tensor out = Tensor.zeros(Shape.of(x.rows(), k), x.precision());
        for (int from = 0; from < x.rows(); from += Covariance.BLOCK) {
            int to = Math.min(from + Covariance.BLOCK, x.rows());
            Tensor block = x.rows(from, to).to(Precision.FLOAT64).minus(center).matmul(directions);
            out.rows(from, to).assign(block.to(x.precision()));
        }
        return data.withFeatures(out)
                .named(IntStream.rangeClosed(1, k)
                        .mapToObj(i -> "component " + i)
                        .toList());
    }

    /** That images have become flat rows, where they have. */
    @Override
    public List<String> notes() {
        return mean.shape().rank() == 1
                ? List.of()
                : List.of("rows of shape " + mean.shape()
                        + " became flat: their pixels have no neighbors any more, which convolutions need");
    }

    /** What it does, in words. */
    @Override
    public String toString() {
        return description;
    }
}
