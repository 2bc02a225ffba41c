package nursery.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nursery.training.Callback;
import nursery.training.History;

/** Notes when each epoch ends, and stops the training after three of them when the time is over. */
final class EpochClock implements Callback {
    private final double seconds;
    private final List<Long> ends = new ArrayList<>();

    EpochClock(double seconds) {
        this.seconds = seconds;
        ends.add(System.nanoTime());
    }

    @Override
    public Optional<String> afterEpoch(History history) {
        ends.add(System.nanoTime());
        return ends.size() > 3 && Timing.since(ends.get(0)) > seconds ? Optional.of("measured") : Optional.empty();
    }

    /** The median over the second half of the epochs. */
    double medianSeconds() {
        int epochs = ends.size() - 1;
        double[] lengths = new double[epochs - epochs / 2];
        for (int i = 0; i < lengths.length; i++) {
            int epoch = i + epochs / 2;
            lengths[i] = (ends.get(epoch + 1) - ends.get(epoch)) * 1e-9;
        }
        return Timing.median(lengths);
    }
}
