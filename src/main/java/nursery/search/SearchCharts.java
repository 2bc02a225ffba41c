package nursery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nursery.report.Chart;
import nursery.report.Numbers;
import nursery.report.Panel;
import nursery.report.Plot;

/** The pictures of a search. */
final class SearchCharts {
    private static final int TOP = 5;

    private SearchCharts() {}

    /** What trials are judged by, as it is drawn: accuracy, or loss for regression. */
    private static double judged(Trial t) {
        return Double.isNaN(t.validationAccuracy()) ? t.validationLoss() : t.validationAccuracy();
    }

    private static boolean classes(List<Trial> trials) {
        return trials.stream().anyMatch(t -> !Double.isNaN(t.validationAccuracy()));
    }

    private static Chart chart(String title, List<Trial> trials) {
        Chart chart = Chart.of(title);
        return classes(trials)
                ? chart.y("validation accuracy")
                : chart.y("validation loss").logY();
    }

    // ---- one picture for each hyperparameter ----

    static Plot scatter(SearchResult result) {
        Importance importance = result.importance();
        List<Panel> panels = new ArrayList<>();
        for (Axis axis : result.search().space().axes()) {
            Chart chart = chart(
                    axis.name() + ", importance " + Numbers.format(importance.of(axis.name()), 2), result.trials());
            panels.add(marked(points(along(chart, axis), axis, result), axis, result));
        }
        return new Plot(panels);
    }

    /** Labels the horizontal axis for a hyperparameter. */
    private static Chart along(Chart chart, Axis axis) {
        Chart labeled = chart.x(axis.name());
        if (axis instanceof ChoiceAxis choice) {
            return labeled.namesX(choice.values().stream().map(Object::toString).toList());
        }
        return axis.logarithmic() ? labeled.logX() : labeled;
    }

    /** Where a value lies on the horizontal axis. */
    private static double place(Axis axis, Trial t) {
        Object value = t.configuration().value(axis.name());
        return axis instanceof ChoiceAxis choice ? choice.values().indexOf(value) : ((Number) value).doubleValue();
    }

    private static Chart points(Chart chart, Axis axis, SearchResult result) {
        List<Trial> ranked = Ranking.top(result.trials(), Integer.MAX_VALUE);
        List<Trial> top = ranked.subList(0, Math.min(TOP, ranked.size()));
        List<Trial> rest = ranked.stream()
                .filter(t -> !top.contains(t) && t.outcome() == Outcome.FINISHED)
                .toList();
        List<Trial> stopped = ranked.stream()
                .filter(t -> !top.contains(t) && t.outcome() == Outcome.STOPPED)
                .toList();
        List<Trial> diverged = result.trials().stream()
                .filter(t -> t.outcome() == Outcome.DIVERGED)
                .toList();
        Chart drawn = chart;
        if (!rest.isEmpty()) {
            drawn = drawn.points("finished", places(axis, rest), heights(rest));
        }
        if (!diverged.isEmpty()) {
            double worst = ranked.isEmpty() ? 1 : judged(ranked.get(ranked.size() - 1));
            double[] bottom = diverged.stream().mapToDouble(t -> worst).toArray();
            drawn = drawn.points("diverged", places(axis, diverged), bottom)
                    .remark("Diverged trials are drawn beside the worst.");
        }
        if (!stopped.isEmpty()) {
            drawn = drawn.points("stopped early", places(axis, stopped), heights(stopped));
        }
        if (!top.isEmpty()) {
            drawn = drawn.points("top " + top.size(), places(axis, top), heights(top));
        }
        return drawn;
    }

    private static double[] places(Axis axis, List<Trial> trials) {
        return trials.stream().mapToDouble(t -> place(axis, t)).toArray();
    }

    private static double[] heights(List<Trial> trials) {
        return trials.stream().mapToDouble(SearchCharts::judged).toArray();
    }

    /** Where the best value lies on the edge, the range to search instead. */
    private static Chart marked(Chart chart, Axis axis, SearchResult result) {
        return Ranking.best(result.trials())
                .flatMap(best -> WarningRules.proposed(
                                axis, best.configuration().value(axis.name()))
                        .map(range -> chart.bandX(
                                        ((Number) range.at(0)).doubleValue(),
                                        ((Number) range.at(Math.nextDown(1.0))).doubleValue(),
                                        "search here next")
                                .remark(WarningRules.atEdge(axis, best)
                                        .map(SearchWarning::toString)
                                        .orElse(""))))
                .orElse(chart);
    }

    // ---- the course of the search ----

    static Plot bestSoFar(List<Trial> trials) {
        List<Trial> finished = trials.stream()
                .filter(t -> t.outcome() == Outcome.FINISHED)
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .toList();
        double[] numbers = finished.stream().mapToDouble(Trial::number).toArray();
        double[] best = new double[numbers.length];
        double so = Double.NaN;
        for (int i = 0; i < best.length; i++) {
            double own = judged(finished.get(i));
            so = Double.isNaN(so) ? own : classes(finished) ? Math.max(so, own) : Math.min(so, own);
            best[i] = so;
        }
        return Plot.of(chart("Best so far", trials)
                .x("trial")
                .points("trial", numbers, heights(finished))
                .line("best so far", numbers, best));
    }

    // ---- slices and pairs ----

    static Plot slices(SearchResult result) {
        return new Plot(result.search().space().axes().stream()
                .map(axis -> (Panel) slice(axis, result))
                .toList());
    }

    private static Chart slice(Axis axis, SearchResult result) {
        Map<Integer, List<Trial>> groups = new TreeMap<>();
        Ranking.top(result.trials(), Integer.MAX_VALUE)
                .forEach(t -> groups.computeIfAbsent(
                                Importance.group(axis, t.configuration().value(axis.name())), g -> new ArrayList<>())
                        .add(t)); // best first
        List<List<Trial>> slices = List.copyOf(groups.values());
        double[] middles = slices.stream().mapToDouble(s -> middle(axis, s)).toArray();
        return along(chart("Slices of " + axis.name(), result.trials()), axis)
                .line("best", middles, judgedAt(slices, 0))
                .line("median", middles, judgedAt(slices, 0.5));
    }

    private static double middle(Axis axis, List<Trial> slice) {
        double[] places = slice.stream()
                .mapToDouble(t -> axis.logarithmic() ? Math.log(place(axis, t)) : place(axis, t))
                .toArray();
        double mean = IntStream.range(0, places.length)
                .mapToDouble(i -> places[i])
                .average()
                .orElse(Double.NaN);
        return axis.logarithmic() ? Math.exp(mean) : mean;
    }

    private static double[] judgedAt(List<List<Trial>> slices, double share) {
        return slices.stream()
                .mapToDouble(s -> judged(s.get((int) (share * (s.size() - 1)))))
                .toArray();
    }

    static Plot pair(SearchResult result, String x, String y) {
        Axis across = axis(result, x);
        Axis up = axis(result, y);
        List<Trial> trials = Ranking.feasible(result.trials());
        List<Trial> diverged = result.trials().stream()
                .filter(t -> t.outcome() == Outcome.DIVERGED)
                .toList();
        Chart chart = along(Chart.of(y + " against " + x), across).y(y);
        chart = up.logarithmic() ? chart.logY() : chart;
        String judge = classes(trials) ? "validation accuracy" : "validation loss";
        chart = chart.shaded(judge, places(across, trials), places(up, trials), heights(trials));
        return Plot.of(
                diverged.isEmpty() ? chart : chart.points("diverged", places(across, diverged), places(up, diverged)));
    }

    private static Axis axis(SearchResult result, String name) {
        List<Axis> axes = result.search().space().axes();
        return axes.stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("pair: expected two hyperparameters of "
                        + axes.stream().map(Axis::name).toList() + ", received \"" + name + "\""));
    }
}
