package nursery.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nursery.report.Numbers;

/**
 * The shape of loss against learning rate: a plateau where rates are too low, a valley, and a cliff.
 *
 * @param rates rising
 * @param losses where each rate ended
 * @param start the loss before any step
 * @param ignorant the loss of the best constant prediction, or {@code start} if that is lower
 */
record Valley(List<Double> rates, List<Double> losses, double start, double ignorant) {
    private static final double GOOD = 0.8; // of the largest fall
    private static final double CHOSEN = 0.9;
    private static final double EXPLODED = 1.5; // times the start
    private static final double MOVED = 0.03; // of the loss: a smaller fall may be chance

    Verdict verdict(int i) {
        double loss = losses.get(i);
        if (!Double.isFinite(loss) || loss > EXPLODED * start) {
            return Verdict.DIVERGED;
        }
        if (moves() && falls(i, GOOD)) {
            return Verdict.GOOD;
        }
        return i < lowest() || !moves() ? Verdict.TOO_LOW : Verdict.TOO_HIGH;
    }

    private boolean falls(int i, double share) {
        return ignorant - losses.get(i) >= share * (ignorant - losses.get(lowest()));
    }

    /** Whether any rate makes the loss fall. */
    private boolean moves() {
        return losses.get(lowest()) < (1 - MOVED) * ignorant;
    }

    /** The rate that ends lowest. */
    private int lowest() {
        return IntStream.range(0, losses.size())
                .filter(i -> Double.isFinite(losses.get(i)))
                .reduce((a, b) -> losses.get(b) < losses.get(a) ? b : a)
                .orElse(0);
    }

    /** The rate to train with: the smallest that does nearly as well as any, far from the cliff. */
    private int choice() {
        return IntStream.range(0, losses.size())
                .filter(i -> falls(i, CHOSEN))
                .findFirst()
                .orElse(lowest());
    }

    /** The rate to train with. */
    double best() {
        return rates.get(choice());
    }

    /** Why there is no clear valley, if there is none. */
    Optional<String> unclear() {
        int last = rates.size() - 1;
        if (IntStream.rangeClosed(0, last).allMatch(i -> verdict(i) == Verdict.DIVERGED)) {
            return Optional.of(
                    "every rate makes the loss explode; sweep lower rates, below " + Numbers.brief(rates.get(0)));
        }
        if (!moves()) {
            return Optional.of("no rate makes the loss fall; sweep higher rates, above "
                    + Numbers.brief(rates.get(last)) + ", or look at the data and the initialization");
        }
        if (choice() == 0 || choice() == last) {
            return Optional.of("the best rate, " + Numbers.brief(best()) + ", sits on the edge of the range; sweep "
                    + (choice() == 0 ? "lower" : "higher") + " rates too");
        }
        return Optional.empty();
    }

    /**
     * How sure the suggestion is, from 0 to 1: half for a valley whose ends both show, a quarter for good rates without
     * a gap, a quarter for a loss that falls to less than half.
     */
    double confidence() {
        if (unclear().isPresent()) {
            return 0;
        }
        int[] good = IntStream.range(0, rates.size())
                .filter(i -> verdict(i) == Verdict.GOOD)
                .toArray();
        int first = good[0];
        int last = good[good.length - 1];
        return (first > 0 && last < rates.size() - 1 ? 0.5 : 0)
                + (last - first + 1 == good.length ? 0.25 : 0)
                + (losses.get(lowest()) < 0.5 * ignorant ? 0.25 : 0);
    }
}
