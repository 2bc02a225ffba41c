package nursery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that lists the lecture's items names only what exists, and leaves none out. */
class LectureTest {
    private static final Path PAGE = Path.of("src/docs/lecture.md");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|([^|]+)\\|([^|]+)\\|([^|]+)\\|$");
    private static final Pattern NAME = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");

    private static List<MatchResult> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .flatMap(line -> ROW.matcher(line).results())
                .toList();
    }

    /** The full names behind each simple name in a folder of sources. */
    private static Map<String, List<String>> classes(String root) throws IOException {
        Path folder = Path.of(root);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> folder.relativize(file)
                            .toString()
                            .replaceAll("[/\\\\]", ".")
                            .replace(".java", ""))
                    .collect(Collectors.groupingBy(name -> name.substring(name.lastIndexOf('.') + 1)));
        }
    }

    private static boolean exists(MatchResult name, Map<String, List<String>> classes) {
        return classes.getOrDefault(name.group(1), List.of()).stream()
                .anyMatch(type -> name.group(2) == null || methods(type).anyMatch(name.group(2)::equals));
    }

    private static Stream<String> methods(String type) {
        try {
            return Arrays.stream(Class.forName(type, false, LectureTest.class.getClassLoader())
                            .getDeclaredMethods())
                    .map(Method::getName);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> unknown(int column, Map<String, List<String>> classes) throws IOException {
        return rows().stream()
                .flatMap(row -> NAME.matcher(row.group(column)).results())
                .filter(name -> !exists(name, classes))
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void everyTypeAndMethodExists() throws IOException {
        assertThat(unknown(3, classes("src/main/java"))).isEmpty();
    }

    @Test
    void everyTestExists() throws IOException {
        assertThat(unknown(4, classes("src/test/java"))).isEmpty();
    }

    @Test
    void everyItemHasOneRowWithATypeAndATestOrADash() throws IOException {
        List<Integer> items = IntStream.rangeClosed(1, 148).boxed().toList();

        assertThat(rows().stream().map(row -> Integer.parseInt(row.group(1))))
                .containsExactlyInAnyOrderElementsOf(items);
        assertThat(rows())
                .allMatch(
                        row -> NAME.matcher(row.group(3)).find() || row.group(3).contains("–"))
                .allMatch(
                        row -> NAME.matcher(row.group(4)).find() || row.group(4).contains("–"));
    }
}
