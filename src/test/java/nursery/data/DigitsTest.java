package nursery.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import nursery.Data;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DigitsTest {

    @Test
    void areGreyImagesOfTenClasses() {
        Dataset digits = Data.digits(200, 231);
        assertThat(digits.features().shape()).isEqualTo(Shape.of(200, 1, 28, 28));
        assertThat(digits.features().precision()).isEqualTo(Precision.FLOAT32);
        assertThat(digits.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(digits.range().min()).isZero();
        assertThat(digits.range().max()).isEqualTo(1);
        assertThat(digits.range().mean()).isBetween(0.1, 0.3);
    }

    /** The numbers were recorded once; every platform, JDK and state of the JIT must draw them again. */
    @Test
    void areTheSameBitsEverywhere() throws Exception {
        assertThat(sha256(Data.digits(500, 231).features()))
                .isEqualTo("19353e2481084ab224d4152e1ee191de086989c74e410a39f01c5c9b543f292e");
    }

    private static String sha256(Tensor tensor) throws Exception {
        ByteBuffer bytes = ByteBuffer.allocate(4 * tensor.size());
        for (int i = 0; i < tensor.size(); i++) {
            bytes.putFloat((float) tensor.get(i));
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    }

    @Test
    void eachTenRowsHoldEveryDigitOnce() {
        int[] labels = Data.digits(1000, 3).labels();
        for (int i = 0; i < labels.length; i += 10) {
            assertThat(Arrays.copyOfRange(labels, i, i + 10)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
        assertThat(Arrays.copyOf(labels, 10)).isNotEqualTo(Arrays.copyOfRange(labels, 10, 20));
    }

    @Test
    void aRowDoesNotDependOnHowManyAreDrawn() {
        Dataset few = Data.digits(25, 231);
        Dataset many = Data.digits(100, 231).take(25);
        assertThat(few.features().toDoubles()).isEqualTo(many.features().toDoubles());
        assertThat(few.labels()).isEqualTo(many.labels());
    }

    @Test
    void theSeedDecides() {
        assertThat(Data.digits(10, 1).features().toDoubles())
                .isNotEqualTo(Data.digits(10, 2).features().toDoubles());
    }
}
