package nursery.bench.diagnosis;

import java.util.List;
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

    /** What the diagnosis of a training shows, in its order. */
    static List<Shown> of(History history) {
        return history.diagnose().findings().stream()
                .filter(Finding::warns)
                .map(f -> new Shown(f.id(), f.severity(), f.fix().map(fix -> () -> fix.fit())))
                .toList();
    }

    /** The same without the fix, which holds on to the data. */
    Shown withoutFix() {
        return new Shown(id, severity, Optional.empty());
    }
}
