package nursery.diagnosis;

import java.util.Locale;

/**
 * Where in a training a fault lies, in the order in which causes come before their effects: wrong data makes any rate
 * fail, but no rate makes data wrong. Findings of the same severity are shown in this order.
 */
public enum Mechanism {
    /** Rows, labels, scales, and how they were split. */
    DATA,
    /** Layers, head, loss and the code of gradients. */
    WIRING,
    /** The weights before the first step. */
    INITIALIZATION,
    /** How strong the penalty is. */
    REGULARIZATION,
    /** Learning rate, schedule, clipping, batch size and the optimizer's settings. */
    RATE,
    /** Activations and gradients that die, saturate or explode on their way. */
    SIGNAL,
    /** What holds for training rows and not for others. */
    GENERALIZATION,
    /** How long it was trained. */
    BUDGET,
    /** What the net is judged by: validation rows that are too few, leaked or of another kind. Neither cause nor effect. */
    JUDGING;

    /** The word in tables, {@code "data"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
