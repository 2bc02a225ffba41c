package nursery.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a user reads when something is wrong. */
final class Failing {
    private Failing() {}

    /** The message of the exception that {@code call} throws: one sentence in one line. */
    static String messageOf(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(RuntimeException.class);
        String message = String.valueOf(thrown.getMessage());
        assertThat(message).doesNotContain("\n").contains("expected", "received", ";");
        return message;
    }
}
