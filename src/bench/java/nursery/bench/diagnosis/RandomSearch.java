package nursery.bench.diagnosis;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import nursery.Net;
import nursery.Nursery;
import nursery.tensor.Seed;

/**
 * What a fix is compared with: one training, as a fix is, of the program with other settings drawn at random. The rate is
 * multiplied by 10^U(-2, 2); the initialization, the penalty and the scale of the inputs change or not, each with equal
 * chances.
 */
final class RandomSearch {
    private static final double DECADES = 2;

    private RandomSearch() {}

    /** The program as the search for {@code name} draws it. */
    static Setup draw(Setup faulty, String name) {
        SplittableRandom random =
                Seed.of(faulty.seed()).with("random search").with(name).generator();
        double factor = Math.pow(10, random.nextDouble(-DECADES, DECADES));
        Setup other = faulty.rate(faulty.trainer().learningRate() * factor);
        other = other.net(initialization(random.nextInt(3)));
        other = other.net(penalty(random));
        return random.nextBoolean() ? other.data(data -> data.standardize()) : other;
    }

    private static UnaryOperator<Net> initialization(int choice) {
        return choice == 0 ? net -> net : net -> net.init(choice == 1 ? Nursery.he() : Nursery.xavier());
    }

    private static UnaryOperator<Net> penalty(SplittableRandom random) {
        int choice = random.nextInt(3);
        double l2 = Math.pow(10, random.nextDouble(-5, -2));
        return choice == 0 ? net -> net : net -> net.l1(0).l2(choice == 1 ? 0 : l2);
    }
}
