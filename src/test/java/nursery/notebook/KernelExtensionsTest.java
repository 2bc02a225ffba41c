package nursery.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Nursery kernel does with an extension that cannot be loaded. */
class KernelExtensionsTest {

    @Test
    void anExtensionThatDoesNotLoadIsToldInTheFirstCellThatIsSeen(@TempDir Path folder) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.dflib.jjava.jupyter.Extension"), "no.such.Extension");
        try (var kernel = KernelClient.start(NurseryKernel.class, folder)) {
            assertThat(kernel.executeSilently("0").printed("stdout")).isEmpty();
            var first = kernel.execute("1 + 1");
            assertThat(first.value("text/plain")).isEqualTo("2");
            assertThat(first.printed("stdout"))
                    .startsWith("An extension does not work here: ")
                    .contains("no.such.Extension");
            assertThat(first.printed("stderr")).isEmpty();
            assertThat(kernel.execute("1 + 1").printed("stdout")).isEmpty();
        }
    }
}
