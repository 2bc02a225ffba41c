package nursery.bench.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import nursery.bench.diagnosis.Statistics.Share;
import nursery.diagnosis.Severity;

/**
 * What a run of the benchmark came to.
 *
 * @param suites the lists of programs
 * @param outcomes of each program that was run, by its name
 * @param options what was asked for
 * @param seconds how long everything took
 */
record Summary(List<Suite> suites, Map<String, List<Outcome>> outcomes, Options options, double seconds) {

    /** The results as a page in Markdown. */
    String page() {
        StringBuilder page = new StringBuilder("# How well the diagnosis names faults\n\n");
        page.append("Written by `")
                .append(options.command())
                .append("`. Every program is trained and diagnosed with ")
                .append(options.seeds())
                .append(" seeds. A faulty program counts if it comes to less than its healthy twin on the test rows"
                        + " (exact paired permutation test over the seeds, p < .05, and Cohen's d of at least .5), or if its fault is one of"
                        + " correctness (marked c). What is shown are warnings and worse, in their order. Shares come with"
                        + " their Wilson interval at 95 % over runs; runs of one program with several seeds are alike, so"
                        + " the intervals are narrower than those of new programs would be. Scores are accuracies, R² for"
                        + " numbers, or, where they are negative, losses.\n");
        for (Suite suite : suites) {
            if (options.wants(suite)) {
                append(page, suite);
            }
        }
        page.append(String.format(Locale.ROOT, "%nEverything took %.0f seconds.%n", seconds));
        return page.toString();
    }

    private void append(StringBuilder page, Suite suite) {
        List<Comparison> all = comparisons(suite);
        List<Comparison> counted = all.stream().filter(Comparison::counts).toList();
        List<Outcome> healthy =
                suite.healthy().stream().flatMap(p -> runs(p).stream()).toList();
        page.append("\n## Programs for ").append(suite.name()).append("\n\n| | |\n|---|---|\n");
        row(page, "faulty programs that count", counted.size() + " of " + all.size());
        row(page, "detected", share(counted, Comparison::detected));
        row(page, "right cause first", share(counted, Comparison::first));
        row(page, "right cause among the first three", share(counted, Comparison::amongThree));
        double[] precisions = counted.stream()
                .flatMapToDouble(c -> Arrays.stream(c.precisions()))
                .toArray();
        row(page, "precision of what is shown", String.format(Locale.ROOT, "%.2f", Statistics.mean(precisions)));
        row(page, "healthy runs with a warning", healthy(healthy, Severity.WARN));
        row(page, "healthy runs with a critical finding", healthy(healthy, Severity.CRITICAL));
        int gaps = counted.stream().mapToInt(c -> c.gaps().size()).sum();
        row(page, "faulty runs with a fix", Share.of(sum(counted, Comparison::fixes), gaps));
        row(page, "first fix closes 90 % of the gap", Share.of(sum(counted, Comparison::fixed), gaps));
        row(page, "random search of equal cost closes it", Share.of(sum(counted, Comparison::found), gaps));
        faulty(page, all);
        healthy(page, suite);
    }

    private List<Outcome> runs(Program program) {
        return outcomes.getOrDefault(program.name(), List.of());
    }

    private List<Comparison> comparisons(Suite suite) {
        return suite.faulty().stream()
                .filter(p -> outcomes.containsKey(p.name()))
                .map(p -> new Comparison(p, runs(p), runs(p.twin())))
                .toList();
    }

    private static int sum(List<Comparison> counted, ToIntFunction<Comparison> number) {
        return counted.stream().mapToInt(number).sum();
    }

    private static Share share(List<Comparison> counted, ToIntFunction<Comparison> number) {
        return Share.of(sum(counted, number), sum(counted, c -> c.faulty().size()));
    }

    private static Share healthy(List<Outcome> runs, Severity least) {
        return Share.of((int) runs.stream().filter(o -> o.shows(least)).count(), runs.size());
    }

    private static void faulty(StringBuilder page, List<Comparison> all) {
        page.append(
                "\n| faulty program | counts | twin | faulty | p | d | right | shown, with how many seeds | detected"
                        + " | first | first 3 | fixed | found | seconds |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (Comparison c : all) {
            row(
                    page,
                    c.program().name(),
                    c.program().correctness() ? "c" : c.worse() ? "yes" : "no",
                    score(c.twin()),
                    c.refused() ? "refused" : score(c.faulty()),
                    String.format(Locale.ROOT, "%.3f", c.p()),
                    String.format(Locale.ROOT, "%.1f", c.effect()),
                    String.join(" ", new TreeSet<>(c.program().accepted())),
                    shown(c.faulty()),
                    c.detected(),
                    c.first(),
                    c.amongThree(),
                    c.fixed() + "/" + c.gaps().size(),
                    c.found() + "/" + c.gaps().size(),
                    seconds(c.faulty()));
        }
    }

    private void healthy(StringBuilder page, Suite suite) {
        page.append("\n| healthy program | score | shown, with how many seeds | seconds |\n|---|---|---|---|\n");
        for (Healthy program : suite.healthy()) {
            List<Outcome> runs = runs(program);
            if (!runs.isEmpty()) {
                row(page, program.name(), score(runs), shown(runs), seconds(runs));
            }
        }
    }

    private static String score(List<Outcome> runs) {
        return String.format(
                Locale.ROOT,
                "%.3f",
                runs.stream().mapToDouble(Outcome::score).average().orElse(Double.NaN));
    }

    private static String seconds(List<Outcome> runs) {
        return String.format(
                Locale.ROOT,
                "%.2f + %.2f",
                runs.stream().mapToDouble(Outcome::seconds).average().orElse(Double.NaN),
                runs.stream().mapToDouble(Outcome::diagnosisSeconds).average().orElse(Double.NaN));
    }

    private static String shown(List<Outcome> runs) {
        Map<String, Long> counts = runs.stream()
                .flatMap(o -> o.ids().stream())
                .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static void row(StringBuilder page, Object... cells) {
        page.append(Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
