package nursery.diagnosis;

import java.util.Optional;

/**
 * One thing to look for in a training. It changes nothing; its thresholds are its components, so that a course can set
 * them or bring a symptom of its own:
 *
 * <pre>{@code
 * Examination.usual().replace(new DeadUnits(0.3, 0.9)).add(c -> c.history().steps() < 100
 *         ? Optional.of(Finding.of("own", "a short run", Mechanism.BUDGET, Severity.WARN,
 *                 Evidence.fact("fewer than 100 steps", "our course"), "Nobody learns in 100 steps.", "Train longer."))
 *         : Optional.empty()).of(history)
 * }</pre>
 */
public interface Symptom {

    /** What this symptom shows, if anything. */
    Optional<Finding> look(Case c);
}
