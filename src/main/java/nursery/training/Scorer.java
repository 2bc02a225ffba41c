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

    /** How much a batch counts in a mean over several. */
    double weight(Tensor t) {
        return loss.weight(t);
    }

    /** dL/dz of the last {@link #score}. */
    Tensor gradient() {
        if (gradient == null) {
            throw new IllegalStateException("expected score(...) before gradient()");
        }
        return gradient;
    }

    /** How many rows of the last {@link #score} were right. */
    int right(Tensor t) {
        if (outputs == null) {
            throw new IllegalStateException("expected score(...) before right(...)");
        }
        return right(outputs, t);
    }

    /** How many rows of the outputs are right. */
    static int right(Tensor outputs, Tensor t) {
        int right = 0;
        for (int row = 0; row < t.rows(); row++) {
            right += Decision.of(outputs, row) == Decision.of(t, row) ? 1 : 0;
        }
        return right;
    }
}
