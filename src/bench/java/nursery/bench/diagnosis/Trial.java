package nursery.bench.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nursery.diagnosis.Severity;
import nursery.training.History;

/**
 * A program with one seed: trains it, diagnoses it, and tries the first fix.
 *
 * @param program what to train
 * @param seed the seed
 * @param fixes whether to try the first fix and the random search beside it
 */
record Trial(Program program, long seed, boolean fixes) {
    private static final double NANO = 1e-9;

    /** Runs it, on the calling thread. */
    Outcome run() {
        Setup setup;
        History history;
        long start = System.nanoTime();
        try {
            setup = program.at().apply(seed);
            start = System.nanoTime(); // what reads the data is not training
            history = setup.fit();
        } catch (IllegalArgumentException e) {
            return refused(String.valueOf(e.getMessage()));
        }
        double seconds = since(start);
        long begin = System.nanoTime();
        List<Shown> shown = Shown.of(history);
        double diagnosisSeconds = since(begin);
        return new Outcome(
                program.name(),
                seed,
                program.score().of(history),
                shown.stream().map(Shown::withoutFix).toList(), // it holds on to the data
                LearningCurve.of(history),
                seconds,
                diagnosisSeconds,
                fixes ? score(fix(shown)) : Double.NaN,
                fixes
                        ? score(Optional.of(
                                () -> RandomSearch.draw(setup, program.name()).fit()))
                        : Double.NaN,
                "");
    }

    private static Optional<Supplier<History>> fix(List<Shown> shown) {
        return shown.stream().map(Shown::fix).flatMap(Optional::stream).findFirst();
    }

    private double score(Optional<Supplier<History>> training) {
        try {
            return training.map(fit -> program.score().of(fit.get())).orElse(Double.NaN);
        } catch (IllegalArgumentException e) {
            return Double.NaN; // a change that cannot be trained is none
        }
    }

    private Outcome refused(String sentence) {
        return new Outcome(
                program.name(),
                seed,
                program.score() == Score.QUALITY ? 0 : Double.NEGATIVE_INFINITY,
                List.of(new Shown(Outcome.REFUSED, Severity.CRITICAL, Optional.empty())),
                LearningCurve.NONE,
                0,
                0,
                Double.NaN,
                Double.NaN,
                sentence);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) * NANO;
    }
}
