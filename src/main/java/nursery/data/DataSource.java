package nursery.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of one data set come from: the folders of this machine, else a download that is kept in the cache.
 *
 * @param folders where they may be
 * @param dataSet the name of their folder
 * @param address the address of the folder to download from, or nothing: never download
 * @param help what to do when a file is nowhere, for messages
 */
record DataSource(DataFolders folders, String dataSet, String address, String help) {

    /** The first of the files that exists, in the order of {@code names}. */
    Optional<Path> find(String... names) {
        return folders.find(dataSet, names);
    }

    /**
     * Downloads a file, reads it, and keeps it in the cache once it was read without an exception.
     *
     * @param limit more bytes than this are an error
     * @param patience how long the download may take
     * @param read checks and reads the bytes; told where they are from
     * @throws UncheckedIOException if the file cannot be had, or not be kept; says what to do
     */
    <T> T download(String file, int limit, Duration patience, BiFunction<byte[], String, T> read) {
        if (address.isBlank()) {
            throw missing(file, "downloads are switched off", null);
        }
        String from = address + (address.endsWith("/") ? "" : "/") + file;
        Path part = room(file); // before the download, which may take minutes
        try {
            byte[] bytes = get(from, file, limit, patience);
            T content = read.apply(bytes, from);
            keep(bytes, part, file);
            return content;
        } finally {
            remove(part);
        }
    }

    private byte[] get(String from, String file, int limit, Duration patience) {
        try {
            return Download.get(from, limit, patience);
        } catch (IOException e) {
            throw missing(file, String.valueOf(e.getMessage()), e);
        }
    }

    private Path room(String file) {
        try {
            return Files.createTempFile(Files.createDirectories(kept()), file, ".part");
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private void keep(byte[] bytes, Path part, String file) {
        try {
            Files.write(part, bytes);
            Files.move(part, kept().resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw unwritable(part.toString(), e);
        }
    }

    private Path kept() {
        return folders.cache().resolve(dataSet);
    }

    private UncheckedIOException unwritable(String file, IOException reason) {
        return new UncheckedIOException(
                "expected to keep " + file + " in the cache " + kept() + ", received " + reason
                        + "; make that folder writable, name another one in -Dnursery.cache, or " + help,
                reason);
    }

    private UncheckedIOException missing(String file, String reason, @Nullable IOException cause) {
        return new UncheckedIOException(
                "expected " + file + " in "
                        + folders.folders(dataSet).stream().map(Path::toString).collect(Collectors.joining(" or "))
                        + ", received no such file and no download from '" + address + "' (" + reason + "); " + help,
                cause == null ? new IOException(reason) : cause);
    }
}
