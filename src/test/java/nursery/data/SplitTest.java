package nursery.data;

import static nursery.data.Failing.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nursery.Data;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {

    /** Rows that hold their own number, so that a part shows which rows it got. */
    private static Dataset numbered(int[] labels, String... classNames) {
        double[][] rows = IntStream.range(0, labels.length)
                .mapToObj(i -> new double[] {i})
                .toArray(double[][]::new);
        return classNames.length == 0 ? Data.of(rows, labels) : Data.of(rows, labels, classNames);
    }

    private static int[] labels(int... counts) {
        return IntStream.range(0, counts.length)
                .flatMap(c -> IntStream.generate(() -> c).limit(counts[c]))
                .toArray();
    }

    private static double[] rowsOf(Split split) {
        return Stream.of(split.train(), split.validation(), split.test())
                .flatMapToDouble(part -> DoubleStream.of(part.features().toDoubles()))
                .toArray();
    }

    @Test
    void sharesThatComeOutEvenAreExact() {
        Split split = numbered(labels(100, 50, 10)).split(0.8, 0.1, 0.1);
        assertThat(split.train().classCounts()).containsExactly(80, 40, 8);
        assertThat(split.validation().classCounts()).containsExactly(10, 5, 1);
        assertThat(split.test().classCounts()).containsExactly(10, 5, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyClassIsWithinOneRowOfItsShareAndEveryRowIsInOnePart(long seed) {
        var random = new SplittableRandom(seed);
        int[] counts = IntStream.range(0, 2 + random.nextInt(6))
                .map(c -> 10 + random.nextInt(90))
                .toArray();
        double[] f = {0.3 + 0.3 * random.nextDouble(), 0.2 * random.nextDouble(), 0.2};
        Dataset data = numbered(labels(counts));

        Split split = data.split(f[0], f[1], f[2], seed);

        Dataset[] parts = {split.train(), split.validation(), split.test()};
        for (int p = 0; p < parts.length; p++) {
            for (int c = 0; c < counts.length; c++) {
                assertThat(parts[p].classCounts()[c])
                        .isBetween((int) Math.floor(f[p] * counts[c]), (int) Math.ceil(f[p] * counts[c]));
            }
            for (int row = 0; row < parts[p].rows(); row++) {
                int original = (int) parts[p].features().get(row);
                assertThat(parts[p].label(row)).isEqualTo(data.label(original));
            }
        }
        assertThat(rowsOf(split)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"150, 0.7, 0.15, 0.15", "7, 0.5, 0.25, 0.25", "1000, 0.98, 0.01, 0.01", "3, 0.34, 0.33, 0.33"})
    void fractionsThatAddUpToOneLoseNoRow(int rows, double train, double validation, double test) {
        Split split = Data.of(
                        IntStream.range(0, rows).mapToObj(i -> new double[] {i}).toArray(double[][]::new),
                        new double[rows])
                .split(train, validation, test);
        double[] all = rowsOf(split);
        Arrays.sort(all);
        assertThat(all).isEqualTo(IntStream.range(0, rows).asDoubleStream().toArray());
    }

    @Test
    void partsAsAWholeKeepTheirSizesWhenManyClassesRound() {
        Split split = numbered(labels(50, 50, 50)).split(0.7, 0.15, 0.15);
        assertThat(split.train().rows()).isEqualTo(105);
        assertThat(split.validation().rows()).isBetween(22, 23);
        assertThat(split.test().rows()).isBetween(22, 23);
    }

    @Test
    void rowsBeyondTheFractionsStayOut() {
        Split split = numbered(labels(100, 100)).split(0.2, 0.1, 0);
        assertThat(split.train().rows()).isEqualTo(40);
        assertThat(split.validation().rows()).isEqualTo(20);
        assertThat(split.test().rows()).isZero();
    }

    @Test
    void theSeedDecidesAndZeroIsTheDefault() {
        Dataset data = numbered(labels(30, 30));
        assertThat(rowsOf(data.split(0.5, 0.25, 0.25))).isEqualTo(rowsOf(data.split(0.5, 0.25, 0.25, 0)));
        assertThat(rowsOf(data.split(0.5, 0.25, 0.25, 1))).isNotEqualTo(rowsOf(data.split(0.5, 0.25, 0.25, 0)));
    }

    @Test
    void partsAreShuffled() {
        int[] train = numbered(labels(50, 50)).split(0.8, 0.1, 0.1).train().labels();
        assertThat(IntStream.range(1, train.length).filter(i -> train[i] != train[i - 1]))
                .hasSizeGreaterThan(20);
    }

    @Test
    void aRareClassIsAlwaysTrainedOn() {
        for (long seed = 0; seed < 20; seed++) {
            Split split = numbered(labels(40, 1, 2, 3)).split(0.2, 0.4, 0.4, seed);
            assertThat(split.train().classCounts()).doesNotContain(0);
        }
    }

    @Test
    void fractionsOutOfRangeAreRefused() {
        Dataset data = numbered(labels(10, 10));
        assertThat(messageOf(() -> data.split(0.8, 0.2, 0.1)))
                .isEqualTo("expected fractions for training (above 0), validation and test that add up to at most 1,"
                        + " received 0.8, 0.2, 0.1; for example split(0.8, 0.1, 0.1)");
        assertThat(messageOf(() -> data.split(0, 0.5, 0.5))).contains("received 0.0, 0.5, 0.5");
        assertThat(messageOf(() -> data.split(0.5, -0.1, 0.5))).contains("-0.1");
        assertThat(messageOf(() -> data.split(0.5, Double.NaN, 0.5))).contains("NaN");
        assertThat(data.split(0.7, 0.2, 0.1).train().rows()).isEqualTo(14); // 0.7 + 0.2 + 0.1 < 1 in binary
    }

    @Test
    void anEmptyPartIsRefused() {
        assertThat(messageOf(() -> numbered(labels(2, 2)).split(0.9, 0.05, 0.05)))
                .isEqualTo(
                        "expected at least one validation row, received none: 4 rows of 2 classes are too few for the"
                                + " fractions 0.9, 0.05, 0.05; use more rows or fraction 0");
    }

    @Test
    void ownPartsMustFitTogether() {
        Dataset two = numbered(labels(2, 2));
        Dataset three = numbered(labels(2, 2, 2));
        Dataset wide = Data.of(new double[][] {{1, 2}, {3, 4}}, new int[] {0, 1});
        assertThat(messageOf(() -> Split.of(two, three, two)))
                .contains("validation rows like the training rows", "2 classes", "3 classes");
        assertThat(messageOf(() -> Split.of(two, two, wide))).contains("test rows", "[1]", "[2]");
        assertThat(Split.of(two, two, two).train()).isSameAs(two);
    }

    @Test
    void officialPartsKeepTheOrder() {
        Dataset data = numbered(labels(6, 4)).withOfficialTest(3);
        Split split = data.official(2);
        assertThat(split.train().features().toDoubles()).containsExactly(0, 1, 2, 3, 4);
        assertThat(split.validation().features().toDoubles()).containsExactly(5, 6);
        assertThat(split.test().features().toDoubles()).containsExactly(7, 8, 9);
        assertThat(messageOf(() -> data.official(7))).contains("0 to 6", "received 7");
        assertThat(messageOf(() -> data.take(9).official(2))).contains("official test rows", "9 rows without");
    }

    @Test
    void summaryNamesAllParts() {
        Dataset mail = numbered(labels(80, 20), "ham", "spam").noted("a remark");
        assertThat(Split.of(mail, mail.take(10), mail.take(5)).center()).hasToString("""
                        Split: 100 rows of [1] float64, 2 classes to train on, 10 to validate, 5 to test
                          classes: ham 80, spam 20
                          features: min -49.5, max 49.5, mean 0
                          preprocessing: centered: mean of the training part subtracted
                          note: a remark""");
    }
}
