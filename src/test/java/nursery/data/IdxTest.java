package nursery.data;

import static nursery.data.Failing.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class IdxTest {

    private static byte[] file(int magic, int[] dims, int... bytes) {
        ByteBuffer file =
                ByteBuffer.allocate(4 + 4 * dims.length + bytes.length).putInt(magic);
        for (int dim : dims) {
            file.putInt(dim);
        }
        for (int b : bytes) {
            file.put((byte) b);
        }
        return file.array();
    }

    private static String refused(byte[] raw) {
        return messageOf(() -> Idx.parse(raw, 3, "images"));
    }

    @Test
    void readsDimensionsAndUnsignedBytes() {
        Idx idx = Idx.parse(file(0x0803, new int[] {2, 1, 3}, 0, 1, 127, 128, 254, 255), 3, "images");
        assertThat(idx.dims()).containsExactly(2, 1, 3);
        assertThat(idx.bytes().remaining()).isEqualTo(6);
        assertThat(idx.bytes().get(5) & 0xff).isEqualTo(255);
    }

    @Test
    void refusesAnotherMagicNumber() {
        assertThat(refused(file(0x0801, new int[] {2, 1, 1}, 1, 2)))
                .isEqualTo("expected images to be an IDX file with the magic number 0x00000803 (unsigned bytes, 3"
                        + " dimensions), received 0x00000801; replace it by the original");
        assertThat(refused(file(0x0D03, new int[] {1, 1, 1}, 0, 0, 0, 0))).contains("0x00000d03"); // floats
        assertThat(refused(file(0x1f8b0803, new int[] {1, 1, 1}, 0))).contains("0x1f8b0803"); // gzip
    }

    @Test
    void refusesAHeaderThatIsCutOff() {
        assertThat(refused(new byte[0])).contains("a header of 16 bytes", "received 0 bytes");
        assertThat(refused(new byte[] {0, 0, 8, 3, 0, 0, 0, 1})).contains("received 8 bytes");
    }

    @Test
    void refusesSizesBeyondTheFile() {
        assertThat(refused(file(0x0803, new int[] {1, 28, 28}, 1, 2, 3)))
                .contains("dimensions that fit its 3 bytes", "received [1, 28]");
        assertThat(refused(file(0x0803, new int[] {1, 2, 2}, 1, 2, 3))).contains("4 bytes of data for [1, 2, 2]");
    }

    @Test
    void refusesMoreBytesThanTheDimensionsSay() {
        assertThat(refused(file(0x0803, new int[] {1, 1, 2}, 1, 2, 3)))
                .contains("2 bytes of data for [1, 1, 2]", "received 3");
    }

    @Test
    void refusesCountsThatOverflow() {
        int huge = 0x10000; // three of them make 2^48, whose low 32 bits are 0
        assertThat(refused(file(0x0803, new int[] {huge, huge, huge}))).contains("received [65536]");
        assertThat(refused(file(0x0803, new int[] {1, Integer.MAX_VALUE, 2}, 1)))
                .contains("[1, 2147483647]");
        assertThat(refused(file(0x0803, new int[] {-1, -1, 1}, 1))).contains("received [-1]");
        assertThat(refused(file(0x0803, new int[] {0, 1, 1}))).contains("received [0]");
    }
}
