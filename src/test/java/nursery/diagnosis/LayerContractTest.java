package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nursery.layers.Layer;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Each check fires on a layer that breaks just it; the healthy twin passes all. */
class LayerContractTest {
    private final BrokenLayer healthy = BrokenLayer.healthy();

    private static Stream<String> failures(Layer layer) {
        return LayerContract.of(layer, 6).check().checks().stream()
                .filter(c -> c.status() == Status.FAIL)
                .map(Check::name);
    }

    @Test
    void the_healthy_twin_passes() {
        Report report = LayerContract.of(healthy, 6).check();

        assertThat(report.checks()).hasSize(8).allMatch(c -> c.status() == Status.PASS);
        assertThat(report.orThrow()).isSameAs(report);
    }

    @Test
    void an_output_shape_that_is_not_the_real_one() {
        assertThat(failures(healthy.withShape(in -> in.rank() == 1 ? Shape.of(in.size() + 1) : in)))
                .contains("shapes");
    }

    @Test
    void a_gradient_that_is_one_percent_off() {
        BrokenLayer off =
                healthy.withBackward((dy, pass) -> dy.times(pass.parameter("g")).times(3.03));

        assertThat(failures(off)).containsExactly("gradients");
        assertThatThrownBy(() -> LayerContract.of(off, 6).check().orThrow())
                .hasMessageStartingWith(
                        "Contract of broken(): gradients failed: expected backward's gradients within 1e-7")
                .hasMessageContaining("input.x[");
    }

    @Test
    void a_forgotten_gradient_is_named() {
        Report report = LayerContract.of(healthy.forgetful(), 6).check();

        assertThat(report.checks())
                .filteredOn(c -> c.name().equals("gradients"))
                .singleElement()
                .satisfies(c ->
                        assertThat(c.actual()).contains("expected a gradient for \"g\" from backward, received none"));
    }

    @Test
    void a_difference_of_large_numbers_that_float32_cannot_hold() {
        assertThat(failures(healthy.withForward((x, pass) -> x.map(v -> 1e8)
                        .plus(x.times(pass.parameter("g")).times(3))
                        .minus(x.map(v -> 1e8)))))
                .contains("float32");
    }

    @Test
    void noise_in_evaluation() {
        assertThat(failures(healthy.withForward((x, pass) -> {
                    double noise = pass.random().nextDouble();
                    return x.times(pass.parameter("g")).times(3).map(v -> v + noise);
                })))
                .contains("evaluation");
    }

    @Test
    void noise_that_no_seed_repeats() {
        AtomicInteger counter = new AtomicInteger();

        assertThat(failures(healthy.withForward((x, pass) -> {
                    double noise = pass.training() ? counter.incrementAndGet() : 0;
                    return x.times(pass.parameter("g")).times(3).map(v -> v + noise);
                })))
                .contains("seed")
                .doesNotContain("evaluation");
    }

    @Test
    void statistics_of_the_batch_in_evaluation() {
        assertThat(failures(healthy.withForward((x, pass) -> {
                    Tensor mean = x.sumRows().times(1.0 / x.rows());
                    return x.minus(mean).times(pass.parameter("g")).times(3);
                })))
                .contains("rows");
    }

    @Test
    void a_gradient_computed_in_place() {
        assertThat(failures(healthy.withBackward((dy, pass) -> {
                    dy.assign(dy.times(pass.parameter("g")).times(3));
                    return dy;
                })))
                .containsExactly("memory");
    }

    @Test
    void a_bad_shape_that_ends_in_another_error() {
        assertThat(failures(healthy.withShape(in -> {
                    int[] lengths = {in.dim(0)};
                    return Shape.of(lengths[in.rank() - 1]);
                })))
                .containsExactly("bad shapes");
    }

    @Test
    void precisions_and_parameters_of_a_run_agree() {
        Shape in = Shape.of(5);

        assertThat(LayerRun.rows(in, 3, Precision.FLOAT64).toDoubles())
                .containsExactly(LayerRun.rows(in, 3, Precision.FLOAT32).toDoubles());
    }
}
