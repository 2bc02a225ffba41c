package nursery.training;

import nursery.Net;
import nursery.losses.Loss;
import nursery.tensor.Arena;
import nursery.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** The loss at the end of a pass: from the scores where the net ends in the loss's own output function. */
final class Scorer {
    private final Loss loss;
    private final boolean takesScores;
    private @Nullable Tensor outputs;
    private @Nullable Tensor gradient;

    Scorer(Net net) {
        loss = net.loss();
        takesScores = net.lossTakesScores();
    }

    /** The mean loss for what the layers before the loss gave; outputs and gradient are kept. */
    double score(Arena arena, Tensor z, Tensor t) {
        gradient = arena.next(z.shape());
        if (takesScores) {
            outputs = arena.next(z.shape());
            return loss.ofScores(z, t, outputs, gradient);
        }
        outputs = z;
        return loss.apply(z, t, gradient);
    }

    /** dL/dz of the last {@link #score}. */
    Tensor gradient() {
        if (gradient == null) {
            throw new IllegalStateException("expected score(...) before gradient()");
        }
        return gradient;
    }

    /** How many rows of the last {@link #score} were right: the largest output, or more than half for a single one. */
    int right(Tensor t) {
        if (outputs == null) {
            throw new IllegalStateException("expected score(...) before right(...)");
        }
        return right(outputs, t);
    }

    /** How many rows of the outputs are right. */
    static int right(Tensor outputs, Tensor t) {
        int right = 0;
        boolean single = t.columns() == 1;
        for (int row = 0; row < t.rows(); row++) {
            boolean same = single
                    ? (outputs.get(row) > 0.5) == (t.get(row) > 0.5) && !Double.isNaN(outputs.get(row))
                    : outputs.argmax(row) == t.argmax(row) && !Double.isNaN(outputs.get(row, outputs.argmax(row)));
            right += same ? 1 : 0;
        }
        return right;
    }
}
