package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {

    /** The first PNG within a picture. */
    private static BufferedImage png(String svg) throws Exception {
        var found = Pattern.compile("href=\"data:image/png;base64,([^\"]*)\"").matcher(svg);
        assertThat(found.find()).isTrue();
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(found.group(1))));
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xffffff;
    }

    @Test
    void a_long_label_gets_smaller_letters_before_it_is_cut() {
        String svg = ImageGrid.of("")
                .columns(6)
                .image("cat 77% owl 23%", 1, 1, 1, new double[1])
                .image("cat", 1, 1, 1, new double[1])
                .image("a label of any length", 1, 1, 1, new double[1])
                .svg(560, 0);

        assertThat(svg)
                .contains(
                        "font-size=\"10\">cat 77% owl 23%<",
                        "font-size=\"12\">cat<", "font-size=\"10\">a label of any l…<");
    }

    @Test
    void a_label_of_two_lines_stands_in_two_lines() {
        String svg = ImageGrid.of("")
                .columns(6)
                .image("cat 77%\nautomobile 23%", 1, 1, 1, new double[1])
                .image("cat", 1, 1, 1, new double[1])
                .svg(560, 0);

        assertThat(svg)
                .containsPattern("y=\"104\"[^>]*>cat 77%<")
                .containsPattern("y=\"119\"[^>]*>automobile 23%<")
                .containsPattern("y=\"104\"[^>]*>cat<");
    }

    @Test
    void grey_pixels_run_from_black_to_white_row_by_row() throws Exception {
        var image = png(ImageGrid.of("")
                .image("", 1, 2, 3, new double[] {0, 0.5, 1, 2, -1, Double.NaN})
                .svg(560, 0));

        assertThat(rgb(image, 0, 0)).isEqualTo(0x000000);
        assertThat(rgb(image, 1, 0)).isEqualTo(0x808080);
        assertThat(rgb(image, 2, 0)).isEqualTo(0xffffff);
        assertThat(rgb(image, 0, 1)).isEqualTo(0xffffff);
        assertThat(rgb(image, 1, 1)).isEqualTo(0x000000);
        assertThat(rgb(image, 2, 1)).isEqualTo(0x7f7f7f);
    }

    @Test
    void colors_lie_channel_by_channel_and_are_stretched_together() throws Exception {
        var image = png(ImageGrid.of("")
                .stretched("", 3, 1, 2, new double[] {-1, 1, 0, 0, 1, -1})
                .svg(560, 0));

        assertThat(rgb(image, 0, 0)).isEqualTo(0x0080ff);
        assertThat(rgb(image, 1, 0)).isEqualTo(0xff8000);
    }

    @Test
    void cells_have_row_0_at_the_bottom_and_a_matrix_on_top() throws Exception {
        double[][] z = {{0, 1}, {2, Double.NaN}};
        var cells = png(Chart.of("").heatmap("z", z, 0, 1, 0, 1).svg(560, 340));
        var matrix = png(Chart.of("")
                .matrix("z", List.of("a", "b"), List.of("c", "d"), z)
                .svg(560, 340));

        assertThat(rgb(cells, 0, 1)).isEqualTo(0x440154); // the dark end of viridis
        assertThat(rgb(cells, 0, 0)).isEqualTo(0xfde725); // the yellow end
        assertThat(rgb(cells, 1, 1)).isEqualTo(0x21918c); // its middle
        assertThat(rgb(cells, 1, 0)).isEqualTo(0xbbbbbb); // not finite
        assertThat(rgb(matrix, 0, 0)).isEqualTo(0x440154);
    }

    @Test
    void shapes_that_do_not_fit_are_refused() {
        assertThatThrownBy(() -> ImageGrid.of("").image("7", 1, 28, 28, new double[10]))
                .hasMessage("image \"7\": expected 1 or 3 channels of at most 256 x 256 values, received 10 values for"
                        + " [1, 28, 28]");
        assertThatThrownBy(() -> Chart.of("").heatmap("z", new double[300][2], 0, 1, 0, 1))
                .hasMessage("heat map \"z\": expected at most 200 x 200 cells, received 300 x 2; use a coarser grid");
        assertThatThrownBy(() -> Chart.of("").heatmap("z", new double[][] {{1, 2}, {1}}, 0, 1, 0, 1))
                .hasMessage("heat map \"z\": expected rows of one length, received 2 and 1 columns");
        assertThatThrownBy(() -> Chart.of("").matrix("z", List.of("a"), List.of("b", "c"), new double[2][2]))
                .hasMessage("matrix \"z\": expected 1 x 2 numbers for the given names, received 2 x 2");
    }
}
