package nursery.notebook;

import coursierapi.Dependency;
import coursierapi.Fetch;
import coursierapi.error.CoursierError;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** Jars of a Maven artifact and of all it needs, through Coursier; a class of its own because Coursier is optional. */
final class MavenResolver {

    private MavenResolver() {}

    static List<Path> resolve(String coordinates) throws MagicException {
        String[] parts = coordinates.split(":", -1);
        if (parts.length != 3) {
            throw new MagicException("%maven expects group:artifact:version, received " + coordinates);
        }
        try {
            return Fetch.create().addDependencies(Dependency.of(parts[0], parts[1], parts[2])).fetch().stream()
                    .map(File::toPath)
                    .toList();
        } catch (CoursierError e) {
            throw new MagicException("%maven cannot get " + coordinates + ": " + firstLine(e), e);
        }
    }

    private static String firstLine(CoursierError e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
