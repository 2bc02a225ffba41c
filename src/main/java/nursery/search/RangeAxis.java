package nursery.search;

import java.util.List;
import java.util.Optional;

/** An axis whose values lie between two ends. */
public interface RangeAxis extends Axis {
    /** The best value should not lie this close to an end; a tenth of the range. */
    double MARGIN = 0.1;

    /**
     * The axis between two positions of this one; they may lie outside of 0 to 1. An end at a natural limit, such as 0 where
     * no value is negative, stays there.
     */
    RangeAxis between(double from, double to);

    /** The stretch that holds the values, and a margin on both sides: a tenth of this range, or a quarter of theirs. */
    @Override
    default RangeAxis zoom(List<?> values) {
        double low = values.stream().mapToDouble(this::position).min().orElse(0);
        double high = values.stream().mapToDouble(this::position).max().orElse(1);
        double margin = Math.max(MARGIN, (high - low) / 4);
        return between(low - margin, high + margin);
    }

    /**
     * The range to search instead, half as wide with {@code best} in its middle, where {@code best} lies on an edge: in the
     * outer tenth (CS231n: "be careful with best values on border"). Nothing where it does not, or where the edge is a natural
     * limit.
     */
    default Optional<RangeAxis> centered(Object best) {
        double at = position(best);
        if (at >= MARGIN && at <= 1 - MARGIN) {
            return Optional.empty();
        }
        RangeAxis proposed = between(at - 0.25, at + 0.25);
        Object end = at < 0.5 ? proposed.at(0) : proposed.at(Math.nextDown(1.0));
        double reach = position(end);
        return reach < 0 || reach > 1 ? Optional.of(proposed) : Optional.empty();
    }

    /** The ends, {@code "3e-4 to 3e-3"}. */
    String ends();
}
