package nursery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nursery.report.Chart;
import nursery.report.Numbers;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.training.Evaluation;
import tech.tablesaw.api.Table;

/**
 * The members of an ensemble beside the ensemble, on the same rows, and what each costs.
 *
 * @param members each member alone, in order
 */
public record EnsembleComparison(List<Member> members) implements Result {

    /**
     * One member.
     *
     * @param name its name
     * @param alone how it does
     * @param together how the mean over this and all members before does
     * @param trainingSeconds how long it was trained; NaN if unknown
     * @param predictionSeconds how long it took for these rows
     */
    public record Member(
            String name, Evaluation alone, Evaluation together, double trainingSeconds, double predictionSeconds) {}

    private record Line(String name, double loss, double accuracy, double trainingSeconds, double predictionSeconds) {}

    /** Copies the list. */
    public EnsembleComparison {
        members = List.copyOf(members);
    }

    /** How the ensemble does. */
    public Evaluation ensemble() {
        return members.get(members.size() - 1).together();
    }

    /** The mean loss and the mean accuracy of the members alone. */
    public Evaluation meanOfMembers() {
        return new Evaluation(mean(m -> m.alone().loss()), mean(m -> m.alone().accuracy()));
    }

    private double mean(ToDoubleFunction<Member> number) {
        return members.stream().mapToDouble(number).average().orElse(Double.NaN);
    }

    private double sum(ToDoubleFunction<Member> number) {
        return members.stream().mapToDouble(number).sum();
    }

    private boolean classes() {
        return !Double.isNaN(ensemble().accuracy());
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Member m : members) {
            lines.add(new Line(
                    m.name(), m.alone().loss(), m.alone().accuracy(), m.trainingSeconds(), m.predictionSeconds()));
        }
        Evaluation mean = meanOfMembers();
        lines.add(new Line(
                "mean of members",
                mean.loss(),
                mean.accuracy(),
                mean(Member::trainingSeconds),
                mean(Member::predictionSeconds)));
        lines.add(new Line(
                "ensemble of " + members.size(),
                ensemble().loss(),
                ensemble().accuracy(),
                sum(Member::trainingSeconds),
                sum(Member::predictionSeconds)));
        return lines;
    }

    /**
     * One row for each member, their mean, and the ensemble: member, loss, accuracy, training_seconds, prediction_seconds.
     */
    @Override
    public Table table() {
        return Rows.of("Ensemble", lines())
                .text("member", Line::name)
                .number("loss", Line::loss)
                .number("accuracy", Line::accuracy)
                .number("training_seconds", Line::trainingSeconds)
                .number("prediction_seconds", Line::predictionSeconds)
                .table();
    }

    /** Accuracy, for classes, and loss: of each member alone, and of the mean over the first 1, 2, 3 ... members. */
    @Override
    public Plot plot() {
        Chart loss = chart("Loss", "loss", Evaluation::loss);
        return classes()
                ? Plot.of(chart("Accuracy", "share of rows right", Evaluation::accuracy), loss)
                : Plot.of(loss);
    }

    private Chart chart(String title, String y, ToDoubleFunction<Evaluation> number) {
        double[] x = IntStream.rangeClosed(1, members.size()).asDoubleStream().toArray();
        double mean = number.applyAsDouble(meanOfMembers());
        Chart chart = Chart.of(title)
                .x("members")
                .y(y)
                .line("ensemble so far", x, values(number, Member::together))
                .points("member alone", x, values(number, Member::alone));
        return Double.isFinite(mean) ? chart.band(mean, mean, "mean of members") : chart;
    }

    private double[] values(ToDoubleFunction<Evaluation> number, Function<Member, Evaluation> which) {
        return members.stream().map(which).mapToDouble(number).toArray();
    }

    /** A line for each member, their mean, and the ensemble. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                "%-20s  %10s  %8s  %16s  %18s",
                "member", "loss", "accuracy", "training seconds", "prediction seconds"));
        for (Line l : lines()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%-20s  %10s  %8s  %16s  %18s",
                    l.name(),
                    number(l.loss()),
                    number(l.accuracy()),
                    number(l.trainingSeconds()),
                    number(l.predictionSeconds())));
        }
        return text.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : Numbers.brief(value);
    }
}
