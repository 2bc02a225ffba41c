package nursery.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.stream.Stream;
import nursery.Net;
import nursery.Nursery;
import nursery.TestData;
import nursery.Trainer;
import nursery.augment.Augmentation;
import nursery.optimizers.RmsProp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("engine")
class WarmStepTest {
    /** Until they are compiled, loops on the Vector API allocate a vector for each operation; rare ones compile late. */
    private static final int COLD_EPOCHS = 30_000;

    private static final int QUIET = 50;

    /** Stops as soon as so many steps in a row, or every second of them, allocated nothing. */
    private static final class Quiet implements Callback {
        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final int stride;
        private long before;
        private int quiet;

        Quiet(int stride) {
            this.stride = stride;
        }

        @Override
        public Optional<String> afterStep(History history) {
            long now = threads.getCurrentThreadAllocatedBytes();
            if (history.steps() % stride == 0) {
                quiet = now == before ? quiet + 1 : 0;
            }
            before = threads.getCurrentThreadAllocatedBytes();
            return quiet == QUIET ? ENOUGH : Optional.empty();
        }
    }

    private static final Optional<String> ENOUGH = Optional.of("enough");

    static Stream<Trainer> trainers() {
        return Stream.of(
                Trainer.sgd(0.01),
                Trainer.momentum(0.01),
                Trainer.nesterov(0.01),
                Trainer.adam(0.001),
                Trainer.adagrad(0.01),
                Trainer.adadelta(1),
                Trainer.rmsprop(0.001),
                Trainer.of(new RmsProp(0.9, 1e-8, 0.9, true)),
                Trainer.adamW(0.001),
                Trainer.nadam(0.001),
                Trainer.adamax(0.001),
                Trainer.asgd(0.01),
                Trainer.rprop(0.001),
                Trainer.sparseAdam(0.001),
                Trainer.sgd(0.01).clipNorm(0.1).clipValue(0.01),
                Trainer.sgd(0.01).freeze("dense1").rateFactor("dense2", 0.1).penaltyFactor("dense3", 0.1),
                Trainer.sgd(0.01).schedule(Nursery.cosine().warmUp(1)),
                Trainer.sgd(0.01).schedule(Nursery.oneCycle()),
                Trainer.sgd(0.01).schedule(Nursery.decay(0.99)),
                Trainer.sgd(0.01).schedule(Nursery.exponentialDecay(1e-6)),
                Trainer.sgd(0.01).schedule(Nursery.cosine().cycle(3)).callback(ParameterAverage.ema(0.999)),
                Trainer.sgd(0.01).callback(ParameterAverage.polyak()),
                Trainer.lbfgs(1e-3));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void allocates_nothing(Trainer trainer) {
        Quiet seen = new Quiet(1);
        Net net = Net.input(20)
                .dense(16)
                .relu()
                .dense(16)
                .tanh()
                .dense(16)
                .sigmoid()
                .dense(3)
                .softmax()
                .elasticNet(1e-5, 1e-4)
                .maxNorm(3);
        trainer.batchSize(10)
                .epochs(COLD_EPOCHS)
                .callback(seen)
                .fit(net, TestData.blobs(3, 20, 1000, 1).split(1, 0, 0));

        assertThat(seen.quiet).isEqualTo(QUIET);
    }

    static Stream<Net> losses() {
        Net body = Net.input(20).dense(16).relu().dense(3);
        return Stream.of(
                body.softmax()
                        .loss(Nursery.crossEntropy().classWeights(1, 5, 0.5).labelSmoothing(0.1)),
                body.sigmoid(),
                body.sigmoid().loss(Nursery.crossEntropy()),
                body.hinge(),
                body.linear(),
                body.loss(Nursery.huber()),
                body.softmax().loss(Nursery.meanSquaredError()));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void allocates_nothing_with_any_loss(Net net) {
        Quiet seen = new Quiet(1);
        Trainer.sgd(0.001)
                .batchSize(10)
                .epochs(COLD_EPOCHS)
                .callback(seen)
                .fit(net, TestData.blobs(3, 20, 1000, 1).split(1, 0, 0));

        assertThat(seen.quiet).isEqualTo(QUIET);
    }

    static Stream<Augmentation> augmentations() {
        Augmentation moves = Nursery.flip()
                .then(Nursery.crop(1))
                .then(Nursery.rotate(10))
                .then(Nursery.shear(10))
                .then(Nursery.scale(0.8, 1.2))
                .then(Nursery.stretch(0.8, 1.2))
                .then(Nursery.translate(1));
        return Stream.of(
                moves.then(Nursery.lens(0.1)),
                Nursery.colorJitter(0.1, 0.1).then(Nursery.noise(0.1)).then(Nursery.cutout(2)),
                Nursery.mixup(0.4).then(Nursery.cutMix(1)));
    }

    @ParameterizedTest
    @MethodSource("augmentations")
    void augmentation_allocates_nothing(Augmentation augmentation) {
        Quiet seen = new Quiet(1);
        Net net = Net.input(1, 4, 5).flatten().dense(16).relu().dense(3).softmax();
        Trainer.sgd(0.01)
                .augment(augmentation)
                .batchSize(10)
                .epochs(COLD_EPOCHS)
                .callback(seen)
                .fit(net, TestData.blobs(3, 20, 1000, 1).split(1, 0, 0));

        assertThat(seen.quiet).isEqualTo(QUIET);
    }

    @Test
    void a_shorter_last_batch_makes_no_new_buffers() {
        Quiet seen = new Quiet(2);
        Net net = Net.input(20).dense(16).relu().dense(3).softmax();
        // 96 rows in batches of 64: full and short batches take turns; the short one ends the epoch
        Trainer.sgd(0.01)
                .batchSize(64)
                .epochs(COLD_EPOCHS)
                .callback(seen)
                .fit(net, TestData.blobs(3, 20, 32, 1).split(1, 0, 0));

        assertThat(seen.quiet).isEqualTo(QUIET);
    }
}
