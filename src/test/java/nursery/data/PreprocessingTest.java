package nursery.data;

import static nursery.data.Failing.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import nursery.Data;
import nursery.Reference;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PreprocessingTest {
    private static final Reference NUMPY = Reference.read("preprocessing_reference.txt");

    private static Split split(Precision precision) {
        return Split.of(
                dataset(NUMPY.get("train"), precision),
                dataset(NUMPY.get("other"), precision),
                dataset(NUMPY.get("other"), precision));
    }

    private static Dataset dataset(double[] x, Precision precision) {
        Tensor features = Tensor.of(x, Shape.of(x.length / 3, 3)).to(precision);
        return Dataset.of(features, Tensor.zeros(Shape.of(x.length / 3, 1), precision));
    }

    private static void assertClose(Dataset data, String name, double tolerance) {
        double[] expected = NUMPY.get(name);
        assertThat(data.features().size()).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(data.features().get(i)).isEqualTo(expected[i], within(tolerance));
        }
    }

    @Test
    void centersAllPartsByTheMeanOfTheTrainingPart() {
        Split centered = split(Precision.FLOAT64).center();
        assertClose(centered.train(), "centered_train", 1e-12);
        assertClose(centered.validation(), "centered_other", 1e-12);
        assertClose(centered.test(), "centered_other", 1e-12);
    }

    @Test
    void standardizesAllPartsByTheTrainingPart() {
        Split standardized = split(Precision.FLOAT64).standardize();
        assertClose(standardized.train(), "standardized_train", 1e-10);
        assertClose(standardized.validation(), "standardized_other", 1e-10);
        assertClose(standardized.test(), "standardized_other", 1e-10);
    }

    @Test
    void float32StaysFloat32() {
        Split standardized = split(Precision.FLOAT32).standardize();
        assertThat(standardized.test().features().precision()).isEqualTo(Precision.FLOAT32);
        assertClose(standardized.test(), "standardized_other", 1e-5);
    }

    @Test
    void leavesTheOriginalAlone() {
        Split original = split(Precision.FLOAT64);
        original.standardize();
        assertThat(original.train().features().toDoubles()).isEqualTo(NUMPY.get("train"));
        assertThat(original.preprocessing()).isEmpty();
    }

    @Test
    void keepsTheShapeOfImages() {
        Split digits = Data.digits(30, 1).split(0.8, 0.1, 0.1).center();
        assertThat(digits.test().rowShape()).isEqualTo(Shape.of(1, 28, 28));
        assertThat(digits.train().features().sumRows().norm()).isLessThan(1e-4);
    }

    @Test
    void aConstantColumnIsDividedByOneAndNamed() {
        double[][] x = new double[1000][];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {0.1, i % 7, i == 500 ? 1 : 0};
        }
        Dataset train = Data.of(x, new double[1000]).named(List.of("always", "often", "once"));
        Dataset test = Data.of(new double[][] {{0.1, 3, 0}, {5.1, 3, 0}}, new double[2]);

        Split standardized = Split.of(train, test, test).standardize();

        assertThat(standardized.train().features().get(7, 0)).isZero();
        assertThat(standardized.test().features().get(1, 0)).isEqualTo(5, within(1e-12));
        assertThat(standardized.notes())
                .containsExactly(
                        "1 of 3 columns (always) is constant in the training part: divided by 1",
                        "1 of 3 columns (once) is nearly constant in the training part (values more than 20 standard"
                                + " deviations out), which standardize() blows up; consider center()");
        assertThat(standardized.toString()).contains("note: 1 of 3 columns (always) is constant");
    }

    @Test
    void runsAPreprocessorOfOnesOwn() {
        Preprocessor half = train -> data -> Dataset.of(data.features().times(0.5), data.targets());
        Split halved = split(Precision.FLOAT64).center().preprocess(half);
        assertThat(halved.preprocessing()).hasSize(2);
        assertThat(halved.test().features().get(0)).isEqualTo(NUMPY.get("centered_other")[0] / 2, within(1e-12));
    }

    @Test
    void eachOffsetNeedsAScaleOfItsOwn() {
        Tensor offset = Tensor.zeros(Shape.of(4), Precision.FLOAT64);
        Tensor scale = Tensor.zeros(Shape.of(2), Precision.FLOAT64);
        assertThat(messageOf(() -> new Rescale("stretched", offset, scale, List.of())))
                .startsWith("expected a scale of shape [4] as of the offset, received [2];");
    }

    @Test
    void rowsOfAnotherShapeAreRefused() {
        Transform fitted = new Center().fit(Data.spiral(3, 5, 1));
        assertThat(messageOf(() -> fitted.apply(Data.digits(10, 1))))
                .contains("expected rows of shape [2]", "received [1, 28, 28]");
    }

    @Test
    void aMeanImageHasTheShapeOfARowAndAMeanPerChannelThreeNumbers() {
        Tensor x = Tensor.zeros(Shape.of(50, 3, 32, 32), Precision.FLOAT64);
        x.fillNormal(new SplittableRandom(1), 1, 1);
        for (int i = 0; i < x.size(); i++) {
            x.set(i, x.get(i) + 10 * (i / 1024 % 3)); // channels around 1, 11 and 21
        }
        Dataset train = Dataset.of(x, Tensor.zeros(Shape.of(50, 1), Precision.FLOAT64));
        Split images = Split.of(train, train.take(5), train.take(5));

        Rescale image = (Rescale) images.center().preprocessing().get(0);
        assertThat(image.offset().shape()).isEqualTo(Shape.of(3, 32, 32));
        assertThat(images.center().train().features().sumRows().toDoubles())
                .containsExactly(new double[3072], within(1e-11));

        Split centered = images.centerChannels();
        Rescale channels = (Rescale) centered.preprocessing().get(0);
        assertThat(channels.offset().shape()).isEqualTo(Shape.of(3, 1, 1));
        assertThat(channels.offset().toDoubles()).containsExactly(new double[] {1, 11, 21}, within(0.03));
        assertThat(centered.train().features().sum()).isEqualTo(0, within(1e-8));
        assertThat(centered.test().features().get(1024))
                .isEqualTo(x.get(1024) - channels.offset().get(1), within(1e-12));
    }

    @Test
    void minMaxKeepsConstantColumnsAndClipsNothing() {
        Dataset train = Data.of(new double[][] {{2, 7}, {6, 7}, {4, 7}}, new double[3]);
        Dataset test = Data.of(new double[][] {{8, 7}, {2, 9}}, new double[2]);

        Split scaled = Split.of(train, test, test).minMax();

        assertThat(scaled.train().features().toDoubles()).containsExactly(0, 0, 1, 0, 0.5, 0);
        assertThat(scaled.test().features().toDoubles()).containsExactly(1.5, 0, 0, 2);
        assertThat(scaled.notes()).containsExactly("1 of 2 columns (1) is constant in the training part: divided by 1");
    }

    @Test
    void theMeanOfASampleIsNearTheMeanOfAll() {
        Dataset all = Data.digits(4000, 231);
        Split digits = Split.of(all, all.take(10), all.take(10));
        Columns columns = Columns.of(all.features());

        Rescale sampled = (Rescale)
                digits.preprocess(new Center().sampled(1000, 7)).preprocessing().get(0);

        for (int j = 0; j < 784; j++) {
            double tolerance = 5 * columns.std().get(j) / Math.sqrt(1000);
            assertThat(sampled.offset().get(j))
                    .isEqualTo(
                            columns.mean().get(j), within(tolerance + 1e-3)); // in 784 columns rare ink may be missed
        }
        assertThat(sampled.offset().distance(columns.mean())).isPositive();
        assertThat(sampled.offset().toDoubles())
                .isEqualTo(((Rescale) new Center().sampled(1000, 7).fit(all))
                        .offset()
                        .toDoubles());
        assertThat(messageOf(() -> digits.preprocess(new Center().sampled(4001, 7))))
                .contains("1 to 4000 training rows", "4001");
    }

    @Test
    void aTestPartIsCenteredByTheMeanOfTheTrainingPart() {
        Split digits = Data.digits(400, 1).split(0.5, 0, 0.5).center();
        assertThat(digits.train().features().sumRows().norm()).isLessThan(1e-3);
        assertThat(digits.test().features().sumRows().norm()).isGreaterThan(1);
    }
}
