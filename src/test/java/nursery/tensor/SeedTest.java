package nursery.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedTest {

    @Test
    void equal_purposes_give_equal_streams_and_others_do_not() {
        assertThat(Seed.of(7).with("init").generator().nextLong())
                .isEqualTo(Seed.of(7).with("init").generator().nextLong())
                .isNotEqualTo(Seed.of(7).with("order").generator().nextLong())
                .isNotEqualTo(Seed.of(8).with("init").generator().nextLong());
    }

    @Test
    void neighbors_do_not_collide() {
        Set<Long> seen = new HashSet<>();
        for (long seed = -20; seed < 20; seed++) {
            for (long index = -50; index < 50; index++) {
                seen.add(Seed.of(seed).with(index).value());
            }
        }
        assertThat(seen).hasSize(40 * 100);
    }
}
