package nursery.diagnosis;

import java.util.function.UnaryOperator;
import nursery.training.History;

/**
 * A change that mends a training, to be tried: {@code finding.fix().get().fit()}.
 *
 * @param what the change in words, {@code "learning rate from a sweep"}
 * @param sick the training as it was
 * @param change what is done to it
 */
public record Fix(String what, Program sick, UnaryOperator<Program> change) {

    /** The changed net, trainer and data. A change that looks for a rate trains a little here. */
    public Program program() {
        return change.apply(sick);
    }

    /** Trains the changed program from the start. */
    public History fit() {
        return program().fit();
    }

    /** The change in words. */
    @Override
    public String toString() {
        return what;
    }
}
