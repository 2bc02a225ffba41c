package nursery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NurseryTest {

    @Test
    void aFalseClaimStopsTheNotebookWithItsSentence() {
        assertThatCode(() -> Nursery.check(true, "1 is 1")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Nursery.check(false, "1 is 2"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("This should hold, and does not: 1 is 2");
    }
}
