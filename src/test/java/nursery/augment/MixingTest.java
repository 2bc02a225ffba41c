package nursery.augment;

import static nursery.Nursery.cutMix;
import static nursery.Nursery.cutout;
import static nursery.Nursery.mixup;
import static nursery.Nursery.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import nursery.Reference;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hides, adds or blends, and what becomes of the labels. */
class MixingTest {
    private static final Shape ROW = Shape.of(2, 9, 11);
    private static final int PLANE = 9 * 11;
    private static final int ROWS = 400;

    /** Every pixel of an image is the number of its class plus 1. */
    private static Augmented flat(Augmentation augmentation, int classes) {
        return Augmented.of(augmentation, ROW, ROWS, classes, i -> i / ROW.size() % classes + 1);
    }

    @Test
    void a_label_of_cutmix_is_its_share_of_the_pixels_exactly() {
        int classes = 7;
        Augmented a = flat(cutMix(1), classes);
        int mixed = 0;
        for (int row = 0; row < ROWS; row++) {
            int[] pixels = new int[classes];
            for (int i = 0; i < PLANE; i++) {
                assertThat(a.x().get(row, i)).isEqualTo(a.x().get(row, PLANE + i)); // channels are cut alike
                pixels[(int) a.x().get(row, i) - 1]++;
            }
            for (int j = 0; j < classes; j++) {
                float share = (float) pixels[j] / PLANE;
                boolean alone = pixels[j] == PLANE;
                assertThat(a.t().get(row, j)).isCloseTo(share, within(alone ? 1e-7 : 0.0));
            }
            mixed += pixels[row % classes] < PLANE ? 1 : 0;
        }
        assertThat(mixed).isGreaterThan(ROWS / 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.2, 1, 100})
    void labels_sum_to_1(double alpha) {
        for (Augmentation mixing :
                new Augmentation[] {mixup(alpha), cutMix(alpha), mixup(alpha).then(cutMix(alpha))}) {
            Augmented a = flat(mixing, 5);
            for (int row = 0; row < ROWS; row++) {
                assertThat(a.t().rows(row, row + 1).sum()).isCloseTo(1, within(3e-7));
                for (int j = 0; j < 5; j++) {
                    assertThat(a.t().get(row, j)).isBetween(0.0, 1.0 + 1e-7);
                }
            }
        }
    }

    @Test
    void mixup_blends_pixels_by_the_shares_of_the_labels() {
        Augmented a = flat(mixup(1), 5);
        int mixed = 0;
        for (int row = 0; row < ROWS; row++) {
            double expected = 0;
            for (int j = 0; j < 5; j++) {
                expected += a.t().get(row, j) * (j + 1);
            }
            for (int i = 0; i < ROW.size(); i++) {
                assertThat(a.x().get(row, i)).isCloseTo(expected, within(2e-6));
            }
            mixed += a.t().get(row, row % 5) < 1 ? 1 : 0;
        }
        assertThat(mixed).isBetween((int) (0.7 * ROWS), (int) (0.9 * ROWS)); // one in five meets its own class
    }

    @Test
    void mixup_blends_numbers_to_predict_and_flat_rows() {
        Shape row = Shape.of(3);
        Augmented a = Augmented.of(mixup(1), row, 50, 1, i -> 1);

        assertThat(a.x().toDoubles())
                .usingElementComparator((p, q) -> Math.abs(p - q) < 1e-6 ? 0 : 1)
                .containsOnly(1.0);
        assertThat(a.t().sum()).isCloseTo(50, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1, 4})
    void shares_are_distributed_as_scipy_says(double alpha) {
        Reference scipy = Reference.read("augmentation_reference.txt");
        double[] at = scipy.get("beta_at");
        double[] expected = scipy.get("beta_" + (alpha == 0.2 ? "0.2" : (int) alpha));
        var random = Seed.of(3).generator();
        int n = 40_000;
        double[] drawn = new double[n];
        Arrays.setAll(drawn, i -> BetaDistribution.draw(alpha, random));

        for (int i = 0; i < at.length; i++) {
            double limit = at[i];
            double share = Arrays.stream(drawn).filter(x -> x < limit).count() / (double) n;
            double deviation = Math.sqrt(expected[i] * (1 - expected[i]) / n);
            assertThat(share).as("below " + limit).isCloseTo(expected[i], within(4 * deviation + 1e-9));
        }
        double variance =
                Arrays.stream(drawn).map(x -> (x - 0.5) * (x - 0.5)).average().orElseThrow();
        assertThat(variance).isCloseTo(1 / (4 * (2 * alpha + 1)), within(0.003));
    }

    @ParameterizedTest
    @ValueSource(doubles = {BetaDistribution.LEAST, BetaDistribution.MOST})
    void the_smallest_and_the_largest_alpha_give_numbers_from_0_to_1(double alpha) {
        var random = Seed.of(4).generator();
        for (int i = 0; i < 10_000; i++) {
            assertThat(BetaDistribution.draw(alpha, random)).isBetween(0.0, 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9})
    void cutout_clears_a_square_that_the_border_may_cut(int size) {
        Augmented a = flat(cutout(size), 3);
        int whole = 0;
        for (int row = 0; row < ROWS; row++) {
            int top = 9;
            int bottom = -1;
            int left = 11;
            int right = -1;
            int zeros = 0;
            for (int i = 0; i < PLANE; i++) {
                assertThat(a.x().get(row, i)).isEqualTo(a.x().get(row, PLANE + i));
                if (a.x().get(row, i) == 0) {
                    zeros++;
                    top = Math.min(top, i / 11);
                    bottom = Math.max(bottom, i / 11);
                    left = Math.min(left, i % 11);
                    right = Math.max(right, i % 11);
                }
            }
            int high = bottom - top + 1;
            int wide = right - left + 1;
            assertThat(zeros).isEqualTo(high * wide).isPositive();
            assertThat(high).isEqualTo(top == 0 || bottom == 8 ? high : size).isLessThanOrEqualTo(size);
            assertThat(wide).isEqualTo(left == 0 || right == 10 ? wide : size).isLessThanOrEqualTo(size);
            whole += zeros == size * size ? 1 : 0;
        }
        assertThat(whole).isPositive();
        assertThat(a.t().toDoubles()).containsExactly(a.labels().toDoubles());
    }

    @Test
    void noise_is_normal_with_its_deviation_for_rows_of_any_shape() {
        Augmented a = Augmented.of(noise(0.25), Shape.of(50), ROWS, 2, i -> 3);
        int n = a.x().size();
        double variance =
                Arrays.stream(a.x().toDoubles()).map(x -> (x - 3) * (x - 3)).sum() / n;
        long beyond = Arrays.stream(a.x().toDoubles())
                .filter(x -> Math.abs(x - 3) > 0.5)
                .count();

        assertThat(a.x().mean()).isCloseTo(3, within(4 * 0.25 / Math.sqrt(n)));
        assertThat(Math.sqrt(variance)).isCloseTo(0.25, within(0.005));
        assertThat((double) beyond / n).isCloseTo(0.0455, within(0.006)); // beyond two deviations
    }
}
