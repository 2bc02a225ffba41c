package nursery.layers;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names for the layers of a net: {@code dense(100)} is dense1, the next {@code dense(10)} dense2. */
public final class UniqueNames {
    private final Map<String, Integer> counts = new HashMap<>();

    /** The name of the next layer. */
    public String next(Layer layer) {
        String kind = layer.toString().split("[^A-Za-z0-9_]", 2)[0].toLowerCase(Locale.ROOT);
        return kind + counts.merge(kind, 1, Integer::sum);
    }
}
