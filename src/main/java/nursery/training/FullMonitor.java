package nursery.training;

import java.util.Optional;
import nursery.data.Dataset;
import nursery.diagnosis.ActivationStats;
import nursery.diagnosis.GradientFlow;
import nursery.diagnosis.Monitored;

/**
 * Measures every layer's outputs, gradients and weights before the first step and after epochs, for the same training
 * rows, and keeps the numbers in {@link History#monitored()}. It works on copies: the training's numbers do not change.
 * Between two looks at {@code rows} rows at least 50 times as many are trained, and a training has at most about 60
 * looks, so that looking takes less than a tenth of the time.
 *
 * @param rows how many training rows it looks at, at least 1; 100 by default
 */
public record FullMonitor(int rows) implements Callback {
    private static final int ROWS = 100;
    private static final int TRAINED = 50; // times the rows of a look
    private static final int LOOKS = 60;

    /** Checks the number of rows. */
    public FullMonitor {
        if (rows < 1) {
            throw new IllegalArgumentException(
                    "monitor: expected at least 1 row to look at, received " + rows + "; 100 are usual");
        }
    }

    /** 100 rows. */
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
        int epoch = history.lastEpoch().epoch();
        if (epoch % every(history) == 0 || epoch == history.trainer().epochs()) {
            look(history, epoch);
        }
        return Optional.empty();
    }

    /** From how many epochs to how many it looks. */
    private int every(History history) {
        int trained = Math.max(1, history.data().train().rows());
        int epochs = history.trainer().epochs();
        long looked = Math.min(rows, trained);
        return (int) Math.max((TRAINED * looked + trained - 1) / trained, (epochs + LOOKS - 1) / LOOKS);
    }

    private void look(History history, int epoch) {
        Dataset train = history.data().train();
        Dataset probe = train.rows() > rows ? train.take(rows) : train;
        history.add(new Monitored.Look(
                epoch, ActivationStats.of(history.model(), probe), GradientFlow.of(history.model(), probe)));
    }
}
