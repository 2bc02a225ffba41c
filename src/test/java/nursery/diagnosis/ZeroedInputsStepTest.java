package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import nursery.Data;
import nursery.Net;
import nursery.TestData;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.tensor.Seed;
import org.junit.jupiter.api.Test;

class ZeroedInputsStepTest {
    private final Dataset rows = TestData.blobs(3, 4, 400, 1);
    private final Net net = Net.input(4).dense(20).relu().dense(3).softmax();

    private static boolean passes(Net net, Split data) {
        return new ZeroedInputsStep().run(net, data).passed();
    }

    @Test
    void a_net_that_uses_its_inputs_does_better_with_them() {
        assertThat(passes(net, rows.split(0.8, 0.1, 0.1))).isTrue();
        assertThat(passes(
                        Net.input(2).dense(20).relu().dense(3).softmax(),
                        Data.spiral(3, 40, 1).split(1, 0, 0)))
                .as("few rows, none to validate")
                .isTrue();
    }

    @Test
    void a_net_that_does_not_see_them_does_as_badly_without() {
        Net blind = Net.input(4)
                .activation(Blind.activation())
                .dense(20)
                .relu()
                .dense(3)
                .softmax();

        assertThat(passes(blind, rows.split(0.8, 0.1, 0.1))).isFalse();
    }

    @Test
    void labels_that_do_not_belong_to_their_rows_are_found() {
        var random = Seed.of(5).generator();
        int[] labels = random.ints(rows.rows(), 0, 3).toArray();

        assertThat(passes(net, Dataset.of(rows.features(), labels).split(0.8, 0.1, 0.1)))
                .isFalse();
    }
}
