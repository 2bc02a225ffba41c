package nursery.search;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the trials are run; the numbers are the same for any.
 *
 * @param parallel how many trials at a time, with one thread each
 * @param journal the file that keeps finished trials
 * @param live whether a chart of the best so far is drawn
 * @param watcher is told of each finished trial
 */
public record Execution(int parallel, Optional<Path> journal, boolean live, Consumer<Trial> watcher) {
    private static final int MOST = 256;

    /** Checks the number. */
    public Execution {
        if (parallel < 1 || parallel > MOST) {
            throw new IllegalArgumentException("parallel: expected 1 to " + MOST + " trials at a time, received "
                    + parallel + "; one per core is plenty");
        }
    }

    /** One trial per core at a time, without a journal. */
    public static Execution usual() {
        return new Execution(
                Math.min(MOST, Runtime.getRuntime().availableProcessors()), Optional.empty(), false, trial -> {});
    }
}
