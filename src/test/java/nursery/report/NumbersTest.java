package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "0.1, 0.1",
        "0.30000000000000004, 0.3",
        "2.302585, 2.303",
        "12345.6, 12350",
        "9999999, 1e7",
        "1e-4, 0.0001",
        "0.00001234, 1.234e-5",
        "-1e-6, -1e-6",
        "1.5e300, 1.5e300",
        "NaN, NaN",
        "Infinity, Infinity",
        "4.9e-324, 4.941e-324"
    })
    void four_digits_are_enough_for_a_label(double value, String expected) {
        assertThat(Numbers.brief(value)).isEqualTo(expected);
    }
}
