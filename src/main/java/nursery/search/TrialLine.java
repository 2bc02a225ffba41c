package nursery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nursery.Search;

/**
 * A trial as a line of a journal: number, outcome, seed, loss, accuracy, seconds, curve, note and configuration, with tabs
 * between them. The configuration is for readers; it follows from the search and the number.
 */
final class TrialLine {
    private static final int LONGEST_NOTE = 500;
    private static final int PARTS = 9;

    private TrialLine() {}

    static String of(Trial t) {
        return String.join(
                "\t",
                Integer.toString(t.number()),
                t.outcome().name(),
                Integer.toString(t.seed()),
                Double.toString(t.validationLoss()),
                Double.toString(t.validationAccuracy()),
                Double.toString(t.seconds()),
                t.curve().stream().map(Object::toString).collect(Collectors.joining(",")),
                plain(t.note()),
                plain(t.configuration().toString()));
    }

    private static String plain(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_NOTE ? line : line.substring(0, LONGEST_NOTE);
    }

    /**
     * The trial of a line.
     *
     * @throws IllegalArgumentException if it is none of this search
     */
    static Trial parse(String line, Search search) {
        String[] parts = line.split("\t", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("expected " + PARTS + " parts, received " + parts.length);
        }
        int number = Integer.parseInt(parts[0]);
        Outcome outcome = Outcome.valueOf(parts[1]);
        if (number < 0 || number >= Sampler.MOST_TRIALS || outcome == Outcome.FAILED) {
            throw new IllegalArgumentException("there is no such trial: " + number + ", " + outcome);
        }
        return new Trial(
                number,
                search.configuration(number),
                search.trialSeed(number),
                outcome,
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]),
                curve(parts[6]),
                Double.parseDouble(parts[5]),
                parts[7]);
    }

    private static List<Double> curve(String text) {
        List<Double> curve = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            curve.add(Double.parseDouble(text.substring(from, to)));
            if (curve.size() > Protocol.MOST_EPOCHS) {
                throw new IllegalArgumentException("more than " + Protocol.MOST_EPOCHS + " epochs");
            }
            from = to + 1;
        }
        return curve;
    }
}
