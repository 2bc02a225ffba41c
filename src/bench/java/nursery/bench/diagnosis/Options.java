package nursery.bench.diagnosis;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What to run.
 *
 * @param only the name of a suite; empty for all
 * @param programs what the name of a program has to contain
 * @param seeds how many seeds, from 1
 * @param fixSeeds with how many of them fixes are tried
 * @param csv where every outcome goes
 * @param page where the page goes; empty for nowhere
 * @param given all of it, as it was given
 */
record Options(String only, Pattern programs, int seeds, int fixSeeds, String csv, String page, List<String> given) {
    private static final List<String> NAMES =
            List.of("--only", "--programs", "--seeds", "--fix-seeds", "--csv", "--page");

    /** Reads pairs of a name and a value. */
    static Options of(String... args) {
        List<String> given = List.of(args);
        for (int i = 0; i < args.length; i += 2) {
            if (!NAMES.contains(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException("expected pairs of an option, one of " + NAMES
                        + ", and its value, received " + given + "; give each option a value");
            }
        }
        return new Options(
                value(given, "--only", ""),
                Pattern.compile(value(given, "--programs", "")),
                Integer.parseInt(value(given, "--seeds", "5")),
                Integer.parseInt(value(given, "--fix-seeds", "2")),
                value(given, "--csv", "target/diagnosis-benchmark.csv"),
                value(given, "--page", ""),
                given);
    }

    /** The command that asks for the same. */
    String command() {
        return "mvn -q -Pdiagnosis" + (given.isEmpty() ? "" : " -Ddiagnosis.args=\"" + String.join(" ", given) + '"');
    }

    private static String value(List<String> given, String name, String usual) {
        int at = given.indexOf(name);
        return at < 0 ? usual : given.get(at + 1);
    }

    /** Whether the programs of this suite are to be run. */
    boolean wants(Suite suite) {
        return only.isEmpty() || only.equals(suite.name());
    }

    /** Whether this program is to be run. */
    boolean wants(Program program) {
        return programs.matcher(program.name()).find();
    }
}
