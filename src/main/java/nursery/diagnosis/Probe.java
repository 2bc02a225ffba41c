package nursery.diagnosis;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.tensor.Seed;
import nursery.training.History;
import nursery.training.TrainingRun;

/** Rows and short trainings for checks: always the same ones, and nothing that the user would notice. */
final class Probe {
    static final long SEED = 0;

    private Probe() {}

    /** At most {@code n} rows of {@code data}, drawn at random. */
    static Dataset rows(Dataset data, int n) {
        if (data.rows() <= n) {
            return data;
        }
        SplittableRandom random = Seed.of(SEED).with("probe").generator();
        int[] order = IntStream.range(0, data.rows()).toArray();
        for (int i = 0; i < n; i++) { // Fisher and Yates, as far as needed
            int j = i + random.nextInt(order.length - i);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return data.rows(IntStream.range(0, n).map(i -> order[i]).toArray());
    }

    /** Trains without becoming {@link History#last()}. */
    static History fit(Trainer trainer, Net net, Split data) {
        requireNotInterrupted();
        History history = TrainingRun.trainUnnoticed(net.init(trainer.seed()), trainer, data);
        requireNotInterrupted(history);
        return history;
    }

    /** Ends a check whose short training was interrupted. */
    static void requireNotInterrupted(History history) {
        if (history.interrupted()) {
            throw new CancellationException("interrupted at step " + history.steps() + " of a check");
        }
    }

    /** Ends a check where the thread was interrupted, and takes the mark away. */
    static void requireNotInterrupted() {
        if (Thread.interrupted()) {
            throw new CancellationException("interrupted during a check");
        }
    }
}
