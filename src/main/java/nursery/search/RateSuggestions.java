package nursery.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What else a sweep suggests. A rate that is not good by itself is half as sure. */
final class RateSuggestions {
    private RateSuggestions() {}

    static List<Suggestion> of(List<RateTrial> trials, Suggestion best) {
        if (best.confidence() == 0) {
            return List.of(best);
        }
        return Stream.of(Optional.of(best), lowest(trials, best), steepest(trials, best))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Suggestion> lowest(List<RateTrial> trials, Suggestion best) {
        return trials.stream()
                .filter(t -> t.verdict() == Verdict.GOOD)
                .min(Comparator.comparingDouble(RateTrial::lastLoss))
                .map(t -> new Suggestion(
                        t.learningRate(),
                        best.confidence(),
                        "the loss is lowest with it; near the cliff it is a risk"));
    }

    /** Between two rates, the geometric mean. */
    private static Optional<Suggestion> steepest(List<RateTrial> trials, Suggestion best) {
        return IntStream.range(1, trials.size())
                .filter(i -> trials.get(i).verdict() != Verdict.DIVERGED)
                .boxed()
                .max(Comparator.comparingDouble(i -> fall(trials, i)))
                .map(i -> {
                    double rate = Math.sqrt(
                            trials.get(i - 1).learningRate() * trials.get(i).learningRate());
                    boolean good = trials.get(i - 1).verdict() == Verdict.GOOD
                            && trials.get(i).verdict() == Verdict.GOOD;
                    return new Suggestion(
                            Rounding.value(rate),
                            good ? best.confidence() : best.confidence() / 2,
                            "the loss falls most steeply about it");
                });
    }

    private static double fall(List<RateTrial> trials, int i) {
        double fall = trials.get(i - 1).lastLoss() - trials.get(i).lastLoss();
        return Double.isNaN(fall) ? Double.NEGATIVE_INFINITY : fall;
    }
}
