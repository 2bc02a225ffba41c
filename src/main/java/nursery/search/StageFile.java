package nursery.search;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The journals of a search that goes from coarse to fine: {@code a}, {@code a.2}, {@code a.3} ... */
final class StageFile {
    private static final Pattern STAGE = Pattern.compile("(.*)\\.(\\d{1,3})");

    private StageFile() {}

    static Path after(Path file) {
        String name = String.valueOf(file.getFileName());
        Matcher stage = STAGE.matcher(name);
        return file.resolveSibling(
                stage.matches() ? stage.group(1) + "." + (Integer.parseInt(stage.group(2)) + 1) : name + ".2");
    }
}
