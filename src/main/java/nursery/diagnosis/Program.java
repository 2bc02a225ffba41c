package nursery.diagnosis;

import nursery.Net;
import nursery.Trainer;
import nursery.data.Split;
import nursery.training.History;

/**
 * All that a training is made of.
 *
 * @param net the layers, the loss, the initialization and the penalty
 * @param trainer how it is trained
 * @param data what it is trained on
 */
public record Program(Net net, Trainer trainer, Split data) {

    /** The same with another net. */
    public Program with(Net other) {
        return new Program(other, trainer, data);
    }

    /** The same with another trainer. */
    public Program with(Trainer other) {
        return new Program(net, other, data);
    }

    /** The same with other data. */
    public Program with(Split other) {
        return new Program(net, trainer, other);
    }

    /** Trains it from the start. */
    public History fit() {
        return trainer.fit(net, data);
    }
}
