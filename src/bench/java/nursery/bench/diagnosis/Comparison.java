package nursery.bench.diagnosis;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A faulty program beside its healthy twin, seed by seed.
 *
 * @param program the faulty one
 * @param faulty its outcomes
 * @param twin those of the twin, of the same seeds
 */
record Comparison(Faulty program, List<Outcome> faulty, List<Outcome> twin) {
    private static final double SIGNIFICANT = 0.05;
    private static final double MEDIUM_EFFECT = 0.5;
    private static final double NEARLY_ALL = 0.9;
    private static final int FIRST_FEW = 3;

    /** Whether it comes to less than its twin: p below .05 and Cohen's d of at least .5. */
    boolean worse() {
        return p() < SIGNIFICANT && effect() >= MEDIUM_EFFECT;
    }

    /** Whether it counts. */
    boolean counts() {
        return program.correctness() || worse();
    }

    /** Whether the library refuses it. */
    boolean refused() {
        return faulty.stream().anyMatch(o -> !o.refusal().isEmpty());
    }

    double p() {
        return Statistics.permutationTest(scores(twin), scores(faulty));
    }

    double effect() {
        return Statistics.effect(scores(twin), scores(faulty));
    }

    private static double[] scores(List<Outcome> outcomes) {
        return outcomes.stream().mapToDouble(Outcome::score).toArray();
    }

    /** With how many seeds anything was shown. */
    int detected() {
        return (int) faulty.stream().filter(o -> !o.shown().isEmpty()).count();
    }

    /** With how many seeds the first that was shown is right. */
    int first() {
        return among(1);
    }

    /** With how many seeds one of the first three that were shown is right. */
    int amongThree() {
        return among(FIRST_FEW);
    }

    private int among(int first) {
        return (int) faulty.stream()
                .filter(o -> o.ids().stream().limit(first).anyMatch(program.accepted()::contains))
                .count();
    }

    /** The share of what was shown that is right, for each seed with which anything was. */
    double[] precisions() {
        return faulty.stream()
                .filter(o -> !o.shown().isEmpty())
                .mapToDouble(o -> (double) o.ids().stream()
                                .filter(program.accepted()::contains)
                                .count()
                        / o.shown().size())
                .toArray();
    }

    /** The seeds with a gap to the twin that a fix was asked to close. */
    List<Integer> gaps() {
        return worse() && !refused()
                ? IntStream.range(0, faulty.size())
                        .filter(i -> !Double.isNaN(faulty.get(i).searchScore()) || !Double.isNaN(fixScore(i)))
                        .filter(i -> gap(i) > 0)
                        .boxed()
                        .toList()
                : List.of();
    }

    private double gap(int i) {
        return twin.get(i).score() - faulty.get(i).score();
    }

    private double fixScore(int i) {
        return faulty.get(i).fixScore();
    }

    /** In how many of the gaps there was a fix. */
    int fixes() {
        return (int) gaps().stream().filter(i -> !Double.isNaN(fixScore(i))).count();
    }

    /** How many gaps the fix closed to nine tenths or more. */
    int fixed() {
        return (int) gaps().stream().filter(i -> closes(i, fixScore(i))).count();
    }

    /** How many gaps the random search closed to nine tenths or more. */
    int found() {
        return (int) gaps().stream()
                .filter(i -> closes(i, faulty.get(i).searchScore()))
                .count();
    }

    private boolean closes(int i, double score) {
        return score - faulty.get(i).score() >= NEARLY_ALL * gap(i);
    }
}
