package nursery.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import nursery.Checklist;
import nursery.Data;
import nursery.TestData;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DataStepTest {
    private final Dataset rows = TestData.blobs(3, 4, 100, 1);

    private static Status status(Split data, String check) {
        return Checklist.data(data).checks().stream()
                .filter(c -> c.name().equals(check))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private Split changed(java.util.function.Consumer<Tensor> change) {
        Tensor x = rows.features().copy();
        change.accept(x);
        return Dataset.of(x, rows.labels()).split(0.8, 0.1, 0.1);
    }

    @Test
    void healthy_data_passes_every_check() {
        Report report = Checklist.data(rows.split(0.8, 0.1, 0.1).standardize());

        assertThat(report.checks()).hasSize(7).allMatch(c -> c.status() == Status.PASS);
    }

    @Test
    void a_constant_column_is_named() {
        Split data = changed(x -> IntStream.range(0, x.rows()).forEach(i -> x.set(4 * i + 2, 7)));

        assertThat(status(data, "constant features")).isEqualTo(Status.WARN);
        assertThat(Checklist.data(data).toString()).contains("column 2 constant");
    }

    @Test
    void columns_of_very_different_scale_are_found() {
        Split data = changed(x -> IntStream.range(0, x.rows()).forEach(i -> x.set(4 * i, 1000 * x.get(4 * i))));

        assertThat(status(data, "scale")).isEqualTo(Status.WARN);
        assertThat(status(data.standardize(), "scale")).isEqualTo(Status.PASS);
    }

    @Test
    void a_column_far_from_0_is_found() {
        Split data = changed(x -> IntStream.range(0, x.rows()).forEach(i -> x.set(4 * i + 1, x.get(4 * i + 1) + 9)));

        assertThat(status(data, "center")).isEqualTo(Status.WARN);
        assertThat(status(data.center(), "center")).isEqualTo(Status.PASS);
    }

    @Test
    void images_are_judged_as_a_whole() {
        Tensor x = Tensor.zeros(Shape.of(200, 1, 4, 4), Precision.FLOAT32);
        x.fillUniform(Seed.of(1).generator(), 0, 1);
        for (int i = 0; i < x.rows(); i++) {
            x.set(16 * i, 0); // a dark corner
        }
        int[] labels = IntStream.range(0, 200).map(i -> i % 2).toArray();
        Split images = Dataset.of(x, labels).split(0.6, 0.2, 0.2);

        assertThat(status(images, "constant features")).isEqualTo(Status.PASS);
        assertThat(status(images, "scale")).isEqualTo(Status.PASS);
        assertThat(status(images, "center")).isEqualTo(Status.WARN);
        assertThat(status(images.center(), "center")).isEqualTo(Status.PASS);
        Split bytes = Dataset.of(x.times(255), labels).split(0.6, 0.2, 0.2);
        assertThat(status(bytes.center(), "scale")).isEqualTo(Status.WARN);
    }

    @Test
    void a_rare_class_and_a_missing_one_are_found() {
        Tensor x = rows.features();
        int[] rare = IntStream.range(0, 300).map(i -> i % 30 == 0 ? 1 : 0).toArray();

        assertThat(status(Dataset.of(x, rare).split(0.8, 0.1, 0.1), "labels")).isEqualTo(Status.WARN);
        Dataset missing = Data.of(new double[][] {{1}, {2}, {3}}, new int[] {0, 1, 0}, "a", "b", "c");
        assertThat(status(missing.split(1, 0, 0), "labels")).isEqualTo(Status.FAIL);
        assertThat(status(rows.split(0.8, 0.1, 0.1), "labels")).isEqualTo(Status.PASS);
    }

    @Test
    void numbers_to_predict_on_a_large_scale_or_without_difference_are_found() {
        double[][] x =
                IntStream.range(0, 40).mapToObj(i -> new double[] {i / 40.0}).toArray(double[][]::new);
        double[] y = IntStream.range(0, 40).mapToDouble(i -> i % 5).toArray();

        assertThat(status(Data.of(x, y).split(1, 0, 0), "labels")).isEqualTo(Status.PASS);
        double[] large = Arrays.stream(y).map(v -> 1e4 * v).toArray();
        assertThat(status(Data.of(x, large).split(1, 0, 0), "labels")).isEqualTo(Status.WARN);
        assertThat(status(Data.of(x, new double[40]).split(1, 0, 0), "labels")).isEqualTo(Status.FAIL);
    }

    @Test
    void too_few_validation_rows_are_found() {
        assertThat(status(rows.split(1, 0, 0), "sizes")).isEqualTo(Status.WARN);
        assertThat(status(rows.split(0.9, 0.1, 0), "sizes")).isEqualTo(Status.PASS);
    }

    @Test
    void rows_that_are_in_two_parts_are_found() {
        Split split = rows.split(0.8, 0.1, 0.1);
        Split leaking = Split.of(split.train(), split.train().take(30), split.test());

        assertThat(status(leaking, "rows in two parts")).isEqualTo(Status.WARN);
        assertThat(Checklist.data(leaking).toString()).contains("30 of 30 validation and 0 of 30 test rows");
        assertThat(status(split, "rows in two parts")).isEqualTo(Status.PASS);
    }

    @Test
    void a_number_that_preprocessing_made_infinite_fails() {
        Split broken = rows.split(0.8, 0.1, 0.1).preprocess(train -> data -> {
            data.features().set(0, Double.NaN);
            return data;
        });

        assertThat(status(broken, "finite numbers")).isEqualTo(Status.FAIL);
    }
}
