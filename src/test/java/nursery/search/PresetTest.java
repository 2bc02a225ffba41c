package nursery.search;

import static org.assertj.core.api.Assertions.assertThat;

import nursery.Net;
import org.junit.jupiter.api.Test;

class PresetTest {

    @Test
    void a_similar_net_is_one_that_convolves_too() {
        Net dense = Net.input(2).dense(20).relu().dense(3).softmax();

        assertThat(Preset.similar(dense)).isNotEmpty().noneMatch(Preset::convolution);
        assertThat(Preset.similar(
                        Net.input(1, 8, 8).conv(4, 3).flatten().dense(3).softmax()))
                .isNotEmpty()
                .allMatch(Preset::convolution);
        assertThat(Preset.all()).extracting(Preset::source).allMatch(s -> s.matches(".*(CS231n|20\\d\\d).*"));
    }

    @Test
    void sweeps_and_searches_begin_around_it() {
        Preset preset = Preset.all().get(0);
        Net net = Net.input(2).dense(20).relu().dense(3).softmax();

        Sweep sweep = preset.sweep(net, SearchCases.SPIRAL);

        assertThat(sweep.trials()).hasSize(9);
        assertThat(sweep.trials().get(0).learningRate()).isEqualTo(1e-5);
        assertThat(sweep.trials().get(4).learningRate()).isEqualTo(1e-3);
        assertThat(sweep.trials().get(8).learningRate()).isEqualTo(0.1);
        assertThat(preset.search(7).toString())
                .isEqualTo("random(7).logUniform(\"lr\", 1.0E-5, 0.1).logUniform(\"l2\", 1.0E-6, 0.01).seed(0)");
    }
}
