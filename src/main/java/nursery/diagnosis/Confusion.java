package nursery.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nursery.Predictor;
import nursery.data.Dataset;
import nursery.report.Chart;
import nursery.report.Html;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.report.TableHtml;
import nursery.tensor.Tensor;
import nursery.training.Decision;
import tech.tablesaw.api.Table;

/**
 * The confusion matrix: how many rows of each class a net takes for which. With precision, recall and F1 of each class,
 * and their macro averages.
 *
 * <p>A class that is never predicted has the precision NaN, one without rows the recall NaN, and a note says so. The
 * macro averages are means over the classes that have rows; there a precision of NaN counts as 0, as in scikit-learn.
 *
 * @param classes the names of the classes
 * @param counts by the class of a row, then by the class that the net takes it for
 */
public record Confusion(List<String> classes, List<List<Integer>> counts) implements Result {
    private static final int SMALL = 15; // classes of which the text shows the matrix
    private static final int NAMED = 10; // classes that a note names

    /** Checks that there is a count of at least 0 for every pair of classes. */
    public Confusion {
        classes = List.copyOf(classes);
        counts = counts.stream().map(List::copyOf).toList();
        int n = classes.size();
        if (n == 0 || counts.size() != n || counts.stream().anyMatch(row -> row.size() != n)) {
            throw new IllegalArgumentException("Confusion: expected " + n + " rows of " + n
                    + " counts, at least one, received " + counts + "; give a count for every pair of classes");
        }
        if (counts.stream().flatMap(List::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("Confusion: expected counts of at least 0, received " + counts);
        }
    }

    /**
     * Passes all rows of {@code data} through {@code model}.
     *
     * @throws IllegalArgumentException if there are no rows or no classes, or an output is NaN
     * @throws nursery.tensor.ShapeException if the net does not fit the data
     */
    public static Confusion of(Predictor model, Dataset data) {
        Decision.requireClasses(model, data);
        Tensor y = model.predict(data);
        int[] predicted =
                IntStream.range(0, y.rows()).map(row -> Decision.of(y, row)).toArray();
        for (int row = 0; row < predicted.length; row++) {
            if (predicted[row] == -1) {
                throw new IllegalArgumentException("Confusion: expected outputs that are numbers, received NaN for row "
                        + row + "; the training diverged, ask for history.diagnose()");
            }
        }
        return of(data.classNames(), data.labels(), predicted);
    }

    /**
     * Counts what anything has predicted.
     *
     * @param classes the names of all classes
     * @param actual the class of each row, counted from 0
     * @param predicted the class that each row was taken for
     * @throws IllegalArgumentException if the two differ in length, or there is no such class
     */
    public static Confusion of(List<String> classes, int[] actual, int[] predicted) {
        if (actual.length != predicted.length) {
            throw new IllegalArgumentException("Confusion: expected a prediction for each of " + actual.length
                    + " rows, received " + predicted.length);
        }
        int n = classes.size();
        int[][] counts = new int[n][n];
        for (int row = 0; row < actual.length; row++) {
            requireClass(actual[row], row, n);
            requireClass(predicted[row], row, n);
            counts[actual[row]][predicted[row]]++;
        }
        return new Confusion(
                classes,
                Arrays.stream(counts)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
    }

    private static void requireClass(int label, int row, int n) {
        if (label < 0 || label >= n) {
            throw new IllegalArgumentException("Confusion: expected classes from 0 to " + (n - 1) + ", received "
                    + label + " in row " + row + "; number the classes from 0");
        }
    }

    /** How many rows of class {@code actual} are taken for class {@code predicted}. */
    public int count(int actual, int predicted) {
        return counts.get(actual).get(predicted);
    }

    /** How many rows there are. */
    public int rows() {
        return metrics().stream().mapToInt(ClassMetrics::rows).sum();
    }

    /** The share of rows that are taken for their class; NaN without rows. */
    public double accuracy() {
        return (double) metrics().stream().mapToInt(ClassMetrics::right).sum() / rows();
    }

    /** Precision, recall and F1 of each class. */
    public List<ClassMetrics> metrics() {
        return places().mapToObj(c -> new ClassMetrics(
                        classes.get(c),
                        places().map(other -> count(c, other)).sum(),
                        places().map(other -> count(other, c)).sum(),
                        count(c, c)))
                .toList();
    }

    /** The mean precision over the classes that have rows, 0 for those that are never predicted. */
    public double macroPrecision() {
        return macro(m -> m.predicted() == 0 ? 0 : m.precision());
    }

    /** The mean recall over the classes that have rows, also called balanced accuracy. */
    public double macroRecall() {
        return macro(ClassMetrics::recall);
    }

    /** The mean F1 over the classes that have rows. */
    public double macroF1() {
        return macro(ClassMetrics::f1);
    }

    private double macro(ToDoubleFunction<ClassMetrics> metric) {
        return metrics().stream()
                .filter(m -> m.rows() > 0)
                .mapToDouble(metric)
                .average()
                .orElse(Double.NaN);
    }

    private IntStream places() {
        return IntStream.range(0, classes.size());
    }

    /** Why some numbers are NaN, a sentence each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        note(
                notes,
                m -> m.rows() == 0,
                "No rows of %s: the recall is NaN, and the macro averages leave the class out.");
        note(
                notes,
                m -> m.predicted() == 0 && m.rows() > 0,
                "Never predicted: %s; the precision is NaN, and 0 in the macro average.");
        return notes;
    }

    private void note(List<String> notes, Predicate<ClassMetrics> about, String sentence) {
        List<String> names =
                metrics().stream().filter(about).map(ClassMetrics::name).toList();
        if (!names.isEmpty()) {
            String shown = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
            notes.add(sentence.replace("%s", names.size() > NAMED ? shown + ", ..." : shown));
        }
    }

    private String averages() {
        return String.format(
                Locale.ROOT,
                "%,d rows, accuracy %.4f; macro averages: precision %.4f, recall %.4f, F1 %.4f",
                rows(),
                accuracy(),
                macroPrecision(),
                macroRecall(),
                macroF1());
    }

    /** One row for each class: class, precision, recall, f1, rows. */
    @Override
    public Table table() {
        return Rows.of("Classes", metrics())
                .text("class", ClassMetrics::name)
                .number("precision", ClassMetrics::precision)
                .number("recall", ClassMetrics::recall)
                .number("f1", ClassMetrics::f1)
                .count("rows", ClassMetrics::rows)
                .table();
    }

    /** The counts as a heat map, the class of a row from top to bottom and the predicted class from left to right. */
    @Override
    public Plot plot() {
        double[][] z = counts.stream()
                .map(row -> row.stream().mapToDouble(Integer::doubleValue).toArray())
                .toArray(double[][]::new);
        Chart chart = Chart.of("Confusion")
                .x("predicted class")
                .y("class")
                .matrix("rows", classes, classes, z)
                .remark(averages() + ".");
        for (String note : notes()) {
            chart = chart.remark(note);
        }
        return Plot.of(chart);
    }

    /** The table, the averages below it, and why some numbers are NaN. */
    @Override
    public String html() {
        StringBuilder html = new StringBuilder(TableHtml.of(table()).html())
                .append("<p>")
                .append(averages())
                .append("</p>");
        notes().forEach(note -> html.append("<p>").append(Html.escape(note)).append("</p>"));
        return html.toString();
    }

    /** The matrix if it is small, a line for each class, the averages, and why some numbers are NaN. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(averages());
        int widest = classes.stream().mapToInt(String::length).max().orElse(0);
        String name = "%n%-" + Math.max(widest, "class".length()) + "s";
        if (classes.size() <= SMALL) {
            String cell = " %" + Math.max(widest, Integer.toString(rows()).length()) + "s";
            text.append(String.format(name, "")).append(" predicted");
            text.append(String.format(name, "class"));
            classes.forEach(c -> text.append(String.format(cell, c)));
            places().forEach(c -> {
                text.append(String.format(name, classes.get(c)));
                counts.get(c).forEach(count -> text.append(String.format(cell, count)));
            });
        }
        text.append(String.format(name + " precision    recall        F1      rows", "class"));
        for (ClassMetrics m : metrics()) {
            text.append(String.format(
                    Locale.ROOT,
                    name + " %9.4f %9.4f %9.4f %,9d",
                    m.name(),
                    m.precision(),
                    m.recall(),
                    m.f1(),
                    m.rows()));
        }
        notes().forEach(note -> text.append(String.format("%n%s", note)));
        return text.toString();
    }
}
