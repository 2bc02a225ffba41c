package nursery.bench.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Severity;
import nursery.training.History;

/**
 * A finding that a user is shown: a warning or worse.
 *
 * @param id of the diagnosis, {@code "D33"}
 * @param severity how bad it is
 * @param fix trains the changed program from its start, if the finding knows what to change
 */
record Shown(String id, Severity severity, Optional<Supplier<History>> fix) {
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("diverged", "D32"),
            Map.entry("high initial loss", "D23"),
            Map.entry("learning rate too low", "D34"),
            Map.entry("learning rate too high", "D33"),
            Map.entry("loss stands still", "D36"),
            Map.entry("dead units", "D43"),
            Map.entry("tiny updates", "D35"),
            Map.entry("huge updates", "D35"),
            Map.entry("overfitting", "D56"),
            Map.entry("more training needed", "D58"),
            Map.entry("underfitting", "D57"));

    /** What the diagnosis of a training shows, in its order. */
    static List<Shown> of(History history) {
        return history.diagnose().findings().stream()
                .filter(f -> f.severity().compareTo(Severity.WARN) >= 0)
                .map(Shown::of)
                .toList();
    }

    private static Shown of(Finding finding) {
        return new Shown(IDS.getOrDefault(finding.name(), finding.name()), finding.severity(), Optional.empty());
    }
}
