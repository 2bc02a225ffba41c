package nursery.diagnosis;

import static nursery.Nursery.he;
import static nursery.Nursery.lecture;
import static nursery.Nursery.normal;
import static nursery.Nursery.relu;
import static nursery.Nursery.sigmoid;
import static nursery.Nursery.tanh;
import static nursery.Nursery.xavier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nursery.initializers.Initializer;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;

class InitStudyTest {

    private static double[] values(InitStudy study, int from, ToDoubleFunction<InitLayer> value) {
        return study.layers().subList(from, from + 6).stream()
                .mapToDouble(value)
                .toArray();
    }

    private static double[] std(InitStudy study, int from) {
        return values(study, from, l -> l.outputs().std());
    }

    /** The lecture's printed tables 1, 2 and 3. */
    @Test
    void tanh_dies_out_saturates_or_stays() {
        InitStudy study = InitStudy.run(tanh(), normal(0.01), normal(0.05), xavier());

        assertThat(std(study, 0)).containsExactly(new double[] {.49, .29, .18, .11, .07, .05}, within(0.007));
        assertThat(std(study, 6)).containsExactly(new double[] {.87, .85, .85, .85, .85, .85}, within(0.01));
        assertThat(std(study, 12)).containsExactly(new double[] {.63, .49, .41, .36, .32, .29}, within(0.007));
        assertThat(values(study, 0, l -> l.outputs().mean())).containsExactly(new double[6], within(0.005));
        assertThat(values(study, 6, l -> l.outputs().saturated()))
                .containsExactly(new double[] {.47, .47, .47, .47, .47, .47}, within(0.05));
        // backward: with 0.01 each layer leaves about 0.64 f' of the gradient
        assertThat(study.layers().get(0).gradientStd()).isLessThan(0.12);
        assertThat(study.layers().get(12).gradientStd()).isGreaterThan(0.4);
    }

    /** The lecture's printed tables 4 and 5. */
    @Test
    void relu_halves_the_variance_and_he_makes_up_for_it() {
        InitStudy study = InitStudy.run(relu(), lecture(), he());

        assertThat(values(study, 0, l -> l.outputs().mean()))
                .containsExactly(new double[] {.40, .28, .19, .14, .10, .07}, within(0.015));
        assertThat(std(study, 0)).containsExactly(new double[] {.58, .41, .29, .20, .14, .10}, within(0.015));
        assertThat(values(study, 6, l -> l.outputs().mean()))
                .containsExactly(new double[] {.56, .58, .58, .56, .55, .55}, within(0.05));
        assertThat(std(study, 6)).containsExactly(new double[] {.83, .83, .83, .83, .80, .80}, within(0.05));
        assertThat(study.layers().get(6).gradientStd()).isCloseTo(1, within(0.1));
    }

    /** The tables of the CS231n slides: ten layers of 500 units, 1000 rows. */
    @Test
    void ten_layers_of_500_units() {
        InitStudy study = InitStudy.run(10, 500, 1000, 3, tanh(), normal(0.01), xavier(), normal(1));
        double[] expected = {.213, .0476, .0106, .0024, 5.3e-4, 1.2e-4, 2.6e-5, 6e-6, 1.3e-6, 3e-7};

        for (int i = 0; i < 10; i++) {
            assertThat(study.layers().get(i).outputs().std()).isCloseTo(expected[i], within(0.15 * expected[i]));
            assertThat(study.layers().get(20 + i).outputs().std()).isCloseTo(0.98, within(0.005));
        }
        assertThat(study.layers().get(10).outputs().std()).isCloseTo(.628, within(0.01));
        assertThat(study.layers().get(19).outputs().std()).isCloseTo(.228, within(0.012));
    }

    /** The lecture's misprint: rand instead of randn saturates from the second layer on. */
    @Test
    void rand_instead_of_randn_saturates() {
        Initializer rand = (w, fanIn, fanOut, random) -> w.fillUniform(random, 0, 1 / Math.sqrt(fanIn));
        InitStudy study = InitStudy.run(4, 1000, 50, 0, tanh(), rand);

        assertThat(study.layers().get(3).outputs().std()).isGreaterThan(0.95);
        assertThat(study.toString()).as("a lambda has no name").contains("initializer 1");
    }

    @Test
    void gradients_vanish_behind_sigmoids() {
        InitStudy study = InitStudy.run(6, 300, 30, 0, sigmoid(), xavier());

        for (int i = 0; i < 5; i++) {
            double factor = study.layers().get(i).gradientStd()
                    / study.layers().get(i + 1).gradientStd();
            assertThat(factor).isLessThan(0.26);
        }
    }

    /** The deviation of the weight gradient beside that of the matrix itself. */
    @Test
    void the_deviation_of_the_weight_gradient_is_that_of_the_matrix() {
        Initializer fixed = (w, fanIn, fanOut, random) -> {
            for (int i = 0; i < w.size(); i++) {
                w.set(i, Math.sin(i));
            }
        };
        InitStudy study = InitStudy.run(1, 7, 3, 5, relu(), fixed);
        InitRun run = new InitRun(1, 7, 3, 5, relu());
        Tensor z = run.x().matmul(run.weights(0, fixed));
        Tensor dw = run.x().transposeMatmul(run.gradient().reluGradient(z.relu()));
        double mean = dw.mean();
        double variance = IntStream.range(0, 49)
                .mapToDouble(i -> (dw.get(i) - mean) * (dw.get(i) - mean) / 49)
                .sum();

        assertThat(study.layers().get(0).weightGradientStd()).isCloseTo(Math.sqrt(variance), within(1e-5));
    }

    @Test
    void table_plot_and_text_show_every_layer() {
        InitStudy study = InitStudy.run(3, 20, 10, 0, tanh(), normal(0.01), xavier());

        assertThat(study.table().columnNames())
                .containsExactly(
                        "initializer",
                        "layer",
                        "mean",
                        "std",
                        "zeros",
                        "saturated",
                        "gradient_std",
                        "weight_gradient_std");
        assertThat(study.table().rowCount()).isEqualTo(6);
        assertThat(study.plot().panels())
                .as("four by layer, a histogram for each layer")
                .hasSize(10);
        assertThat(study.toString())
                .contains("normal(0.01)")
                .contains("xavier()")
                .contains("std dL/dW");
        LayerActivations first = study.layers().get(0).outputs();
        assertThat(List.of(first.low(), first.high())).as("the limits of tanh").isEqualTo(List.of(-1.0, 1.0));
        assertThat(first.counts()).hasSize(30);
        assertThat(first.counts().stream().mapToInt(c -> c).sum()).isEqualTo(200);
    }

    @Test
    void histograms_of_relu_share_the_range_of_all_layers() {
        InitStudy study = InitStudy.run(3, 20, 10, 0, relu(), he());

        assertThat(study.layers().stream().map(l -> l.outputs().high()).distinct())
                .hasSize(1);
        assertThat(study.layers()).allMatch(l -> l.outputs().low() == 0);
    }

    @Test
    void the_same_seed_gives_the_same_study() {
        assertThat(InitStudy.run(3, 20, 10, 4, tanh(), xavier()))
                .isEqualTo(InitStudy.run(3, 20, 10, 4, tanh(), xavier()))
                .isNotEqualTo(InitStudy.run(3, 20, 10, 5, tanh(), xavier()));
    }

    @Test
    void numbers_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> InitStudy.run(0, 20, 10, 0, tanh(), xavier()))
                .hasMessage("InitStudy: expected at least 1 layer, 1 unit and 1 row, received 0, 20 and 10");
        assertThatThrownBy(() -> InitStudy.run(tanh()))
                .hasMessage("InitStudy: expected at least one initializer, received none; try normal(0.01), xavier()");
    }
}
