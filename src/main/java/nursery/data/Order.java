package nursery.data;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nursery.tensor.Seed;

/** Random orders of rows. */
final class Order {
    private Order() {}

    /** The numbers 0 to n - 1 in an order that the seed decides (Fisher-Yates). */
    static int[] shuffled(int n, long seed) {
        SplittableRandom random = Seed.of(seed).with("shuffle").generator();
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /** As many numbers from 0 to n - 1, drawn with replacement. */
    static int[] drawn(int n, long seed) {
        SplittableRandom random = Seed.of(seed).with("bootstrap").generator();
        return IntStream.range(0, n).map(i -> random.nextInt(n)).toArray();
    }
}
