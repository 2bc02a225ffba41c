package nursery.pretraining;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import tech.tablesaw.api.Table;

/**
 * What greedy layer-wise pre-training came to.
 *
 * @param dbn the stack of machines
 * @param histories one for each machine that was trained, lowest first; fewer than machines after an interrupt
 */
public record Pretraining(Dbn dbn, List<RbmHistory> histories) implements Result {

    /** Copies the list. */
    public Pretraining {
        histories = List.copyOf(histories);
    }

    /** Whether an interrupt of its thread ended it early. */
    public boolean interrupted() {
        return histories.stream().anyMatch(RbmHistory::interrupted);
    }

    /** One row for each machine: layer, visible, hidden, steps, reconstruction_error and free_energy of training rows. */
    @Override
    public Table table() {
        List<Integer> places = IntStream.range(0, histories.size()).boxed().toList();
        return Rows.of("Greedy pre-training", places)
                .count("layer", i -> i + 1)
                .count("visible", i -> histories.get(i).rbm().visible())
                .count("hidden", i -> histories.get(i).rbm().hidden())
                .number("steps", i -> histories.get(i).steps())
                .number("first_error", i -> histories.get(i).epochs().get(0).trainError())
                .number("last_error", i -> histories.get(i).lastEpoch().trainError())
                .number("free_energy", i -> histories.get(i).lastEpoch().trainFreeEnergy())
                .table();
    }

    /** Reconstruction error of each machine, then the free energy of each. */
    @Override
    public Plot plot() {
        Plot plot = Plot.of();
        for (int i = 0; i < histories.size(); i++) {
            plot = plot.and(Plot.of(histories.get(i).errors("Layer " + (i + 1) + ": error")));
        }
        for (int i = 0; i < histories.size(); i++) {
            plot = plot.and(Plot.of(histories.get(i).freeEnergies("Layer " + (i + 1) + ": free energy")));
        }
        return plot;
    }

    /** A line for each machine: its reconstruction error before and after, and why it stopped. */
    @Override
    public String toString() {
        return IntStream.range(0, dbn.layers().size()).mapToObj(this::line).collect(Collectors.joining("\n"));
    }

    private String line(int i) {
        String name = "layer " + (i + 1) + ", " + dbn.layers().get(i) + ": ";
        if (i >= histories.size()) {
            return name + "not trained, its weights are as drawn";
        }
        RbmHistory history = histories.get(i);
        return name
                + String.format(
                        Locale.ROOT,
                        "reconstruction error %.4f to %.4f",
                        history.epochs().get(0).trainError(),
                        history.lastEpoch().trainError())
                + history.stopReason().map(reason -> ", stopped: " + reason).orElse("");
    }
}
