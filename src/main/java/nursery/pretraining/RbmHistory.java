package nursery.pretraining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import nursery.report.Chart;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * What the training of an {@link Rbm} came to: the reconstruction error and the free energy by epoch, and the machine.
 *
 * <p>Contrastive divergence does not make the reconstruction error small, though it mostly falls. The free energy has an
 * arbitrary zero; what counts is the gap between validation and training rows, which grows when the machine overfits
 * (Hinton 2012).
 */
public final class RbmHistory implements Result {
    private static volatile @Nullable RbmHistory last;

    private final Rbm rbm;
    private final long totalSteps;
    private final List<RbmEpoch> epochs = new ArrayList<>();
    private long steps;
    private boolean interrupted;
    private @Nullable String stopReason;

    RbmHistory(Rbm rbm, long totalSteps) {
        this.rbm = rbm;
        this.totalSteps = totalSteps;
    }

    /**
     * The history of the machine whose training was started last in this JVM, finished or not.
     *
     * @throws IllegalStateException if none was trained yet
     */
    public static RbmHistory last() {
        RbmHistory history = last;
        if (history == null) {
            throw new IllegalStateException("expected a training before RbmHistory.last(), found none;"
                    + " train with RbmTrainer.of(0.1).fit(data, 100)");
        }
        return history;
    }

    static void setLast(RbmHistory history) {
        last = history;
    }

    void add(RbmEpoch epoch) {
        epochs.add(epoch);
    }

    void addStep() {
        steps++;
    }

    void interrupt() {
        interrupted = true;
        stopped("interrupted at step " + steps + "; RbmHistory.last() keeps this history and its machine");
    }

    void stopped(String reason) {
        stopReason = reason;
    }

    /** The trained machine. */
    public Rbm rbm() {
        return rbm;
    }

    /** The epochs so far; the first is 0, before any step. */
    public List<RbmEpoch> epochs() {
        return List.copyOf(epochs);
    }

    /** The last epoch. */
    public RbmEpoch lastEpoch() {
        return epochs.get(epochs.size() - 1);
    }

    /** How many steps were made. */
    public long steps() {
        return steps;
    }

    /** How many steps the training would make without a reason to stop. */
    public long totalSteps() {
        return totalSteps;
    }

    /** Why the training ended before its time, if it did. */
    public Optional<String> stopReason() {
        return Optional.ofNullable(stopReason);
    }

    /** Whether an interrupt of its thread ended the training. */
    public boolean interrupted() {
        return interrupted;
    }

    /** One row for each epoch and split: epoch, split, reconstruction_error, free_energy. */
    @Override
    public Table table() {
        record Row(int epoch, String split, double error, double energy) {}
        List<Row> rows = epochs.stream()
                .flatMap(e -> Stream.of(
                        new Row(e.epoch(), "train", e.trainError(), e.trainFreeEnergy()),
                        new Row(e.epoch(), "validation", e.validationError(), e.validationFreeEnergy())))
                .toList();
        return Rows.of(rbm.toString(), rows)
                .count("epoch", Row::epoch)
                .text("split", Row::split)
                .number("reconstruction_error", Row::error)
                .number("free_energy", Row::energy)
                .table();
    }

    /** Reconstruction error and free energy by epoch. */
    @Override
    public Plot plot() {
        return Plot.of(errors("Reconstruction error"), freeEnergies("Free energy"));
    }

    Chart errors(String title) {
        return curves(Chart.of(title).y("squared error"), RbmEpoch::trainError, RbmEpoch::validationError);
    }

    Chart freeEnergies(String title) {
        return curves(Chart.of(title).y("F(v)"), RbmEpoch::trainFreeEnergy, RbmEpoch::validationFreeEnergy)
                .remark("Its zero is arbitrary; the gap between the curves grows when the machine overfits.");
    }

    private Chart curves(Chart chart, ToDoubleFunction<RbmEpoch> train, ToDoubleFunction<RbmEpoch> validation) {
        double[] x = epochs.stream().mapToDouble(RbmEpoch::epoch).toArray();
        double[] judged = epochs.stream().mapToDouble(validation).toArray();
        Chart drawn = chart.x("epoch")
                .line("train", x, epochs.stream().mapToDouble(train).toArray());
        return judged.length == 0 || Double.isNaN(judged[0]) ? drawn : drawn.line("validation", x, judged);
    }

    /** A line for each epoch, and why the training stopped. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(rbm.toString())
                .append("\nepoch  train error  free energy  validation error  free energy\n");
        for (RbmEpoch e : epochs) {
            text.append(String.format(
                    Locale.ROOT,
                    "%5d  %11s  %11s  %16s  %11s%n",
                    e.epoch(),
                    number("%.4f", e.trainError()),
                    number("%.2f", e.trainFreeEnergy()),
                    number("%.4f", e.validationError()),
                    number("%.2f", e.validationFreeEnergy())));
        }
        stopReason().ifPresent(reason -> text.append("stopped: ").append(reason));
        return text.toString().stripTrailing();
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }
}
