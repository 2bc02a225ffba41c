package nursery.training;

import nursery.Model;
import nursery.Predictor;
import nursery.data.Dataset;
import nursery.layers.Chain;
import nursery.losses.Loss;
import nursery.tensor.Arena;
import nursery.tensor.Seed;
import nursery.tensor.Tensor;
import nursery.tensor.Workers;

/**
 * How a model does on some rows.
 *
 * @param loss the mean loss without the penalty
 * @param accuracy the share of rows that are right; NaN for regression
 */
public record Evaluation(double loss, double accuracy) {
    private static final int CHUNK = 256; // rows of one pass

    /**
     * Evaluates {@code model} on all rows of {@code data}.
     *
     * @throws IllegalArgumentException if there are no rows
     * @throws nursery.tensor.ShapeException if the net does not fit the data
     */
    public static Evaluation of(Model model, Dataset data) {
        requireRows(data);
        try (Workers workers = Workers.forWork((long) data.rows() * model.net().parameterCount())) {
            Chain chain = model.chain(model.net().layersBeforeLoss(), Arena.of(model.precision(), workers), Seed.of(0));
            return of(model, chain, model.inputFor(data.features()), targets(model, data), data.classification());
        }
    }

    /**
     * The share of rows whose class is among the {@code k} largest outputs; of equal outputs the first come first. With a
     * single output for two classes, k = 1 is the accuracy.
     *
     * @throws IllegalArgumentException if there are no rows or no classes, or k is not from 1 to the number of classes
     */
    public static double topKAccuracy(Predictor model, Dataset data, int k) {
        Decision.requireClasses(model, data);
        if (k < 1 || k > data.classes()) {
            throw new IllegalArgumentException("topKAccuracy: expected k from 1 to the " + data.classes()
                    + " classes, received " + k + "; 5 is usual where there are many classes");
        }
        Tensor y = model.predict(data);
        int right = 0;
        for (int row = 0; row < y.rows(); row++) {
            right += Decision.rank(y, row, data.label(row)) < k ? 1 : 0;
        }
        return (double) right / y.rows();
    }

    /**
     * Evaluates outputs that were predicted for all rows of {@code data}.
     *
     * @param y the outputs, [rows, outputs]
     * @param loss takes the outputs as they are
     */
    public static Evaluation ofOutputs(Tensor y, Loss loss, Dataset data) {
        Tensor t = data.encode(y.columns()).to(y.precision());
        double mean = loss.apply(y, t, y.copy());
        return new Evaluation(mean, data.classification() ? (double) Scorer.right(y, t) / y.rows() : Double.NaN);
    }

    /**
     * Refuses data without rows.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static void requireRows(Dataset data) {
        if (data.rows() == 0) {
            throw new IllegalArgumentException(
                    "expected rows to evaluate, received none; give this part a share in split(...)");
        }
    }

    /** The targets that a loss compares the model's outputs with, in the model's precision. */
    static Tensor targets(Model model, Dataset data) {
        Tensor targets = model.net().targets(data);
        return targets.precision() == model.precision() ? targets : targets.to(model.precision());
    }

    static Evaluation of(Model model, Chain chain, Tensor inputs, Tensor targets, boolean classification) {
        Scorer scorer = new Scorer(model.net());
        int rows = inputs.rows();
        double loss = 0;
        double weight = 0;
        long right = 0;
        for (int from = 0; from < rows; from += CHUNK) {
            int to = Math.min(rows, from + CHUNK);
            chain.reset();
            Tensor z = chain.forward(inputs.rows(from, to).in(chain.arena()), false);
            Tensor t = targets.rows(from, to);
            loss += scorer.score(chain.arena(), z, t) * scorer.weight(t);
            weight += scorer.weight(t);
            right += classification ? scorer.right(t) : 0;
        }
        return new Evaluation(loss / weight, classification ? (double) right / rows : Double.NaN);
    }
}
