package nursery.bench.diagnosis;

import java.util.function.UnaryOperator;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Split;
import nursery.training.History;

/**
 * What one training needs.
 *
 * @param net the net
 * @param trainer how it is trained, the seed included
 * @param data the rows
 */
record Setup(Net net, Trainer trainer, Split data) {

    /** The same with another net. */
    Setup net(Net other) {
        return new Setup(other, trainer, data);
    }

    /** The same with the net changed. */
    Setup net(UnaryOperator<Net> change) {
        return net(change.apply(net));
    }

    /** The same with the trainer changed. */
    Setup trainer(UnaryOperator<Trainer> change) {
        return new Setup(net, change.apply(trainer), data);
    }

    /** The same with the learning rate {@code rate}. */
    Setup rate(double rate) {
        return trainer(t -> t.learningRate(rate));
    }

    /** The same with other rows. */
    Setup data(Split other) {
        return new Setup(net, trainer, other);
    }

    /** The same with the rows changed. */
    Setup data(UnaryOperator<Split> change) {
        return data(change.apply(data));
    }

    /** The seed of the trainer, which is the run's. */
    long seed() {
        return trainer.seed();
    }

    /** Trains on one thread, from the start. */
    History fit() {
        return trainer.threads(1).fit(net, data);
    }
}
