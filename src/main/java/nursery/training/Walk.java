package nursery.training;

import java.util.List;
import nursery.optimizers.Optimizer;
import nursery.report.Numbers;

/**
 * The way of one optimizer through a {@link Playground}.
 *
 * @param optimizer the optimizer
 * @param learningRate its base rate
 * @param places where it was, the start first; it ends early where the function is no finite number
 * @param evaluations how many gradients it asked for
 */
public record Walk(Optimizer optimizer, double learningRate, List<Place> places, int evaluations) {

    /**
     * A place on the way.
     *
     * @param x its first number
     * @param y its second number
     * @param value of the function there
     */
    public record Place(double x, double y, double value) {}

    /** Copies the list. */
    public Walk {
        places = List.copyOf(places);
    }

    /** Where it ended. */
    public Place end() {
        return places.get(places.size() - 1);
    }

    /** Name and rate: {@code adam 0.1}. */
    String brief() {
        return optimizer.toString().split("\\(", 2)[0] + " " + Numbers.brief(learningRate);
    }
}
