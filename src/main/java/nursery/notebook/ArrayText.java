package nursery.notebook;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Arrays as their elements, where Java would print a hash code. */
final class ArrayText {

    private static final int MAX_LENGTH = 2_000;

    private ArrayText() {}

    static String of(@Nullable Object value) {
        String nested = Arrays.deepToString(new Object[] {value});
        String text = nested.substring(1, nested.length() - 1);
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + " …";
    }
}
