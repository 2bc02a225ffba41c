package nursery.training;

import nursery.Net;
import nursery.data.Dataset;
import nursery.tensor.Tensor;

/** Losses that a net reaches without looking at its inputs. */
public final class Baseline {
    private Baseline() {}

    /** The loss of a net that knows nothing yet, all scores 0: ln C for softmax over C classes. */
    public static double ignorant(Net net, Dataset rows) {
        return net.loss().expectedInitial(rows.encode(net.outputShape().size()));
    }

    /**
     * The loss of a net that has learned no more than the mean of the numbers to predict, their variance under squared
     * error; for classes that of one that knows nothing.
     */
    public static double constant(Net net, Dataset rows) {
        if (rows.classification()) {
            return ignorant(net, rows);
        }
        Tensor t = rows.targets();
        Tensor mean = t.sumRows().times(1.0 / t.rows());
        return Math.min(ignorant(net, rows), net.loss().expectedInitial(t.minus(mean)));
    }
}
