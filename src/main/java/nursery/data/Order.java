package nursery.data;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nursery.tensor.Seed;

/** Random orders of rows. */
public final class Order {
    private Order() {}

    /** The numbers 0 to n - 1 in an order that the seed decides. */
    static int[] shuffled(int n, long seed) {
        int[] order = IntStream.range(0, n).toArray();
        shuffle(order, Seed.of(seed).with("shuffle").generator());
        return order;
    }

    /** Puts the numbers into a random order (Fisher and Yates). */
    public static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    /** As many numbers from 0 to n - 1, drawn with replacement. */
    static int[] drawn(int n, long seed) {
        SplittableRandom random = Seed.of(seed).with("bootstrap").generator();
        return IntStream.range(0, n).map(i -> random.nextInt(n)).toArray();
    }
}
