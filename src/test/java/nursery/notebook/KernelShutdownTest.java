package nursery.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a kernel. */
class KernelShutdownTest {

    @ParameterizedTest
    @ValueSource(strings = {"System.out.println(\"idle\");", "System.out.println(\"busy\"); while (true) { }"})
    void endsWithCodeZeroWhateverACellIsDoing(String code) throws Exception {
        try (var kernel = KernelClient.start(NurseryKernel.class)) {
            kernel.awaitPublished(kernel.send(code), "stream");
            assertThat(kernel.shutdown()).isZero();
        }
    }
}
