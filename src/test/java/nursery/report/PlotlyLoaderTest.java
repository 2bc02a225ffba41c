package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlotlyLoaderTest {

    @BeforeEach
    @AfterEach
    void fresh() {
        PlotlyLoader.reset();
    }

    private static boolean carries(String title) {
        String html = Plot.of(Chart.of(title).line("", new double[] {1, 2})).html();
        assertThat(html.length()).isLessThan(2_000_000);
        return html.contains("DecompressionStream");
    }

    private static boolean carries(String cell, String title) {
        PlotlyLoader.cell(cell);
        return carries(title);
    }

    @Test
    void the_first_chart_of_a_session_carries_the_loader_and_no_other() {
        assertThat(carries("sweep.plot()", "Sweep")).isTrue();
        assertThat(carries("Sweep again")).isFalse();
        assertThat(carries("history.plot()", "Loss")).isFalse();
    }

    @Test
    void the_cell_that_carried_it_carries_it_again_whenever_it_runs() {
        carries("sweep.plot()", "Sweep");
        carries("history.plot()", "Loss");

        assertThat(carries("history.plot()", "Loss")).isFalse();
        assertThat(carries("sweep.plot()", "Sweep")).isTrue();
        assertThat(carries("second chart of the same run")).isFalse();
        assertThat(carries("sweep.plot()", "Sweep")).isTrue();
    }

    @Test
    void an_edited_cell_is_known_by_the_variable_that_it_declares() {
        carries("// train\nvar history = Trainer.momentum(1e-2).fit(net, data);\nhistory.plot()", "Loss");

        assertThat(carries("var slow = Trainer.momentum(1e-6).fit(net, data);\nslow.plot()", "Loss"))
                .isFalse();
        assertThat(carries("var history = Trainer.adam(1e-3).live().fit(net, data);", "Loss"))
                .isTrue();
    }

    @Test
    void a_kernel_that_does_not_tell_carries_it_with_the_same_titles_three_times_at_most() {
        assertThat(carries("Loss")).isTrue();
        assertThat(carries("Sweep")).isFalse();
        assertThat(carries("Loss")).isTrue();
        assertThat(carries("Loss")).isTrue();
        assertThat(carries("Loss")).isFalse();
    }

    @Test
    void plotly_is_small_and_recent_enough() throws IOException {
        byte[] packed;
        try (var file = PlotlyLoader.class.getResourceAsStream("plotly.js.gz")) {
            assertThat(file).as("mvn process-resources packs it").isNotNull();
            packed = file.readAllBytes();
        }
        assertThat(packed).hasSizeLessThan(1_400_000);
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            String source = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
            var version = Pattern.compile("plotly.js v2\\.(\\d+)\\.").matcher(source);
            assertThat(version.find()).isTrue();
            // CVE-2023-46308 is mended in 2.25.2; Tablesaw writes the syntax of 2.x
            assertThat(Integer.parseInt(version.group(1))).isGreaterThan(25);
            assertThat(source).contains("Licensed under the MIT license");
        }
    }
}
