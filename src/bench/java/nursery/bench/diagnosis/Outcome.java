package nursery.bench.diagnosis;

import java.util.List;
import java.util.Locale;
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

    /** The names of the columns of {@link #csv()}. */
    static String csvHeader() {
        return "program,seed,score,shown,epochs,train_loss,validation_loss,lowest_validation_loss,lowest_at,"
                + "train_accuracy,validation_accuracy,dead,fix_score,search_score,seconds,diagnosis_seconds,refusal";
    }

    /** One line of a table. */
    String csv() {
        return String.format(
                Locale.ROOT,
                "\"%s\",%d,%.4f,%s,%d,%.5g,%.5g,%.5g,%d,%.4f,%.4f,%.3f,%.4f,%.4f,%.2f,%.2f,\"%s\"",
                program,
                seed,
                score,
                String.join(" ", ids()),
                curve.epochs(),
                curve.trainLoss(),
                curve.validationLoss(),
                curve.lowest(),
                curve.lowestAt(),
                curve.trainAccuracy(),
                curve.validationAccuracy(),
                curve.dead(),
                fixScore,
                searchScore,
                seconds,
                diagnosisSeconds,
                refusal.replace('"', '\''));
    }
}
