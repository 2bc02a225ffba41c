package nursery.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DbmTest {
    private static final int VISIBLE = 4;
    private static final int LOWER = 3;
    private static final int UPPER = 2;

    private static Dbm dbm(long seed) {
        return new Dbm(
                Enumeration.normal(seed, VISIBLE, LOWER),
                Enumeration.normal(seed + 1, LOWER, UPPER),
                Enumeration.normal(seed + 2, VISIBLE),
                Enumeration.normal(seed + 3, LOWER),
                Enumeration.normal(seed + 4, UPPER));
    }

    /** ln Σ e^-E over the hidden states, with these visible ones. */
    private static double logWeight(Dbm dbm, double[] v) {
        double sum = 0;
        for (int i = 0; i < 1 << LOWER; i++) {
            double[] h1 = Enumeration.state(i, LOWER);
            for (int j = 0; j < 1 << UPPER; j++) {
                double[] h2 = Enumeration.state(j, UPPER);
                sum += Math.exp(Enumeration.dot(dbm.visibleBias(), v)
                        + Enumeration.dot(dbm.lowerBias(), h1)
                        + Enumeration.dot(dbm.upperBias(), h2)
                        + Enumeration.bilinear(v, dbm.lowerWeights(), h1)
                        + Enumeration.bilinear(h1, dbm.upperWeights(), h2));
            }
        }
        return Math.log(sum);
    }

    private static double logPartition(Dbm dbm) {
        double sum = 0;
        for (int code = 0; code < 1 << VISIBLE; code++) {
            sum += Math.exp(logWeight(dbm, Enumeration.state(code, VISIBLE)));
        }
        return Math.log(sum);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 40, 60})
    void the_bound_lies_below_the_log_likelihood_and_rises_with_each_sweep(long seed) {
        Dbm dbm = dbm(seed);
        for (int code = 0; code < 1 << VISIBLE; code++) {
            double[] v = Enumeration.state(code, VISIBLE);
            double exact = logWeight(dbm, v) - logPartition(dbm);

            double[] bounds = dbm.infer(Tensor.of(new double[][] {v}), 30).bounds();

            assertThat(bounds).hasSize(31);
            assertThat(bounds[1]).isGreaterThan(bounds[0]);
            for (int i = 1; i < bounds.length; i++) {
                assertThat(bounds[i]).isGreaterThanOrEqualTo(bounds[i - 1] - 1e-13);
            }
            assertThat(bounds[30] - dbm.logPartition())
                    .isLessThanOrEqualTo(exact)
                    .isGreaterThan(exact - 1);
        }
    }

    @Test
    void the_bound_is_the_mean_of_minus_the_energy_and_the_entropy() {
        Dbm dbm = dbm(1);
        double[] v = {1, 0, 1, 1};

        MeanField found = dbm.infer(Tensor.of(new double[][] {v}), 3);

        double sum = 0; // Σ q(h) (-E(v, h) - ln q(h))
        for (int i = 0; i < 1 << LOWER; i++) {
            for (int j = 0; j < 1 << UPPER; j++) {
                double[] h1 = Enumeration.state(i, LOWER);
                double[] h2 = Enumeration.state(j, UPPER);
                double q = probability(found.lower(), h1) * probability(found.upper(), h2);
                sum += q
                        * (Enumeration.dot(dbm.visibleBias(), v)
                                + Enumeration.dot(dbm.lowerBias(), h1)
                                + Enumeration.dot(dbm.upperBias(), h2)
                                + Enumeration.bilinear(v, dbm.lowerWeights(), h1)
                                + Enumeration.bilinear(h1, dbm.upperWeights(), h2)
                                - Math.log(q));
            }
        }
        assertThat(found.bound()).isCloseTo(sum, within(1e-12));
    }

    private static double probability(Tensor mu, double[] h) {
        double p = 1;
        for (int i = 0; i < h.length; i++) {
            p *= h[i] == 1 ? mu.get(i) : 1 - mu.get(i);
        }
        return p;
    }

    @Test
    void without_links_to_the_second_layer_the_bound_is_exact() {
        Dbm dbm = dbm(1);
        dbm.upperWeights().fill(0);
        double[] v = {0, 1, 1, 0};

        double bound = dbm.infer(Tensor.of(new double[][] {v}), 1).bound();

        assertThat(bound).isCloseTo(logWeight(dbm, v), within(1e-12));
    }

    @Test
    void the_partition_function_is_that_of_all_states() {
        assertThat(dbm(1).logPartition()).isCloseTo(logPartition(dbm(1)), within(1e-12));
    }

    @Test
    void the_bound_of_many_rows_is_their_mean() {
        Dbm dbm = dbm(1);
        double[][] rows = {{1, 0, 1, 1}, {0, 1, 0, 0.5}};
        double first = dbm.infer(Tensor.of(new double[][] {rows[0]}), 5).bound();
        double second = dbm.infer(Tensor.of(new double[][] {rows[1]}), 5).bound();

        assertThat(dbm.infer(Tensor.of(rows), 5).bound()).isCloseTo((first + second) / 2, within(1e-12));
    }

    @Test
    void a_stack_of_two_suggests_one() {
        Dbn dbn = new Dbn(List.of(Rbm.of(6, 4, 1), Rbm.of(4, 3, 2)));

        Dbm dbm = Dbm.of(dbn);

        assertThat(dbm).hasToString("DBM 6 - 4 - 3");
        assertThat(dbm.lowerWeights().get(0))
                .isEqualTo(dbn.layers().get(0).weights().get(0) / 2);
        Tensor v = Rbm.of(6, 4, 1).sample(5, 3, 1);
        assertThat(dbm.encode(v).shape()).isEqualTo(Shape.of(5, 3));
        assertThat(dbm.decode(dbm.infer(v, 2).lower()).shape()).isEqualTo(Shape.of(5, 6));
    }

    @Test
    void bad_input_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> Dbm.of(new Dbn(List.of(Rbm.of(6, 4, 1)))))
                .hasMessage("Dbm: expected a stack of 2 machines, received DBN 6 - 4; train stack(data, 200, 100)");
        assertThatThrownBy(() -> dbm(1).infer(Tensor.of(new double[][] {{0, 0, 0, 1}}), 0))
                .hasMessage("infer: expected at least 1 sweep, received 0; 10 are usual");
        assertThatThrownBy(() -> dbm(1).infer(Tensor.of(new double[][] {{0, 0, 0, 2}}), 1))
                .hasMessageStartingWith("expected numbers from 0 to 1 for the visible units, received 2.0 in row 0");
    }
}
