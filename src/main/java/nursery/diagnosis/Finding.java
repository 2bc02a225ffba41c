package nursery.diagnosis;

import java.util.Optional;

/**
 * Something that a diagnosis found.
 *
 * @param id its place in the catalogue, {@code "D33"}
 * @param name what it is called, {@code "learning rate too high"}
 * @param mechanism where the fault lies
 * @param severity how bad it is
 * @param confidence how sure it is, from 0 to 1; a change that was tried and helped makes it surer
 * @param evidence the number that shows it
 * @param explanation why it happens, for a student
 * @param advice what to do, one sentence
 * @param fix the advice applied, where that can be done without asking
 */
public record Finding(
        String id,
        String name,
        Mechanism mechanism,
        Severity severity,
        double confidence,
        Evidence evidence,
        String explanation,
        String advice,
        Optional<Fix> fix) {

    /** A finding without a fix, with confidence 0.7. */
    public static Finding of(
            String id,
            String name,
            Mechanism mechanism,
            Severity severity,
            Evidence evidence,
            String explanation,
            String advice) {
        return new Finding(id, name, mechanism, severity, 0.7, evidence, explanation, advice, Optional.empty());
    }

    /** The same with a fix. */
    public Finding fix(Fix fix) {
        return new Finding(id, name, mechanism, severity, confidence, evidence, explanation, advice, Optional.of(fix));
    }

    /** The same, this sure. */
    public Finding confidence(double confidence) {
        return new Finding(id, name, mechanism, severity, confidence, evidence, explanation, advice, fix);
    }

    /** The same, this bad. */
    public Finding severity(Severity severity) {
        return new Finding(id, name, mechanism, severity, confidence, evidence, explanation, advice, fix);
    }

    /** Whether it is a warning or worse. */
    public boolean warns() {
        return severity != Severity.INFO;
    }

    /** The same as a remark, since {@code cause} explains it. */
    Finding following(Finding cause) {
        return new Finding(
                id,
                name,
                mechanism,
                Severity.INFO,
                confidence,
                evidence,
                "This follows from: " + cause.name() + ". " + explanation,
                advice,
                fix);
    }
}
