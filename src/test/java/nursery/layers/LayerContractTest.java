package nursery.layers;

import java.util.stream.Stream;
import nursery.diagnosis.LayerContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the test of every layer inherits: a test for each layer and input shape that it names. */
abstract class LayerContractTest {

    abstract Stream<LayerContract> contracts();

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return contracts()
                .map(c -> DynamicTest.dynamicTest(
                        c.layer() + " for rows of " + c.in(), () -> c.check().orThrow()));
    }
}
