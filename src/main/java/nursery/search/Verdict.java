package nursery.search;

import java.util.Locale;

/** What to think of a learning rate (CS231n: barely moves, good, explodes). */
public enum Verdict {
    /** The loss falls less than with a larger rate. */
    TOO_LOW,
    /** The loss falls about as far as with any rate. */
    GOOD,
    /** The loss falls less than with a smaller rate. */
    TOO_HIGH,
    /** The loss explodes, or ends far above where it began, at more than 1.5 times. */
    DIVERGED;

    /** The words in tables, {@code "too low"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
