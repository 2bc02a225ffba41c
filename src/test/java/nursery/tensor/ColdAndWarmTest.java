package nursery.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fresh JVM, interpreted or not, with and without the Vector API, gives the bits of a warm one. */
@Tag("engine")
class ColdAndWarmTest {
    private static final String VECTOR = "jdk.incubator.vector";

    @ParameterizedTest
    @CsvSource({"-Xint, true", "-Xint, false", "-XX:TieredStopAtLevel=1, true", "-XX:-TieredCompilation, false"})
    void a_fresh_jvm_gives_the_same_bits(String option, boolean vector) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), option));
        if (vector) {
            command.add("--add-modules=" + VECTOR);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ColdBits.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(process.waitFor()).isZero();
        assertThat(printed).isEqualTo(Long.toString(ColdBits.hash()));
    }

    @Test
    void the_bits_stay_when_the_compiler_kicks_in() throws InterruptedException {
        long first = ColdBits.hash();
        for (int i = 0; i < 500; i++) {
            if (i == 100) {
                WarmUp.await();
            }
            assertThat(ColdBits.hash()).isEqualTo(first);
        }
    }
}
