package nursery.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * CIFAR-10, small color pictures of ten classes (Krizhevsky 2009): 50,000 training and 10,000 test rows, [3, 32, 32] with
 * red, green and blue from 0 to 1, in their original order. In float32 they take 740 MB.
 *
 * <p>The six files of its binary version ({@code data_batch_1.bin} to {@code data_batch_5.bin} and {@code
 * test_batch.bin}), or the archive {@code cifar-10-binary.tar.gz} of them, are looked up in {@code cifar10/} of the folder
 * in {@code -Dnursery.data} or {@code NURSERY_DATA} and of the cache folder. Their content is checked by its SHA-256.
 *
 * <p>Where they are not, a smaller set in the same form is taken from {@code cifar10-small/} of these folders: {@code
 * data_batch_1.bin} and those that follow it, and {@code test_batch.bin}, each with any number of rows. A note says how
 * many there are. Where there is none either, the archive is downloaded into the cache from the address in {@code
 * -Dnursery.cifar10.url} (empty: never).
 */
public final class Cifar10 {
    private static final String FOLDER = "cifar10";
    private static final String SMALL = "cifar10-small";
    private static final String ADDRESS = "https://www.cs.toronto.edu/~kriz/";
    private static final String ARCHIVE = "cifar-10-binary.tar.gz";
    private static final String INNER = "cifar-10-batches-bin/"; // the folder in the archive
    private static final int ARCHIVE_LIMIT = 200_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String TEST = "test_batch.bin";
    private static final List<String> NAMES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
    private static final int BATCHES = 5;
    private static final int SIZE = 10_000 * CifarBatch.ROW;

    static final List<KnownFile> FILES = List.of(
            new KnownFile(batch(1), SIZE, "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
            new KnownFile(batch(2), SIZE, "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
            new KnownFile(batch(3), SIZE, "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
            new KnownFile(batch(4), SIZE, "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
            new KnownFile(batch(5), SIZE, "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"),
            new KnownFile(TEST, SIZE, "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b"));

    private final DataSource source;
    private final DataSource small;
    private final List<KnownFile> files;

    Cifar10(DataFolders folders, String address) {
        this(folders, address, FILES);
    }

    /** For tests: other files, the last of them the test rows. */
    Cifar10(DataFolders folders, String address, List<KnownFile> files) {
        String help = "put the binary version of CIFAR-10 there, as " + ARCHIVE + " or as its files: "
                + files.stream().map(KnownFile::toString).collect(Collectors.joining(", "))
                + "; or a smaller set in the same form into " + SMALL + " beside it";
        this.source = new DataSource(folders, FOLDER, address, help);
        this.small = new DataSource(folders, SMALL, "", help);
        this.files = files;
    }

    /**
     * All rows, the training rows first.
     *
     * @throws IllegalArgumentException if a file holds anything but the original, or no rows of CIFAR-10
     * @throws UncheckedIOException if a file is missing and cannot be downloaded; says what to put where
     */
    public static Dataset load() {
        return new Cifar10(DataFolders.here(), System.getProperty("nursery.cifar10.url", ADDRESS)).read();
    }

    /** Whether CIFAR-10, whole or small, is in the folders where {@link #load} looks first; its content is not checked. */
    public static boolean isHere() {
        return new Cifar10(DataFolders.here(), "").isComplete();
    }

    boolean isComplete() {
        return isWhole() || source.find(ARCHIVE).isPresent() || isSmall();
    }

    private boolean isWhole() {
        return files.stream().allMatch(file -> find(file).isPresent());
    }

    private Optional<Path> find(KnownFile file) {
        return source.find(file.name(), file.name() + ".gz", INNER + file.name());
    }

    private boolean isSmall() {
        return small.find(batch(1)).isPresent() && small.find(TEST).isPresent();
    }

    Dataset read() {
        if (isWhole()) {
            return CifarBatch.join(
                    files.stream()
                            .map(file -> CifarBatch.of(file.read(find(file).orElseThrow()), file.name()))
                            .toList(),
                    NAMES);
        }
        Optional<Path> archive = source.find(ARCHIVE);
        if (archive.isPresent()) {
            return readArchive(bytes(archive.get()), archive.get().toString());
        }
        return isSmall() ? readSmall() : source.download(ARCHIVE, ARCHIVE_LIMIT, PATIENCE, this::readArchive);
    }

    private Dataset readArchive(byte[] archive, String origin) {
        Map<String, Integer> sizes = files.stream().collect(Collectors.toMap(KnownFile::name, KnownFile::size));
        Map<String, byte[]> found;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(archive), 1 << 16)) {
            found = Tar.read(in, sizes, origin);
        } catch (EOFException | ZipException e) {
            throw new IllegalArgumentException(
                    "expected " + origin + " to be a gzip file, received one that is damaged or cut off ("
                            + e.getMessage() + "); delete it or replace it by the original",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<CifarBatch> batches = new ArrayList<>();
        for (KnownFile file : files) {
            byte[] content = found.getOrDefault(file.name(), new byte[0]);
            batches.add(CifarBatch.of(file.read(content, file.name() + " in " + origin), file.name()));
        }
        return CifarBatch.join(batches, NAMES);
    }

    private Dataset readSmall() {
        List<CifarBatch> batches = new ArrayList<>();
        for (int i = 1; i <= BATCHES; i++) {
            Optional<Path> file = small.find(batch(i));
            if (file.isEmpty()
                    && IntStream.rangeClosed(i, BATCHES)
                            .anyMatch(k -> small.find(batch(k)).isPresent())) {
                throw new IllegalArgumentException("expected " + batch(i) + " in " + SMALL
                        + ", where there are later ones, received none; number the files from 1 without a gap");
            }
            file.ifPresent(path -> batches.add(CifarBatch.of(bytes(path), path.toString())));
        }
        Path test = small.find(TEST).orElseThrow();
        batches.add(CifarBatch.of(bytes(test), test.toString()));
        Dataset all = CifarBatch.join(batches, NAMES);
        int testRows = batches.get(batches.size() - 1).rows();
        return all.noted("a smaller set in the form of CIFAR-10: " + Text.count(all.rows() - testRows)
                + " training and " + Text.count(testRows)
                + " test rows; its accuracies are not comparable with published ones");
    }

    private static String batch(int i) {
        return "data_batch_" + i + ".bin";
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > ARCHIVE_LIMIT) {
                throw new IllegalArgumentException("expected " + file + " to hold at most " + Text.count(ARCHIVE_LIMIT)
                        + " bytes, received " + Text.count(Files.size(file)) + "; replace it by the original");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "expected to read " + file + ", received " + e + "; check its permissions", e);
        }
    }
}
