package nursery.data;

import static nursery.data.Failing.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import nursery.Data;
import nursery.Reference;
import nursery.tensor.EigenDecomposition;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PCA and whitening, beside NumPy and scikit-learn. */
class ProjectionTest {
    private static final Reference NUMPY = Reference.read("projection_reference.txt");

    private static Split split(Precision precision) {
        return Split.of(
                dataset(NUMPY.get("train"), precision),
                dataset(NUMPY.get("other"), precision),
                dataset(NUMPY.get("other"), precision));
    }

    private static Dataset dataset(double[] x, Precision precision) {
        Tensor features = Tensor.of(x, Shape.of(x.length / 4, 4)).to(precision);
        return Dataset.of(features, Tensor.zeros(Shape.of(x.length / 4, 1), precision));
    }

    private static void assertEqual(Dataset data, String name, double tolerance) {
        assertThat(data.features().toDoubles()).containsExactly(NUMPY.get(name), within(tolerance));
    }

    @ParameterizedTest
    @CsvSource({"FLOAT64, 1e-10", "FLOAT32, 1e-4"})
    void numbersAreThoseOfNumPyInEveryPart(Precision precision, double tolerance) {
        Split data = split(precision);
        assertEqual(data.minMax().train(), "min_max_train", tolerance);
        assertEqual(data.minMax().test(), "min_max_other", tolerance);
        assertEqual(data.pca().train(), "pca_train", tolerance);
        assertEqual(data.pca().validation(), "pca_other", tolerance);
        assertEqual(data.pca(2).train(), "pca2_train", tolerance);
        assertEqual(data.pca(2).test(), "pca2_other", tolerance);
        assertEqual(data.whiten(0).train(), "whitened_train", tolerance);
        assertEqual(data.whiten(0).test(), "whitened_other", tolerance);
        assertEqual(data.whiten(0.1).train(), "whitened_with_epsilon_train", tolerance);
        assertEqual(data.whiten(0.1).test(), "whitened_with_epsilon_other", tolerance);
        assertThat(data.pca().test().features().precision()).isEqualTo(precision);
    }

    @Test
    void componentsAreDecorrelatedAndWhitenedOnesHaveVarianceOne() {
        Split data = split(Precision.FLOAT64);
        double[] pca = Covariance.of(data.pca().train().features()).matrix().toDoubles();
        double[] white =
                Covariance.of(data.whiten(0).train().features()).matrix().toDoubles();
        double[] withEpsilon =
                Covariance.of(data.whiten().train().features()).matrix().toDoubles();
        for (int i = 0; i < 16; i++) {
            double one = i % 5 == 0 ? 1 : 0; // on the diagonal
            double variance = NUMPY.get("variances")[i / 4];
            assertThat(pca[i]).isEqualTo(one * variance, within(1e-10));
            assertThat(white[i]).isEqualTo(one, within(1e-10));
            assertThat(withEpsilon[i]).isEqualTo(one * variance / (variance + 1e-5), within(1e-10));
        }
    }

    @Test
    void dividingByTheEigenvalueAsOneNoteSaysLeavesItsInverseAsVariance() {
        Split data = split(Precision.FLOAT64).pca();
        Tensor variances = Tensor.of(NUMPY.get("variances"), Shape.of(4));
        Tensor slip = data.train().features().dividedBy(variances);
        Tensor covariance = Covariance.of(slip).matrix();
        for (int i = 0; i < 4; i++) {
            assertThat(covariance.get(i, i)).isEqualTo(1 / variances.get(i), within(1e-8));
        }
    }

    @Test
    void moreRowsThanABlockGiveTheSame() {
        Tensor x = Tensor.zeros(Shape.of(2500, 3), Precision.FLOAT64);
        x.fillNormal(new SplittableRandom(1), 5, 2);
        Dataset all = Dataset.of(x, Tensor.zeros(Shape.of(2500, 1), Precision.FLOAT64));
        Tensor centered = x.minus(x.sumRows().times(1 / 2500.0));

        assertThat(Covariance.of(x).matrix().toDoubles())
                .containsExactly(
                        centered.transposeMatmul(centered).times(1 / 2500.0).toDoubles(), within(1e-12));
        Tensor white =
                Split.of(all, all.take(10), all.take(10)).whiten(0).train().features();
        assertThat(white.transposeMatmul(white).times(1 / 2500.0).toDoubles())
                .containsExactly(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, within(1e-10));
    }

    @Test
    void pcaAndThenWhitenKeepsTheFirstWhitenedComponents() {
        Split data = split(Precision.FLOAT64);
        Dataset two = data.pca(2).whiten(0).test();
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 2; j++) {
                assertThat(two.features().get(i, j)).isEqualTo(NUMPY.get("whitened_other")[i * 4 + j], within(1e-9));
            }
        }
    }

    @Test
    void imagesBecomeFlatAndANoteSaysSo() {
        Split digits = Data.digits(300, 1).split(0.8, 0.1, 0.1).resize(7, 7).pca(10);
        assertThat(digits.test().rowShape()).isEqualTo(Shape.of(10));
        assertThat(digits.test().featureNames()).hasSize(10).startsWith("component 1", "component 2");
        assertThat(digits.notes()).singleElement().asString().contains("[1, 7, 7] became flat");
        assertThat(digits.toString()).contains("PCA: 10 of 49 components, with ");
    }

    @Test
    void whatCannotBeDoneIsASentence() {
        Split data = split(Precision.FLOAT64);
        assertThat(messageOf(() -> data.pca(5))).contains("pca(5)", "the 4 columns");
        assertThat(messageOf(() -> data.pca(0))).contains("at least 1 component");
        assertThat(messageOf(() -> data.whiten(-1))).contains("at least 0");
        assertThat(messageOf(() -> data.whiten(Double.NaN))).contains("at least 0");
        Split flat = Data.digits(50, 1).split(0.8, 0.1, 0.1);
        assertThat(messageOf(() -> flat.whiten(0))).contains("vary in every direction", "pca(k)");
        assertThat(flat.resize(6, 6).whiten().train().features().allFinite()).isTrue();
        assertThat(messageOf(() -> data.pca(2).preprocessing().get(0).apply(flat.train())))
                .contains("expected rows of shape [4]", "received [1, 28, 28]");
    }

    @Test
    void eigenvectorsAreOrthonormalAndPointThePositiveWay() {
        Tensor x = Tensor.zeros(Shape.of(30, 12), Precision.FLOAT64);
        x.fillNormal(new SplittableRandom(3), 0, 1);
        Tensor symmetric = x.transposeMatmul(x);
        EigenDecomposition eigen = EigenDecomposition.of(symmetric);
        Tensor v = eigen.vectors();

        Tensor back = v.times(eigen.values()).matmulTranspose(v);
        assertThat(back.distance(symmetric)).isLessThan(1e-11);
        assertThat(eigen.values().toDoubles()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        for (int j = 0; j < 12; j++) {
            double largest = 0;
            for (int i = 0; i < 12; i++) {
                largest = Math.abs(v.get(i, j)) > Math.abs(largest) ? v.get(i, j) : largest;
            }
            assertThat(largest).isPositive();
        }
        assertThat(messageOf(() -> EigenDecomposition.of(x))).contains("square matrix", "[30, 12]");
        assertThat(messageOf(() -> EigenDecomposition.of(Tensor.of(new double[][] {{Double.NaN}}))))
                .contains("finite");
    }
}
