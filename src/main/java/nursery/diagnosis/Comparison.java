package nursery.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nursery.Net;
import nursery.Trainer;
import nursery.report.Chart;
import nursery.report.Numbers;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.training.History;
import tech.tablesaw.api.Table;

/**
 * A training beside a healthy twin: which settings differ, from which step on the losses do, and what the diagnosis of
 * each says.
 *
 * @param healthy the twin
 * @param faulty the training
 * @param settings what differs in net, trainer and data
 */
public record Comparison(Diagnosis healthy, Diagnosis faulty, List<Setting> settings) implements Result {
    private static final double APART = 0.05; // of the twin's loss

    /**
     * A setting that differs.
     *
     * @param name what it is
     * @param healthy its value in the healthy twin
     * @param faulty its value in the training
     */
    public record Setting(String name, String healthy, String faulty) {}

    /** Copies the list. */
    public Comparison {
        settings = List.copyOf(settings);
    }

    static Comparison of(History healthy, History faulty) {
        List<Setting> settings = new ArrayList<>();
        Net a = healthy.model().net();
        Net b = faulty.model().net();
        add(settings, "layers", a.layers(), b.layers());
        add(settings, "loss", a.loss(), b.loss());
        add(settings, "penalty", a.regularization(), b.regularization());
        Trainer s = healthy.trainer();
        Trainer t = faulty.trainer();
        add(settings, "optimizer", s.optimizer(), t.optimizer());
        add(settings, "learning rate", s.learningRate(), t.learningRate());
        add(settings, "schedule", s.schedule(), t.schedule());
        add(settings, "batch size", s.batchSize(), t.batchSize());
        add(settings, "epochs", s.epochs(), t.epochs());
        add(settings, "seed", s.seed(), t.seed());
        add(settings, "clipping", s.clipping(), t.clipping());
        add(settings, "parameter groups", s.groups(), t.groups());
        add(settings, "augmentation", s.augmentation(), t.augmentation());
        if (healthy.data() != faulty.data()) {
            add(settings, "data", summary(healthy), summary(faulty));
        }
        return new Comparison(healthy.diagnose(), faulty.diagnose(), settings);
    }

    private static String summary(History h) {
        FeatureStatistics f = FeatureStatistics.of(Probe.rows(h.data().train(), 512));
        return h.data().train().rows() + " training rows, numbers up to " + Numbers.brief(f.largest())
                + ", deviations up to " + Numbers.brief(f.largestStd());
    }

    private static void add(List<Setting> settings, String name, Object healthy, Object faulty) {
        if (!Objects.equals(healthy, faulty)) {
            settings.add(new Setting(name, healthy.toString(), faulty.toString()));
        }
    }

    /** The first step, from 1, whose losses are more than 5 % apart; empty if none are. */
    public OptionalInt firstDifference() {
        double[] a = healthy.history().stepLosses();
        double[] b = faulty.history().stepLosses();
        return IntStream.range(0, Math.min(a.length, b.length))
                .filter(i -> !(Math.abs(a[i] - b[i]) <= APART * Math.abs(a[i])))
                .map(i -> i + 1)
                .findFirst();
    }

    /** One row for each setting that differs: setting, healthy, faulty. */
    @Override
    public Table table() {
        return Rows.of("Comparison", settings)
                .text("setting", Setting::name)
                .text("healthy", Setting::healthy)
                .text("faulty", Setting::faulty)
                .table();
    }

    /** Both losses by step. */
    @Override
    public Plot plot() {
        return Plot.of(Chart.of("Healthy and faulty")
                .x("step")
                .y("loss")
                .logY()
                .line("healthy", healthy.history().stepLosses())
                .line("faulty", faulty.history().stepLosses()));
    }

    /** The settings, the first step that differs, and what was found in each. */
    @Override
    public String toString() {
        String different = settings.stream()
                .map(s -> String.format("%n  %s: %s, faulty: %s", s.name(), s.healthy(), s.faulty()))
                .collect(Collectors.joining());
        return (settings.isEmpty() ? "The settings are alike." : "Different settings:" + different)
                + System.lineSeparator()
                + (firstDifference().isPresent()
                        ? "The losses are more than 5 % apart from step "
                                + firstDifference().getAsInt() + " on."
                        : "The losses are alike.")
                + System.lineSeparator() + "Healthy: " + names(healthy) + System.lineSeparator() + "Faulty: "
                + names(faulty);
    }

    private static String names(Diagnosis d) {
        return d.healthy()
                ? "nothing wrong found"
                : d.findings().stream()
                        .filter(Finding::warns)
                        .map(Finding::name)
                        .collect(Collectors.joining(", "));
    }
}
