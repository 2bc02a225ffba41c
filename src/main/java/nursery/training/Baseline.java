package nursery.training;

import java.util.List;
import nursery.Net;
import nursery.data.Dataset;
import nursery.layers.Activate;
import nursery.layers.Layer;
import nursery.losses.Loss;
import nursery.tensor.Tensor;

/** Losses that a net reaches without looking at its inputs. */
public final class Baseline {
    private Baseline() {}

    /**
     * The loss of a net that knows nothing yet, all scores 0: ln C for softmax over C classes. A loss that takes the
     * outputs as they are gets what the last activation makes of 0, such as 1 / C.
     */
    public static double ignorant(Net net, Dataset rows) {
        Tensor t = net.targets(rows);
        Loss loss = net.loss();
        List<Layer> layers = net.layersBeforeLoss();
        if (loss.output() != null || layers.isEmpty() || !(layers.get(layers.size() - 1) instanceof Activate last)) {
            return loss.expectedInitial(t);
        }
        Tensor y = last.activation().forward(Tensor.zeros(t.shape(), t.precision()));
        return loss.apply(y, t, y.copy());
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
