package nursery.bench.diagnosis;

import java.util.List;
import nursery.diagnosis.Severity;

/**
 * What one program came to with one seed.
 *
 * @param program its name
 * @param seed the seed
 * @param score how good the trained net is, see {@link Score}
 * @param shown what the diagnosis showed, in its order
 * @param curve the numbers by which a healthy run is known
 * @param seconds how long the training took
 * @param diagnosisSeconds how long the diagnosis took
 * @param fixScore the score with the first fix applied; NaN if there was none
 * @param searchScore the score of a random search of the same cost; NaN if there was none
 * @param refusal the sentence with which the library refused the program; empty if it did not
 */
record Outcome(
        String program,
        long seed,
        double score,
        List<Shown> shown,
        LearningCurve curve,
        double seconds,
        double diagnosisSeconds,
        double fixScore,
        double searchScore,
        String refusal) {
    /** What is shown where the library refuses to begin. */
    static final String REFUSED = "refused";

    /** The ids of what was shown. */
    List<String> ids() {
        return shown.stream().map(Shown::id).toList();
    }

    /** Whether something of at least this severity was shown. */
    boolean shows(Severity least) {
        return shown.stream().anyMatch(s -> s.severity().compareTo(least) >= 0);
    }
}
