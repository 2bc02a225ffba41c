package nursery.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.Supplier;
import java.util.stream.Stream;
import nursery.Nursery;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One sentence for each number that cannot be right, and every record says what it is. */
class HyperparametersTest {

    private static Arguments bad(Supplier<Object> make, String message) {
        return arguments(make, message);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                bad(
                        () -> new Adagrad(-1, 1e-7),
                        "adagrad: expected a decay of at least 0, received -1.0; 0.0 is usual"),
                bad(() -> new Adagrad(0, 0), "adagrad: expected ε above 0, received 0.0; 1.0E-7 is usual"),
                bad(() -> new Adadelta(1, 1e-6), "adadelta: expected ρ of at least 0 and below 1, received 1.0; 0.9"),
                bad(() -> new Adadelta(0.9, Double.NaN), "adadelta: expected ε above 0, received NaN"),
                bad(() -> new RmsProp(0.9, 1e-8, 1, false), "rmsprop: expected a momentum of at least 0 and below 1"),
                bad(() -> new RmsProp(1.5, 1e-8, 0, false), "rmsprop: expected ρ"),
                bad(() -> new RmsProp(0.9, -1, 0, false), "rmsprop: expected ε"),
                bad(() -> new AdamW(-0.1), "adamW: expected a decay of at least 0, received -0.1; 0.01 is usual"),
                bad(() -> new Nadam(1, 0.9, 1e-8), "nadam: expected β1"),
                bad(() -> new Nadam(0.9, -1, 1e-8), "nadam: expected β2"),
                bad(() -> new Adamax(0.9, 0.9, 0), "adamax: expected ε"),
                bad(() -> new Asgd(-1, 1, 0), "asgd: expected λ"),
                bad(() -> new Asgd(1, -1, 0), "asgd: expected α"),
                bad(() -> new Asgd(1, 1, -1), "asgd: expected a start"),
                bad(
                        () -> new Rprop(1, 1.2, 1, 2),
                        "rprop: expected a shrinking factor above 0 and below 1, received 1.0"),
                bad(() -> new Rprop(0.5, 1, 1, 2), "rprop: expected a growing factor above 1, received 1.0"),
                bad(() -> new Rprop(0.5, 1.2, 0, 2), "rprop: expected a smallest step above 0"),
                bad(() -> new Rprop(0.5, 1.2, 3, 2), "rprop: expected a largest step of at least the smallest, 3.0"),
                bad(() -> new SparseAdam(0.9, 1, 1e-8), "sparseAdam: expected β2"),
                bad(() -> new Lbfgs(0), "lbfgs: expected a memory of at least 1 step, received 0.0; 10.0 is usual"),
                bad(() -> new StepDecay(0, 1), "stepDecay: expected a factor above 0 and at most 1, received 0.0"),
                bad(() -> new StepDecay(0.5, 0), "stepDecay: expected a number of epochs above 0"),
                bad(() -> new ExponentialDecay(-1), "exponentialDecay: expected k of at least 0"),
                bad(() -> new InverseTimeDecay(-1), "inverseTimeDecay: expected k of at least 0"),
                bad(() -> new Cosine(2), "cosine: expected a share at the end"),
                bad(() -> new OneCycle(1, 0, 0), "oneCycle: expected a rise above 0 and below 1"),
                bad(() -> new OneCycle(0.3, 2, 0), "oneCycle: expected a share at the start"),
                bad(() -> new OneCycle(0.3, 0, -1), "oneCycle: expected a share at the end"),
                bad(() -> new ConstantRate().warmUp(0), "warmUp: expected a number of epochs above 0"),
                bad(() -> new WarmUp(1, 2, new Cosine()), "warmUp: expected a share at the start"),
                bad(() -> new Cosine().until(0, new Cosine()), "until: expected a number of epochs above 0"),
                bad(() -> new ReduceOnPlateau(1, 1, 0), "reduceOnPlateau: expected a factor above 0 and below 1"),
                bad(() -> new ReduceOnPlateau(0.5, -1, 0), "reduceOnPlateau: expected a patience of at least 0 epochs"),
                bad(() -> new ReduceOnPlateau(0.5, 1, 1), "reduceOnPlateau: expected a threshold"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_answered_with_one_sentence(Supplier<Object> make, String message) {
        assertThatThrownBy(make::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageContaining("received")
                .hasMessageContaining("is usual");
    }

    static Stream<Arguments> names() {
        return Stream.of(
                arguments(Nursery.adagrad(), "adagrad(0.0, 1.0E-7)"),
                arguments(Nursery.adadelta(), "adadelta(0.9, 1.0E-6)"),
                arguments(Nursery.rmsprop(), "rmsprop(0.9, 1.0E-8)"),
                arguments(new RmsProp(0.9, 1e-8, 0.5, true), "rmsprop(0.9, 1.0E-8, 0.5, true)"),
                arguments(Nursery.adamW(), "adamW(0.01, adam(0.9, 0.999, 1.0E-8))"),
                arguments(Nursery.adamW(0.1), "adamW(0.1, adam(0.9, 0.999, 1.0E-8))"),
                arguments(Nursery.nadam(), "nadam(0.9, 0.999, 1.0E-8)"),
                arguments(Nursery.adamax(), "adamax(0.9, 0.999, 1.0E-8)"),
                arguments(Nursery.asgd(), "asgd(1.0E-4, 0.75, 0.0)"),
                arguments(Nursery.rprop(), "rprop(0.5, 1.2, 1.0E-6, 50.0)"),
                arguments(Nursery.sparseAdam(), "sparseAdam(0.9, 0.999, 1.0E-8)"),
                arguments(Nursery.lbfgs(), "lbfgs(10)"),
                arguments(Nursery.constantRate(), "constantRate()"),
                arguments(Nursery.decay(0.95), "decay(0.95)"),
                arguments(Nursery.stepDecay(0.5, 10), "stepDecay(0.5, 10.0)"),
                arguments(Nursery.exponentialDecay(0.1), "exponentialDecay(0.1)"),
                arguments(Nursery.inverseTimeDecay(1), "inverseTimeDecay(1.0)"),
                arguments(Nursery.cosine().warmUp(5), "cosine().warmUp(5.0)"),
                arguments(new WarmUp(5, 0.1, new Cosine(0.2)), "warmUp(5.0, 0.1, cosine(0.2))"),
                arguments(Nursery.warmUp(2), "constantRate().warmUp(2.0)"),
                arguments(Nursery.oneCycle(), "oneCycle(0.3, 0.04, 4.0E-6)"),
                arguments(Nursery.cosine().until(3, Nursery.decay(0.9)), "cosine().until(3.0, decay(0.9))"),
                arguments(Nursery.reduceOnPlateau(0.5, 3), "reduceOnPlateau(0.5, 3, 1.0E-4)"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_says_what_it_is(Object described, String text) {
        assertThat(described).hasToString(text);
    }
}
