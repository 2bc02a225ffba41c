package nursery.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    @Test
    void gives_the_numbers_of_the_seed_it_began_with() {
        RandomStream stream = new RandomStream();
        Seed seed = Seed.of(5).with("rows");
        for (int step = 0; step < 3; step++) {
            for (int row = 0; row < 3; row++) {
                stream.restart(seed, step, row);
                SplittableRandom expected = seed.with(step).with(row).generator();
                for (int i = 0; i < 10; i++) {
                    assertThat(stream.nextLong()).isEqualTo(expected.nextLong());
                }
            }
        }
    }
}
