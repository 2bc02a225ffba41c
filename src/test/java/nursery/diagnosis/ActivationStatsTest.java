package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import nursery.Data;
import nursery.Model;
import nursery.Net;
import nursery.Reference;
import nursery.TestData;
import nursery.data.Dataset;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationStatsTest {
    private final Reference numpy = Reference.read("activation_reference.txt");

    /** Rows and weights of which NumPy computed the outputs. */
    private ActivationStats stats(Net net) {
        Model model = net.init(0, Precision.FLOAT64);
        model.parameter("dense1.W").assign(Tensor.of(numpy.get("W"), Shape.of(3, 4)));
        model.parameter("dense1.b").assign(Tensor.of(numpy.get("b"), Shape.of(4)));
        double[] x = numpy.get("x");
        double[][] rows = new double[x.length / 3][3];
        for (int i = 0; i < x.length; i++) {
            rows[i / 3][i % 3] = x[i];
        }
        return ActivationStats.of(model, Data.of(rows, new double[rows.length]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "tanh", "sigmoid"})
    void mean_deviation_zeros_saturation_and_dead_units_are_those_of_numpy(String name) {
        Net dense = Net.input(3).dense(4);
        Net net = name.equals("relu") ? dense.relu() : name.equals("tanh") ? dense.tanh() : dense.sigmoid();

        ActivationStats stats = stats(net.linear());

        double[] expected = numpy.get(name); // mean, std, zeros, saturated, dead
        LayerActivations last = stats.layers().get(1);
        assertThat(last.mean()).isCloseTo(expected[0], within(1e-12));
        assertThat(last.std()).isCloseTo(expected[1], within(1e-12));
        assertThat(last.zeros()).isEqualTo(expected[2]);
        assertThat(last.saturated()).isEqualTo(expected[3]);
        assertThat((double) last.dead()).isEqualTo(expected[4]);
        assertThat(last.layer()).isEqualTo("2 " + name + "()");
        assertThat(last.counts().stream().mapToInt(c -> c).sum()).isEqualTo(last.units() * 300);
    }

    @Test
    void table_plot_and_text_show_every_layer() {
        Dataset rows = TestData.blobs(3, 4, 100, 1);
        ActivationStats stats =
                Net.input(4).dense(9).relu().dense(3).softmax().init(1).activationStats(rows);

        assertThat(stats.table().columnNames()).containsExactly("layer", "mean", "std", "zeros", "saturated", "dead");
        assertThat(stats.table().rowCount()).isEqualTo(4);
        assertThat(stats.plot().panels()).as("mean by layer, relu, softmax").hasSize(3);
        assertThat(stats.toString())
                .contains("1 dense(9)")
                .contains("dead units")
                .contains(" of 9");
    }

    @Test
    void no_rows_have_no_statistics() {
        var split = TestData.blobs(3, 4, 10, 1).split(1, 0, 0);
        var model = Net.input(4).dense(3).softmax().init(1);

        assertThatThrownBy(() -> model.activationStats(split.validation()))
                .hasMessage("activation statistics: expected at least one row, received none; try data.train()");
    }
}
