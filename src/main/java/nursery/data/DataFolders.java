package nursery.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders in which data files are looked up, one folder per data set in each.
 *
 * @param named the folder in {@code -Dnursery.data} or {@code NURSERY_DATA}, if there is one
 * @param cache where downloads are kept: {@code -Dnursery.cache}, else {@code nursery} in the user's cache folder
 */
record DataFolders(@Nullable Path named, Path cache) {

    /** The folders of this machine. */
    static DataFolders here() {
        String named = System.getProperty("nursery.data", System.getenv().getOrDefault("NURSERY_DATA", ""));
        String cache = System.getProperty("nursery.cache", "");
        String userCache = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        return new DataFolders(
                named.isBlank() ? null : folder(named),
                !cache.isBlank()
                        ? Path.of(cache)
                        : (userCache.isBlank()
                                        ? Path.of(System.getProperty("user.home"), ".cache")
                                        : Path.of(userCache))
                                .resolve("nursery"));
    }

    private static Path folder(String named) {
        Path folder = Path.of(named);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("expected a folder in -Dnursery.data or NURSERY_DATA, received '" + named
                    + "', which is none; correct or unset it");
        }
        return folder;
    }

    /** The first of the files that exists, in the order of {@code names}. */
    Optional<Path> find(String dataSet, String... names) {
        return folders(dataSet).stream()
                .flatMap(folder -> Stream.of(names).map(folder::resolve))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Where files of {@code dataSet} may be. */
    List<Path> folders(String dataSet) {
        return Stream.of(Optional.ofNullable(named), Optional.of(cache))
                .flatMap(Optional::stream)
                .map(folder -> folder.resolve(dataSet))
                .toList();
    }
}
