package nursery.losses;

import nursery.tensor.Tensor;

/** What losses for classes expect of their targets. */
final class TargetChecks {
    private TargetChecks() {}

    /** Expects an output for each of at least two classes, and numbers from 0 to 1. */
    static void requireClasses(Loss loss, Tensor t) {
        if (t.columns() < 2) {
            throw new IllegalArgumentException(
                    loss + ": expected an output for each of at least 2 classes, received " + t.columns()
                            + " output; end the net in dense(1).sigmoid() for one of two classes, in .linear() for numbers");
        }
        requireShares(loss, t);
    }

    /** Expects numbers from 0 to 1. */
    static void requireShares(Loss loss, Tensor t) {
        for (int i = 0; i < t.size(); i++) {
            double target = t.get(i);
            if (!(target >= 0 && target <= 1)) {
                throw new IllegalArgumentException(loss + ": expected targets from 0 to 1, such as classes, received "
                        + target + " in row " + i / t.columns() + "; use meanSquaredError() or huber() for numbers");
            }
        }
    }
}
