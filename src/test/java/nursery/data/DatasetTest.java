package nursery.data;

import static nursery.data.Failing.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nursery.Data;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private final Dataset pets = Data.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}, new int[] {1, 0, 1}, "cat", "dog");
    private final Dataset prices = Data.of(new double[][] {{1}, {2}}, new double[] {0.5, -7});

    @Test
    void keepsThePrecisionItWasGiven() {
        assertThat(pets.features().precision()).isEqualTo(Precision.FLOAT64);
        assertThat(Data.spiral(3, 5, 1).features().precision()).isEqualTo(Precision.FLOAT32);
    }

    @Test
    void copiesArraysThatItIsGiven() {
        double[][] features = {{1}, {2}};
        int[] labels = {0, 1};
        Dataset data = Data.of(features, labels);
        features[0][0] = 9;
        labels[0] = 1;
        assertThat(data.features().get(0)).isEqualTo(1);
        assertThat(data.label(0)).isZero();
    }

    @Test
    void knowsItsClasses() {
        assertThat(pets.classification()).isTrue();
        assertThat(pets.classes()).isEqualTo(2);
        assertThat(pets.classNames()).containsExactly("cat", "dog");
        assertThat(pets.classCounts()).containsExactly(1, 2);
        assertThat(pets.labels()).containsExactly(1, 0, 1);
        assertThat(pets.label(1)).isZero();
    }

    @Test
    void numbersToPredictAreNoClasses() {
        assertThat(prices.classification()).isFalse();
        assertThat(prices.classes()).isZero();
        assertThat(prices.classNames()).isEmpty();
        assertThat(prices.targets().toDoubles()).containsExactly(0.5, -7);
        assertThat(messageOf(prices::labels)).contains("numbers to predict", "asClasses()");
        assertThat(messageOf(pets::targets)).contains("rows with classes", "encode(outputs)");
    }

    @Test
    void encodesClassesAsOneHotRowsOrAsOneColumn() {
        assertThat(pets.encode(2).toDoubles()).containsExactly(0, 1, 1, 0, 0, 1);
        assertThat(pets.encode(1).toDoubles()).containsExactly(1, 0, 1);
        assertThat(pets.encode(2).precision()).isEqualTo(Precision.FLOAT64);
        assertThat(Data.spiral(3, 5, 1).encode(3).precision()).isEqualTo(Precision.FLOAT32);
    }

    @Test
    void encodesNumbersAsTheyAre() {
        assertThat(prices.encode(1).toDoubles()).containsExactly(0.5, -7);
        assertThat(prices.encode(1).shape()).isEqualTo(Shape.of(2, 1));
    }

    @Test
    void aNetWithTheWrongOutputsGetsASentence() {
        assertThat(messageOf(() -> Data.digits(20, 1).encode(3)))
                .isEqualTo("expected 10 outputs for 10 classes, received 3; end the net in dense(10)");
        assertThat(messageOf(() -> prices.encode(2)))
                .isEqualTo("expected 1 output for one number per row, received 2; end the net in dense(1)");
        assertThat(messageOf(() -> Data.digits(20, 1).encode(1))).contains("10 outputs");
    }

    @Test
    void takesTheFirstRowsWithoutCopying() {
        Tensor features = Tensor.of(new float[] {1, 2, 3}, Shape.of(3, 1));
        Dataset two = Dataset.of(features, new int[] {0, 1, 1}).take(2);
        features.set(1, 20);
        assertThat(two.features().toDoubles()).containsExactly(1, 20);
        assertThat(two.labels()).containsExactly(0, 1);
    }

    @Test
    void takesRowsInAnyOrder() {
        Dataset some = pets.rows(2, 0, 2);
        assertThat(some.features().toDoubles()).containsExactly(5, 6, 1, 2, 5, 6);
        assertThat(some.labels()).containsExactly(1, 1, 1);
        assertThat(prices.rows(1).targets().toDoubles()).containsExactly(-7);
    }

    @Test
    void shufflesFeaturesAndLabelsTogetherAndBySeed() {
        Dataset data = numbered(100);
        Dataset shuffled = data.shuffle(3);
        assertThat(shuffled.features().toDoubles()).isNotEqualTo(data.features().toDoubles());
        assertThat(shuffled.features().toDoubles())
                .containsExactlyInAnyOrder(data.features().toDoubles());
        assertThat(shuffled.targets().toDoubles())
                .isEqualTo(shuffled.features().toDoubles())
                .isEqualTo(data.shuffle(3).targets().toDoubles())
                .isNotEqualTo(data.shuffle(4).targets().toDoubles());
    }

    private static Dataset numbered(int rows) {
        Tensor x = Tensor.zeros(Shape.of(rows, 1), Precision.FLOAT64);
        for (int i = 0; i < rows; i++) {
            x.set(i, i);
        }
        return Dataset.of(x, x);
    }

    @Test
    void wholeNumbersCanBecomeClasses() {
        Dataset wine = Data.of(new double[][] {{1}, {2}, {3}, {4}}, new double[] {3, 1, 3, -2})
                .asClasses();
        assertThat(wine.classNames()).containsExactly("-2", "1", "3");
        assertThat(wine.labels()).containsExactly(2, 1, 2, 0);
        assertThat(Data.of(new double[][] {{1}, {2}, {3}}, new double[] {0, -0.0, 1})
                        .asClasses()
                        .classNames())
                .containsExactly("0", "1");
        assertThat(messageOf(prices::asClasses)).contains("whole numbers", "0.5 in row 0");
        assertThat(messageOf(pets::asClasses)).contains("rows with classes");
        Dataset pairs = Dataset.of(Tensor.of(new double[][] {{1}, {2}}), Tensor.of(new double[][] {{1, 2}, {3, 4}}));
        assertThat(messageOf(pairs::asClasses)).contains("one number to predict per row, received 2");
    }

    @Test
    void summaryShowsRowsClassesAndRange() {
        assertThat(pets).hasToString("""
                        Dataset: 3 rows of [2] float64, 2 classes
                          classes: cat 1, dog 2
                          features: min 1, max 6, mean 3.5""");
        assertThat(prices.noted("a remark").toString())
                .contains("a number to predict", "targets: min -7, max 0.5, mean -3.25", "note: a remark");
    }

    @Test
    void rangeOfTheFeatures() {
        FeatureRange range = pets.range();
        assertThat(range.min()).isEqualTo(1);
        assertThat(range.max()).isEqualTo(6);
        assertThat(range.mean()).isEqualTo(3.5, within(1e-15));
    }

    @Test
    void aWrongNumberIsNamedByRowAndColumn() {
        assertThat(messageOf(() -> Data.of(new double[][] {{1, 2}, {3, Double.NaN}}, new int[] {0, 1})))
                .isEqualTo("expected finite numbers, received NaN in row 1, column 1;"
                        + " remove the row or replace the number");
        assertThat(messageOf(() -> Data.of(new double[][] {{1}, {2}}, new double[] {1, Double.NEGATIVE_INFINITY})))
                .contains("received -Infinity in row 1, target 0");
    }

    @Test
    void aWrongLabelIsNamedByRow() {
        double[][] x = {{1}, {2}, {3}};
        assertThat(messageOf(() -> Data.of(x, new int[] {0, -1, 1}))).contains("received -1 in row 1");
        assertThat(messageOf(() -> Data.of(x, new int[] {0, 2, 1}, "a", "b")))
                .isEqualTo("expected labels from 0 to 1 for 2 classes, received 2 in row 1; number the classes from 0");
        assertThat(messageOf(() -> Data.of(x, new int[] {0, 2, 2}))).contains("received none of class 1");
        assertThat(messageOf(() -> Data.of(x, new int[] {0, 1, Integer.MAX_VALUE})))
                .contains("2147483647");
    }

    @Test
    void fewerThanTwoClassesAreNoProblemToLearn() {
        assertThat(messageOf(() -> Data.of(new double[][] {{1}, {2}}, new int[] {0, 0})))
                .isEqualTo("expected at least 2 classes, received 1 ('0'); add rows of another class");
        assertThat(messageOf(() -> Dataset.of(Tensor.of(new double[][] {{1}}), new int[] {0}, List.of())))
                .contains("received 0");
    }

    @Test
    void everythingNeedsTheSameNumberOfRows() {
        assertThat(messageOf(() -> Data.of(new double[][] {{1}, {2}}, new int[] {0})))
                .isEqualTo("expected as many labels as rows, received 1 labels for 2 rows; give one per row");
        assertThat(messageOf(() -> Data.of(new double[][] {{1}}, new double[] {0, 1})))
                .contains("2 targets for 1 rows");
        assertThat(messageOf(() -> Data.of(new double[][] {{1}, {2, 3}}, new int[] {0, 1})))
                .contains("received 2 in row 1");
        assertThat(messageOf(() -> Data.of(new double[0][], new int[0]))).contains("at least one row");
        assertThat(messageOf(() -> Data.of(new double[][] {{}, {}}, new int[] {0, 1})))
                .contains("one column");
    }

    @Test
    void rowsOutsideAreRefused() {
        assertThat(messageOf(() -> pets.take(4)))
                .isEqualTo("expected a number of rows from 1 to 3, received 4;" + " take fewer rows");
        assertThat(messageOf(() -> pets.take(0))).contains("received 0");
        assertThat(messageOf(() -> pets.rows(0, 3))).contains("from 0 to 2, received 3");
        assertThat(messageOf(() -> pets.rows(new int[0]))).contains("received none");
    }
}
