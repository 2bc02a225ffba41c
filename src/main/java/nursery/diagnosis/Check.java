package nursery.diagnosis;

/**
 * One line of a report.
 *
 * @param name what was checked
 * @param status how it came out
 * @param expected what a healthy net shows
 * @param actual what was found
 * @param advice what to do next, one sentence
 */
public record Check(String name, Status status, String expected, String actual, String advice) {

    /** A check that passed or failed. */
    static Check of(String name, boolean passed, String expected, String actual, String good, String bad) {
        return new Check(name, passed ? Status.PASS : Status.FAIL, expected, actual, passed ? good : bad);
    }

    /** A check that passed or is worth a look. */
    static Check mild(String name, boolean passed, String expected, String actual, String good, String bad) {
        return new Check(name, passed ? Status.PASS : Status.WARN, expected, actual, passed ? good : bad);
    }
}
