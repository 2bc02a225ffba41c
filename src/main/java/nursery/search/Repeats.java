package nursery.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nursery.Search;
import nursery.report.Chart;
import nursery.report.Numbers;
import nursery.report.Plot;
import nursery.report.Progress;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.tensor.Seed;
import tech.tablesaw.api.Table;

/**
 * The best configurations of a search trained again with other seeds, the same ones for each: how much of a difference is
 * luck.
 *
 * @param candidates best mean first
 * @param interrupted whether an interrupt ended it early
 */
public record Repeats(List<Candidate> candidates, boolean interrupted) implements Result {

    /**
     * One configuration.
     *
     * @param first its trial in the search
     * @param again its trials with other seeds that finished
     */
    public record Candidate(Trial first, List<Trial> again) {
        /** Copies the list. */
        public Candidate {
            again = List.copyOf(again);
        }

        /** The mean accuracy, for regression the mean loss. */
        public double mean() {
            return again.stream().mapToDouble(Candidate::judged).average().orElse(Double.NaN);
        }

        /** The standard deviation over the seeds, with n - 1. */
        public double std() {
            double mean = mean();
            double sum = again.stream()
                    .mapToDouble(t -> (judged(t) - mean) * (judged(t) - mean))
                    .sum();
            return Math.sqrt(sum / (again.size() - 1));
        }

        private static double judged(Trial t) {
            return Double.isNaN(t.validationAccuracy()) ? t.validationLoss() : t.validationAccuracy();
        }

        private double score() {
            return again.stream().mapToDouble(Trial::score).average().orElse(Double.NEGATIVE_INFINITY);
        }
    }

    /** Copies the list. */
    public Repeats {
        candidates = List.copyOf(candidates);
    }

    static Repeats run(Search search, Task task, List<Trial> top, int seeds) {
        if (seeds < 2) {
            throw new IllegalArgumentException(
                    "repeat: expected at least 2 seeds, received " + seeds + "; 3 to 5 are usual");
        }
        Protocol p = search.protocol();
        Search alone = search.pruner(new Pruner.None());
        TrialRun run = new TrialRun(alone, task);
        record Job(Trial trial, int seed) {}
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < seeds; i++) {
            int seed = (int) (Seed.of(p.seed()).with("repeat").with(i).value() >>> 33);
            top.forEach(t -> jobs.add(new Job(t, seed)));
        }
        List<Trial> again = new ArrayList<>();
        boolean whole;
        try (Progress progress = new Progress("Repeat", jobs.size())) {
            progress.next();
            whole = Jobs.run(
                    jobs,
                    search.execution().parallel(),
                    j -> run.run(j.trial().number(), j.trial().configuration(), j.seed(), new Curves()),
                    t -> {
                        again.add(t);
                        if (again.size() < jobs.size()) {
                            progress.next();
                        }
                    });
        }
        again.sort(Comparator.comparingInt(Trial::seed));
        return new Repeats(
                top.stream()
                        .map(t -> new Candidate(
                                t,
                                again.stream()
                                        .filter(a -> a.number() == t.number() && a.outcome() == Outcome.FINISHED)
                                        .toList()))
                        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                        .toList(),
                !whole);
    }

    /** The configuration with the best mean. */
    public Candidate winner() {
        return candidates.get(0);
    }

    /**
     * D72: the winner is within seed noise of the second when their means differ by less than two standard errors of the
     * difference, 2 sqrt(s1²/n1 + s2²/n2).
     */
    public Optional<SearchWarning> noise() {
        if (candidates.size() < 2) {
            return Optional.empty();
        }
        Candidate a = candidates.get(0);
        Candidate b = candidates.get(1);
        double difference = Math.abs(a.mean() - b.mean());
        double error = Math.sqrt(a.std() * a.std() / a.again().size()
                + b.std() * b.std() / b.again().size());
        if (difference >= 2 * error) {
            return Optional.empty();
        }
        return Optional.of(new SearchWarning(
                "D72",
                "winner within seed noise",
                "trial " + a.first().number() + " and trial " + b.first().number() + " differ by "
                        + Numbers.format(difference, 2) + ", less than twice the standard error "
                        + Numbers.format(error, 2),
                "Take the cheaper or simpler of them, or repeat with more seeds."));
    }

    /** One row for each configuration: trial, configuration, mean, std, seeds, in_search. */
    @Override
    public Table table() {
        return Rows.of("Repeats", candidates)
                .count("trial", c -> c.first().number())
                .text("configuration", c -> c.first().configuration())
                .number("mean", Candidate::mean)
                .number("std", Candidate::std)
                .count("seeds", c -> c.again().size())
                .number("in_search", c -> Candidate.judged(c.first()))
                .table();
    }

    /** The result of each seed, with the mean, for each configuration. */
    @Override
    public Plot plot() {
        List<String> names =
                candidates.stream().map(c -> "trial " + c.first().number()).toList();
        boolean classes =
                candidates.stream().anyMatch(c -> !Double.isNaN(c.first().validationAccuracy()));
        double[] xs = IntStream.range(0, candidates.size())
                .flatMap(i -> candidates.get(i).again().stream().mapToInt(t -> i))
                .asDoubleStream()
                .toArray();
        double[] ys = candidates.stream()
                .flatMap(c -> c.again().stream())
                .mapToDouble(Candidate::judged)
                .toArray();
        double[] places = IntStream.range(0, candidates.size()).asDoubleStream().toArray();
        return Plot.of(Chart.of("The best with other seeds")
                .y(classes ? "validation accuracy" : "validation loss")
                .namesX(names)
                .points("one seed", xs, ys)
                .points(
                        "mean",
                        places,
                        candidates.stream().mapToDouble(Candidate::mean).toArray())
                .points(
                        "in the search",
                        places,
                        candidates.stream()
                                .mapToDouble(c -> Candidate.judged(c.first()))
                                .toArray())
                .remark(noise().map(SearchWarning::toString).orElse("")));
    }

    /** A line for each configuration, and whether the winner is one. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Repeats");
        candidates.forEach(c -> text.append(String.format(
                "%n  trial %d: %s ± %s over %d seeds, %s",
                c.first().number(),
                Numbers.brief(c.mean()),
                Numbers.format(c.std(), 2),
                c.again().size(),
                c.first().configuration())));
        noise().ifPresent(w -> text.append(System.lineSeparator()).append(w));
        return text.toString();
    }
}
