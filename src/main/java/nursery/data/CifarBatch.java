package nursery.data;

import java.util.List;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * One file of the binary version of CIFAR-10: for each row a byte with the class, 0 to 9, then 3 x 32 x 32 bytes, red,
 * green and blue, each row by row.
 *
 * @param bytes whole rows
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record CifarBatch(byte[] bytes) {
    private static final Shape IMAGE = Shape.of(3, 32, 32);
    /** So many bytes a row takes. */
    static final int ROW = 1 + 3 * 32 * 32;

    /**
     * Checks the content of a file.
     *
     * @param origin the name of the file, for messages
     * @throws IllegalArgumentException if it does not hold whole rows, or a label is not 0 to 9
     */
    static CifarBatch of(byte[] bytes, String origin) {
        if (bytes.length == 0 || bytes.length % ROW != 0) {
            throw new IllegalArgumentException("expected " + origin + " to hold rows of CIFAR-10 of " + Text.count(ROW)
                    + " bytes each, received " + Text.count(bytes.length) + " bytes; replace it by the original");
        }
        for (int i = 0; i < bytes.length; i += ROW) {
            if (bytes[i] < 0 || bytes[i] > 9) {
                throw new IllegalArgumentException("expected " + origin + " to hold labels from 0 to 9, received "
                        + (bytes[i] & 0xff) + " in row " + i / ROW + "; replace it by the original");
            }
        }
        return new CifarBatch(bytes);
    }

    int rows() {
        return bytes.length / ROW;
    }

    /** All rows as one dataset, pixels from 0 to 1; the last batch holds the official test rows. */
    static Dataset join(List<CifarBatch> batches, List<String> classNames) {
        int rows = batches.stream().mapToInt(CifarBatch::rows).sum();
        float[] pixels = new float[IMAGE.batch(rows).size()];
        int[] labels = new int[rows];
        int row = 0;
        int at = 0;
        for (CifarBatch batch : batches) {
            byte[] bytes = batch.bytes;
            for (int i = 0; i < bytes.length; i++) {
                if (i % ROW == 0) {
                    labels[row++] = bytes[i];
                } else {
                    pixels[at++] = (bytes[i] & 0xff) / 255f;
                }
            }
        }
        return Dataset.of(Tensor.of(pixels, IMAGE.batch(rows)), labels, classNames)
                .withOfficialTest(batches.get(batches.size() - 1).rows());
    }
}
