package nursery.notebook;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The line magics that put more code on a cell's class path: {@code %maven}, {@code %jars}, {@code %classpath}. */
final class Magics {

    static final String NAMES = "maven|jars|classpath";

    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final Consumer<String> classPath;

    Magics(Consumer<String> classPath) {
        this.classPath = classPath;
    }

    /** Runs a line such as {@code %jars libs/*.jar}. */
    void run(String line) throws MagicException {
        List<String> words = words(line);
        String name = words.get(0);
        List<String> arguments = words.subList(1, words.size());
        if (arguments.isEmpty()) {
            throw new MagicException(usage(name));
        }
        for (String argument : arguments) {
            found(name, argument).forEach(path -> classPath.accept(path.toString()));
        }
    }

    private static List<Path> found(String name, String argument) throws MagicException {
        return switch (name) {
            case "%maven" -> maven(argument);
            case "%jars" -> jars(argument);
            default -> path(argument);
        };
    }

    private static String usage(String name) {
        return switch (name) {
            case "%maven" -> "%maven needs coordinates, such as %maven org.apache.commons:commons-csv:1.12.0";
            case "%jars" -> "%jars needs files or folders, such as %jars libs/*.jar";
            default -> "%classpath needs folders or jars, such as %classpath build/classes";
        };
    }

    private static List<Path> maven(String coordinates) throws MagicException {
        try {
            return MavenResolver.resolve(coordinates);
        } catch (NoClassDefFoundError e) {
            throw new MagicException("%maven needs io.get-coursier:interface on the kernel's class path", e);
        }
    }

    private static List<Path> path(String argument) throws MagicException {
        var paths = new ArrayList<Path>();
        for (String part : argument.split(Pattern.quote(File.pathSeparator), -1)) {
            Path path = parse(part);
            if (!Files.exists(path)) {
                throw new MagicException("%classpath: no such file or folder: " + path.toAbsolutePath());
            }
            paths.add(path);
        }
        return paths;
    }

    /** A jar, all jars of a folder, or a glob in the last part of a path. */
    private static List<Path> jars(String argument) throws MagicException {
        int slash = Math.max(argument.lastIndexOf('/'), argument.lastIndexOf(File.separatorChar)) + 1;
        boolean glob = argument.substring(slash).matches(".*[*?\\[{].*");
        Path path = parse(glob ? argument.substring(0, slash) : argument);
        if (!glob && Files.isRegularFile(path)) {
            return List.of(path);
        }
        var jars = new ArrayList<Path>();
        if (Files.isDirectory(path)) {
            try (var files = Files.newDirectoryStream(path, glob ? argument.substring(slash) : "*.jar")) {
                files.forEach(jars::add);
            } catch (IOException | DirectoryIteratorException | PatternSyntaxException e) {
                throw new MagicException("%jars: cannot list " + argument + ": " + e.getMessage(), e);
            }
        }
        if (jars.isEmpty()) {
            throw new MagicException("%jars: no jar found at "
                    + parse(argument.substring(0, slash)).toAbsolutePath() + File.separator
                    + argument.substring(slash));
        }
        jars.sort(null); // the file system's order is not the same everywhere
        return jars;
    }

    private static Path parse(String path) throws MagicException {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new MagicException("not a path: " + path, e);
        }
    }

    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        Matcher m = ARGUMENT.matcher(line);
        while (m.find()) {
            words.add(m.group(1) != null ? m.group(1) : m.group(2));
        }
        return words;
    }
}
