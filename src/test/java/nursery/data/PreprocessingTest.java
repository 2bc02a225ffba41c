package nursery.data;

import static nursery.data.Failing.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
    void rowsOfAnotherShapeAreRefused() {
        Transform fitted = new Center().fit(Data.spiral(3, 5, 1));
        assertThat(messageOf(() -> fitted.apply(Data.digits(10, 1))))
                .contains("expected rows of shape [2]", "received [1, 28, 28]");
    }
}
