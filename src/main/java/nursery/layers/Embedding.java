package nursery.layers;

import nursery.initializers.Normal;
import nursery.tensor.Lookup;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;

/**
 * A learned vector for each word: rows of n indices become [n, size], where index k stands for row k of W: [words, size].
 * Indices are whole numbers from 0 to words - 1, kept as floats like all features. W starts from N(0, 1); its gradient is 0
 * in the rows of words that do not occur. Penalties leave W alone, and no gradient reaches the indices.
 *
 * @param words the number of words, 1 to 2^24
 * @param size the length of a vector, at least 1
 */
public record Embedding(int words, int size) implements Layer {
    private static final int MOST_WORDS = 1 << 24; // whole numbers beyond are not exact in float32

    /** Checks the numbers. */
    public Embedding {
        if (words < 1 || words > MOST_WORDS || size < 1) {
            throw new IllegalArgumentException("embedding(words, size): expected 1 to " + MOST_WORDS
                    + " words and a size of at least 1, received " + words + " and " + size);
        }
    }

    @Override
    public Shape outputShape(Shape in) {
        if (in.rank() != 1) {
            throw new ShapeException("expected flat rows of indices, received " + in + "; add .flatten()");
        }
        return Shape.of(in.dim(0), size);
    }

    @Override
    public void parameters(Shape in, Parameters p) {
        p.add("W", Shape.of(words, size), new Normal(1));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        for (int i = 0; i < x.size(); i++) {
            requireWord(x, i);
        }
        return Lookup.rows(pass.save("x", x), pass.parameter("W"));
    }

    private void requireWord(Tensor x, int i) {
        double index = x.get(i);
        if (index != Math.rint(index) || !(index >= 0 && index < words)) {
            throw new IllegalArgumentException(
                    this + ": expected whole numbers from 0 to " + (words - 1) + ", received "
                            + index + " in row " + i / x.columns() + ", column " + i % x.columns()
                            + "; do not center or rescale indices, and give embedding(words, size) the number of all words");
        }
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        Tensor x = pass.saved("x");
        pass.gradient("W", Lookup.tableGradient(dy, x, pass.parameter("W")));
        if (!pass.inputGradientNeeded()) {
            return dy;
        }
        Tensor dx = pass.result(x.shape());
        dx.fill(0);
        return dx;
    }

    @Override
    public String toString() {
        return "embedding(" + words + ", " + size + ")";
    }
}
