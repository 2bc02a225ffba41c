package nursery.diagnosis;

import java.util.Arrays;
import java.util.BitSet;
import nursery.layers.Activate;
import nursery.layers.ActivationLayer;
import nursery.layers.Layer;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** Collects the statistics of one layer's outputs in two rounds: sums and range first, then deviations and bins. */
final class OutputStatistics {
    private static final int BINS = 30;

    private final String name;
    private final Layer layer;
    private final boolean channels;
    private final int units;
    private final int positions; // of a channel
    private final BitSet alive;
    private final int[] counts = new int[BINS];
    private long n;
    private double sum;
    private double squares;
    private long zeros;
    private long saturated;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    /**
     * Nothing measured yet.
     *
     * @param row the shape of one row of outputs; a unit of an image is a channel
     */
    OutputStatistics(String name, Layer layer, Shape row) {
        this.name = name;
        this.layer = layer;
        this.channels = row.rank() == 3;
        this.units = channels ? row.dim(0) : row.size();
        this.positions = row.size() / units;
        this.alive = new BitSet(units);
    }

    /** The first round. y: [batch, units...]. */
    void measure(Tensor y) {
        for (int i = 0; i < y.size(); i++) {
            double value = y.get(i);
            sum += value;
            low = Math.min(low, value);
            high = Math.max(high, value);
            if (value == 0) {
                zeros++;
            } else {
                alive.set(i / positions % units);
            }
            if (layer instanceof Activate a && a.activation().saturated(value)) {
                saturated++;
            }
        }
        n += y.size();
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /** The ends of the histogram, unless it is to span just these outputs. */
    void range(double from, double to) {
        low = from;
        high = to;
    }

    /** The second round, over the same rows. */
    void count(Tensor y) {
        double mean = sum / n;
        double width = (high - low) / BINS;
        for (int i = 0; i < y.size(); i++) {
            double value = y.get(i);
            squares += (value - mean) * (value - mean);
            if (Double.isFinite(value)) {
                int bin = width > 0 ? (int) ((value - low) / width) : 0;
                counts[Math.max(0, Math.min(bin, BINS - 1))]++;
            }
        }
    }

    LayerActivations result() {
        return new LayerActivations(
                name,
                layer instanceof Activate || layer instanceof ActivationLayer,
                sum / n,
                Math.sqrt(squares / n),
                (double) zeros / n,
                (double) saturated / n,
                channels,
                units,
                units - alive.cardinality(),
                low,
                high,
                Arrays.stream(counts).boxed().toList());
    }
}
