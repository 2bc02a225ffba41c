package nursery;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers that another program computed: lines of a name and numbers in a file under {@code src/test/resources}. */
public final class Reference {
    private final Map<String, double[]> lines = new HashMap<>();

    private Reference(List<String> text) {
        for (String line : text) {
            String[] words = line.split(" ");
            lines.put(
                    words[0],
                    Arrays.stream(words)
                            .skip(1)
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }
    }

    public static Reference read(String file) {
        try (var in = requireNonNull(Reference.class.getResourceAsStream("/" + file), file)) {
            return new Reference(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public double[] get(String name) {
        return requireNonNull(lines.get(name), name);
    }
}
