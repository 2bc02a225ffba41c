package nursery;

import nursery.data.Dataset;
import nursery.diagnosis.Confusion;
import nursery.tensor.Tensor;
import nursery.tensor.Workers;
import nursery.training.Evaluation;

/** What predicts: a {@link Model}, or an {@link Ensemble} of several. */
public interface Predictor {

    /** The net that says what the outputs mean and which loss judges them. */
    Net net();

    /**
     * The outputs for each row of {@code x}, [rows, outputs], on so many threads; the numbers are the same for any.
     *
     * @throws nursery.tensor.ShapeException if a row does not have the size of the net's input
     * @throws IllegalArgumentException if {@code threads} is less than 1
     */
    Tensor predict(Tensor x, int threads);

    /**
     * The outputs for each row of {@code x}, [rows, outputs].
     *
     * @throws nursery.tensor.ShapeException if a row does not have the size of the net's input
     */
    default Tensor predict(Tensor x) {
        return predict(x, Workers.usual());
    }

    /** The outputs for each row: probabilities behind softmax and sigmoid, numbers behind linear. */
    default Tensor predict(Dataset data) {
        return predict(data.features());
    }

    /**
     * The mean loss, without the penalty, and the accuracy over the rows.
     *
     * @throws IllegalArgumentException if there are no rows
     */
    default Evaluation evaluate(Dataset data) {
        Evaluation.requireRows(data);
        return Evaluation.ofOutputs(predict(data), net().loss(), data);
    }

    /**
     * The share of rows whose largest output is that of their class.
     *
     * @throws IllegalArgumentException if there are no rows, or they have numbers to predict
     */
    default double accuracy(Dataset data) {
        if (!data.classification()) {
            throw new IllegalArgumentException(
                    "expected rows with classes, received rows with numbers to predict; ask for loss(data)");
        }
        return evaluate(data).accuracy();
    }

    /** The mean loss over the rows, without the penalty. */
    default double loss(Dataset data) {
        return evaluate(data).loss();
    }

    /**
     * The share of rows whose class is among the {@code k} largest outputs: {@code topKAccuracy(data, 5)}. Of equal outputs
     * the first come first, so k = 1 gives {@link #accuracy}.
     *
     * @throws IllegalArgumentException if there are no rows or no classes, or k is not from 1 to the number of classes
     */
    default double topKAccuracy(Dataset data, int k) {
        return Evaluation.topKAccuracy(this, data, k);
    }

    /**
     * How many rows of each class are taken for which; with precision, recall and F1 of each class.
     *
     * @throws IllegalArgumentException if there are no rows or no classes, or an output is NaN
     */
    default Confusion confusion(Dataset data) {
        return Confusion.of(this, data);
    }
}
