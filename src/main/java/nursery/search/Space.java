package nursery.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hyperparameters of a search: each trial is a point in it.
 *
 * @param axes one for each hyperparameter
 */
public record Space(List<Axis> axes) {
    private static final int MOST = 100;

    /** Copies the list; each name may appear once. */
    public Space {
        axes = List.copyOf(axes);
        List<String> names = axes.stream().map(Axis::name).toList();
        if (names.stream().distinct().count() < names.size() || names.size() > MOST) {
            throw new IllegalArgumentException(
                    "search: expected at most " + MOST + " hyperparameters with names that differ, received " + names);
        }
    }

    /** The same space with one more hyperparameter. */
    public Space with(Axis axis) {
        return new Space(Stream.concat(axes.stream(), Stream.of(axis)).toList());
    }

    /** The point with these coordinates, each from 0 to 1. */
    public Configuration at(double[] point) {
        Object[] values = new Object[point.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = axes.get(i).at(point[i]);
        }
        return new Configuration(axes, List.of(values));
    }

    /** The narrower space around some points. */
    public Space zoom(List<Configuration> best) {
        return new Space(axes.stream()
                .map(a -> a.zoom(best.stream().map(c -> c.value(a.name())).toList()))
                .toList());
    }

    /** The calls that make it. */
    @Override
    public String toString() {
        return axes.stream().map(a -> "." + a).collect(Collectors.joining());
    }
}
