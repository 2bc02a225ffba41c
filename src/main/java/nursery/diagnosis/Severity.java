package nursery.diagnosis;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
    /** Worth knowing; nothing is wrong. */
    INFO,
    /** Likely wrong: the net could do better. */
    WARN,
    /** Certainly wrong: the training is lost. */
    CRITICAL;

    /** The word in tables, {@code "warn"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
