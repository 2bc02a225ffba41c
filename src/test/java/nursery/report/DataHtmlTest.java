package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;

import nursery.Data;
import nursery.data.Dataset;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DataHtmlTest {

    @Test
    void images_are_shown_as_they_look_with_their_class() {
        Tensor pixels = Tensor.zeros(Shape.of(3, 1, 2, 2), Precision.FLOAT32);
        Dataset data = Data.of(new double[][] {{0}, {1}, {2}}, new int[] {0, 1, 1}, "cat", "<dog>");
        DataHtml shown = DataHtml.of(Dataset.of(pixels, data.labels(), data.classNames()));

        assertThat(shown.picture().staticHtml().split("<image ", -1)).hasSize(3 + 1);
        assertThat(shown.picture().staticHtml()).contains(">cat<", "&lt;dog&gt;");
        assertThat(shown.html()).doesNotContain("<dog>");
    }

    @Test
    void rows_of_two_features_are_shown_as_points_of_their_class() {
        var split = Data.spiral(3, 20, 1).split(0.5, 0.25, 0.25);

        assertThat(DataHtml.of(split).picture().staticHtml()).contains("<svg", "<circle", ">x<", ">y<");
        assertThat(DataHtml.of(split)).hasToString(split.toString());
    }

    @Test
    void wide_rows_are_summarized_without_a_picture() {
        Dataset data = Data.of(new double[][] {{1, 2, 3}, {4, 5, 6}}, new double[] {1, 2});

        assertThat(DataHtml.of(data).picture().panels()).isEmpty();
        assertThat(DataHtml.of(data).html()).startsWith("<pre>Dataset");
    }
}
