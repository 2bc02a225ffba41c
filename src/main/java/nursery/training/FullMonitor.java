package nursery.training;

import java.util.Optional;
import nursery.data.Dataset;
import nursery.diagnosis.ActivationStats;
import nursery.diagnosis.GradientFlow;
import nursery.diagnosis.Monitored;

/**
 * Measures every layer's outputs, gradients and weights before the first step and after each epoch, for the same training
 * rows, and keeps the numbers in {@link History#monitored()}. It works on copies: the training's numbers do not change.
 *
 * @param rows how many training rows it looks at, at least 1; 256 by default
 */
public record FullMonitor(int rows) implements Callback {
    private static final int ROWS = 256;

    /** Checks the number of rows. */
    public FullMonitor {
        if (rows < 1) {
            throw new IllegalArgumentException(
                    "monitor: expected at least 1 row to look at, received " + rows + "; 256 are usual");
        }
    }

    /** 256 rows. */
    public FullMonitor() {
        this(ROWS);
    }

    @Override
    public Callback begin(History history) {
        look(history, 0);
        return this;
    }

    @Override
    public Optional<String> afterEpoch(History history) {
        look(history, history.lastEpoch().epoch());
        return Optional.empty();
    }

    private void look(History history, int epoch) {
        Dataset train = history.data().train();
        Dataset probe = train.rows() > rows ? train.take(rows) : train;
        history.add(new Monitored.Look(
                epoch, ActivationStats.of(history.model(), probe), GradientFlow.of(history.model(), probe)));
    }
}
