package nursery.data;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The IDX format of MNIST: two bytes 0, a byte 8 for unsigned bytes, a byte with the number of dimensions, the dimensions
 * as big-endian 32-bit numbers, then the bytes, the last dimension fastest.
 *
 * @param dims the lengths of the dimensions
 * @param bytes the numbers, 0 to 255 as unsigned bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Idx(int[] dims, ByteBuffer bytes) {

    /**
     * Reads the content of a file.
     *
     * @param rank how many dimensions it should have
     * @param origin the name of the file, for messages
     * @throws IllegalArgumentException if it is not such a file
     */
    static Idx parse(byte[] raw, int rank, String origin) {
        int header = 4 + 4 * rank;
        ByteBuffer buffer = ByteBuffer.wrap(raw);
        if (raw.length < header) {
            throw wrong(origin, "a header of " + header + " bytes", raw.length + " bytes");
        }
        int magic = buffer.getInt();
        if (magic != 0x0800 + rank) {
            throw wrong(
                    origin,
                    String.format("the magic number 0x%08x (unsigned bytes, %d dimensions)", 0x0800 + rank, rank),
                    String.format("0x%08x", magic));
        }
        int[] dims = new int[rank];
        long size = 1;
        for (int i = 0; i < rank; i++) {
            dims[i] = buffer.getInt();
            size *= dims[i];
            if (dims[i] < 1 || size > raw.length) { // stops long before the product overflows
                throw wrong(
                        origin,
                        "dimensions that fit its " + Text.count(raw.length - header) + " bytes of data",
                        Arrays.toString(Arrays.copyOf(dims, i + 1)));
            }
        }
        if (size != raw.length - header) {
            throw wrong(
                    origin,
                    Text.count(size) + " bytes of data for " + Arrays.toString(dims),
                    Text.count(raw.length - header));
        }
        return new Idx(dims, buffer.slice());
    }

    private static IllegalArgumentException wrong(String origin, String expected, String received) {
        return new IllegalArgumentException("expected " + origin + " to be an IDX file with " + expected + ", received "
                + received + "; replace it by the original");
    }
}
