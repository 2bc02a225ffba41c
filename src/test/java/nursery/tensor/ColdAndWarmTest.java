package nursery.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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
    @CsvSource({"-Xint", "-XX:-TieredCompilation"})
    void a_fresh_jvm_without_vectors_gives_the_same_bits(String option) throws IOException, InterruptedException {
        assertThat(printed(List.of(option), "")).isEqualTo(warm());
    }

    @ParameterizedTest
    @CsvSource({
        "-Xint, ''",
        "-Xint, uncompiled",
        "-XX:TieredStopAtLevel=1, uncompiled",
        "-XX:MaxVectorSize=16, compiled",
        "-XX:MaxVectorSize=32, compiled"
    })
    void a_fresh_jvm_with_vectors_gives_the_same_bits(String option, String state)
            throws IOException, InterruptedException {
        assumeThat(ModuleLayer.boot().findModule(VECTOR)).as("once is enough").isPresent();
        assertThat(printed(List.of(option, "--add-modules=" + VECTOR), state)).isEqualTo(warm());
    }

    private static String warm() throws InterruptedException {
        WarmUp.await();
        return Long.toString(ColdBits.hash());
    }

    private static String printed(List<String> options, String state) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ColdBits.class.getName(), state));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).isZero();
        return printed;
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
