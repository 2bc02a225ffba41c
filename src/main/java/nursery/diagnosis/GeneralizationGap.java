package nursery.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import nursery.report.Chart;
import nursery.report.Numbers;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.symptoms.Overfitting;
import nursery.training.Epoch;
import nursery.training.History;
import tech.tablesaw.api.Table;

/**
 * The error on training rows against that on validation rows, and the epoch at which the two part: from there on the net
 * overfits. The validation rows stand for the test rows, which nothing may be chosen by.
 *
 * <pre>{@code
 * GeneralizationGap.of(history).plot()
 * }</pre>
 *
 * @param epochs the errors of each epoch, in order
 * @param partsAt the epoch with the lowest validation loss, if the validation loss has risen since by more than a tenth
 *     while the training loss fell; empty if the curves do not part
 * @param evidence the same in words
 */
public record GeneralizationGap(List<Errors> epochs, OptionalInt partsAt, String evidence) implements Result {

    /**
     * The errors of one epoch.
     *
     * @param epoch its number
     * @param trainLoss the loss on training rows
     * @param validationLoss the loss on validation rows
     * @param trainError the share of training rows that are wrong; NaN for regression
     * @param validationError the share of validation rows that are wrong; NaN for regression
     */
    public record Errors(
            int epoch, double trainLoss, double validationLoss, double trainError, double validationError) {

        /** How much larger the error is on validation rows; for regression, the loss. */
        public double gap() {
            return Double.isNaN(trainError) ? validationLoss - trainLoss : validationError - trainError;
        }
    }

    /** Copies the list. */
    public GeneralizationGap {
        epochs = List.copyOf(epochs);
    }

    /**
     * Reads a training.
     *
     * @throws IllegalArgumentException if it had no validation rows, or has ended no epoch yet
     */
    public static GeneralizationGap of(History history) {
        if (history.data().validation().rows() == 0) {
            throw new IllegalArgumentException("generalization gap: expected a training with validation rows, received"
                    + " one without; give them a share in split(0.8, 0.1, 0.1)");
        }
        if (history.epochs().isEmpty()) {
            throw new IllegalArgumentException(
                    "generalization gap: expected at least one epoch, received none yet; ask again when one has ended");
        }
        return of(history.epochs(), Parting.of(history, new Overfitting().visible()));
    }

    static GeneralizationGap of(List<Epoch> epochs, Optional<Parting> parting) {
        return new GeneralizationGap(
                epochs.stream()
                        .map(e -> new Errors(
                                e.epoch(),
                                e.trainLoss(),
                                e.validationLoss(),
                                1 - e.trainAccuracy(),
                                1 - e.validationAccuracy()))
                        .toList(),
                parting.map(p -> OptionalInt.of(p.best().epoch())).orElse(OptionalInt.empty()),
                parting.map(Parting::toString)
                        .orElse("the validation loss does not rise while the training loss falls"));
    }

    private Errors last() {
        return epochs.get(epochs.size() - 1);
    }

    private boolean classes() {
        return !Double.isNaN(last().trainError());
    }

    /** One row for each epoch: epoch, train_loss, validation_loss, train_error, validation_error, gap. */
    @Override
    public Table table() {
        return Rows.of("Generalization gap", epochs)
                .count("epoch", Errors::epoch)
                .number("train_loss", Errors::trainLoss)
                .number("validation_loss", Errors::validationLoss)
                .number("train_error", Errors::trainError)
                .number("validation_error", Errors::validationError)
                .number("gap", Errors::gap)
                .table();
    }

    /** Both errors and both losses by epoch, with a line where they part. */
    @Override
    public Plot plot() {
        Chart loss = chart("Loss", "loss", Errors::trainLoss, Errors::validationLoss);
        return classes()
                ? Plot.of(chart("Error", "share of rows wrong", Errors::trainError, Errors::validationError), loss)
                : Plot.of(loss);
    }

    private Chart chart(String title, String y, ToDoubleFunction<Errors> train, ToDoubleFunction<Errors> validation) {
        double[] x = epochs.stream().mapToDouble(Errors::epoch).toArray();
        Chart chart = Chart.of(title)
                .x("epoch")
                .y(y)
                .line("train", x, epochs.stream().mapToDouble(train).toArray())
                .line("validation", x, epochs.stream().mapToDouble(validation).toArray());
        return partsAt.isPresent()
                ? chart.bandX(partsAt.getAsInt(), partsAt.getAsInt(), "overfits from epoch " + partsAt.getAsInt())
                : chart;
    }

    /** The last gap, where the curves part, and what helps. */
    @Override
    public String toString() {
        String what = classes() ? "error" : "loss";
        String text = String.format(
                "epoch %d: train %s %s, validation %s %s, gap %s%n%s",
                last().epoch(),
                what,
                Numbers.brief(classes() ? last().trainError() : last().trainLoss()),
                what,
                Numbers.brief(classes() ? last().validationError() : last().validationLoss()),
                Numbers.brief(last().gap()),
                evidence);
        return partsAt.isEmpty()
                ? text
                : text
                        + String.format(
                                "%noverfitting; what helps: more data, fewer features, more regularization, dropout;"
                                        + " or stop at epoch %d",
                                partsAt.getAsInt());
    }
}
