package nursery.diagnosis;

import java.util.Locale;

/** How a check came out. */
public enum Status {
    /** As it should be. */
    PASS,
    /** Worth a look: training may still succeed. */
    WARN,
    /** Wrong: mend it before you go on. */
    FAIL;

    /** The word in tables, {@code "pass"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
