package nursery.data;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * The MNIST database of handwritten digits (LeCun, Cortes and Burges, CC BY-SA 3.0): 60,000 training and 10,000 test
 * rows, [1, 28, 28] grey from 0 to 1, in their original order.
 *
 * <p>The four files are looked up in {@code mnist/} of the folder in {@code -Dnursery.data} or {@code NURSERY_DATA} and
 * of the cache folder; what is in neither is downloaded into the cache from the address in {@code -Dnursery.mnist.url}
 * (empty: never). They may be compressed with gzip; their content is checked by its SHA-256.
 */
public final class Mnist {
    private static final String FOLDER = "mnist";
    private static final String ADDRESS = "https://ossci-datasets.s3.amazonaws.com/mnist/";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SIDE = 28;

    private static final KnownFile TRAIN_IMAGES = new KnownFile(
            "train-images-idx3-ubyte", 47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
    private static final KnownFile TRAIN_LABELS = new KnownFile(
            "train-labels-idx1-ubyte", 60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");
    private static final KnownFile TEST_IMAGES = new KnownFile(
            "t10k-images-idx3-ubyte", 7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
    private static final KnownFile TEST_LABELS = new KnownFile(
            "t10k-labels-idx1-ubyte", 10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");
    private static final List<KnownFile> FILES = List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);

    private static final String HELP = "put the files of MNIST there, plain or as .gz: "
            + FILES.stream().map(KnownFile::toString).collect(Collectors.joining(", "))
            + "; or use Data.digits(4000, 231), which needs no files";

    private final DataSource source;

    Mnist(DataFolders folders, String address) {
        source = new DataSource(folders, FOLDER, address, HELP);
    }

    /**
     * All 70,000 rows, the training rows first.
     *
     * @throws IllegalArgumentException if a file holds anything but the original
     * @throws UncheckedIOException if a file is missing and cannot be downloaded; says what to put where
     */
    public static Dataset load() {
        return new Mnist(DataFolders.here(), System.getProperty("nursery.mnist.url", ADDRESS)).read();
    }

    /** Whether all four files are in the folders where {@link #load} looks first; their content is not checked. */
    public static boolean isHere() {
        return new Mnist(DataFolders.here(), "").isComplete();
    }

    boolean isComplete() {
        return FILES.stream().allMatch(file -> find(file).isPresent());
    }

    private Optional<Path> find(KnownFile file) {
        return source.find(file.name(), file.name() + ".gz");
    }

    Dataset read() {
        Idx trainLabels = idx(TRAIN_LABELS, 1); // small files first: a wrong folder shows at once
        Idx testLabels = idx(TEST_LABELS, 1);
        int rows = trainLabels.dims()[0] + testLabels.dims()[0];
        float[] pixels = new float[rows * SIDE * SIDE];
        int filled = scale(idx(TRAIN_IMAGES, 3), pixels, 0);
        scale(idx(TEST_IMAGES, 3), pixels, filled);
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            int test = i - trainLabels.dims()[0];
            labels[i] =
                    test < 0 ? trainLabels.bytes().get(i) : testLabels.bytes().get(test);
        }
        return Dataset.of(Tensor.of(pixels, Shape.of(rows, 1, SIDE, SIDE)), labels, Digits.NAMES)
                .withOfficialTest(testLabels.dims()[0]);
    }

    private static int scale(Idx images, float[] pixels, int start) {
        int n = images.bytes().remaining();
        for (int i = 0; i < n; i++) {
            pixels[start + i] = (images.bytes().get(i) & 0xff) / 255f;
        }
        return start + n;
    }

    private Idx idx(KnownFile file, int rank) {
        Optional<Path> found = find(file);
        byte[] raw = found.isPresent()
                ? file.read(found.get())
                : source.download(file.name() + ".gz", file.size() + (1 << 16), PATIENCE, file::read);
        return Idx.parse(raw, rank, file.name());
    }
}
