package nursery.search;

import java.util.function.Function;
import nursery.Net;
import nursery.Trainer;

/** What a configuration means: a net and how to train it. */
public interface Recipe {

    /** The net of a configuration. */
    Net net(Configuration p);

    /** The trainer of a configuration. */
    Trainer trainer(Configuration p);

    /** Two functions, as a cell writes them. */
    static Recipe of(Function<Configuration, Net> net, Function<Configuration, Trainer> trainer) {
        return new Functions(net, trainer);
    }

    /**
     * Two functions.
     *
     * @param nets makes the net
     * @param trainers makes the trainer
     */
    record Functions(Function<Configuration, Net> nets, Function<Configuration, Trainer> trainers) implements Recipe {
        @Override
        public Net net(Configuration p) {
            return present(nets.apply(p), "net");
        }

        @Override
        public Trainer trainer(Configuration p) {
            return present(trainers.apply(p), "trainer");
        }

        private static <T> T present(T made, String what) {
            if (made == null) {
                throw new IllegalArgumentException(
                        "search: expected a " + what + " from its function, received null; return one");
            }
            return made;
        }
    }
}
