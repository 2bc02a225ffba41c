package nursery.notebook;

import org.jspecify.annotations.Nullable;

/** A line magic that could not do its work; the message says what to do. */
final class MagicException extends Exception {

    private static final long serialVersionUID = 1;

    MagicException(String message) {
        super(message);
    }

    MagicException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
