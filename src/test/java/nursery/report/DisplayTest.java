package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Showing results where no notebook is. */
class DisplayTest {

    @Test
    void withoutANotebookOnlyTheLastPictureIsPrinted() {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            var live = Display.live();
            live.update(new Named("first"));
            live.update(new Named("second"));
            live.finish(new Named("last"));
            Display.show(new Named("shown"));
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).containsExactly("last", "shown");
    }

    private record Named(String name) implements Displayable {
        @Override
        public String html() {
            return "<b>" + name + "</b>";
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
