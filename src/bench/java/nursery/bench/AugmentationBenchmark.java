package nursery.bench;

import static nursery.Nursery.colorJitter;
import static nursery.Nursery.crop;
import static nursery.Nursery.cutMix;
import static nursery.Nursery.cutout;
import static nursery.Nursery.flip;
import static nursery.Nursery.lens;
import static nursery.Nursery.mixup;
import static nursery.Nursery.noise;
import static nursery.Nursery.rotate;
import static nursery.Nursery.scale;
import static nursery.Nursery.shear;
import static nursery.Nursery.translate;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import nursery.augment.Augmentation;
import nursery.augment.Augmenter;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time to augment a batch of 50 images of 3 x 32 x 32. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AugmentationBenchmark {
    private static final Map<String, Augmentation> AUGMENTATIONS = Map.of(
            "flip, crop",
            flip().then(crop(4)),
            "five moves",
            flip().then(translate(3)).then(rotate(10)).then(shear(10)).then(scale(0.8, 1.2)),
            "lens",
            lens(0.1),
            "jitter",
            colorJitter(0.2, 0.2),
            "noise",
            noise(0.1),
            "cutout",
            cutout(8),
            "mixup",
            mixup(0.2),
            "cutMix",
            cutMix(1),
            "everything",
            flip().then(crop(4))
                    .then(rotate(10))
                    .then(lens(0.1))
                    .then(colorJitter(0.2, 0.2))
                    .then(noise(0.1))
                    .then(cutout(8))
                    .then(mixup(0.2)));

    @Param({"flip, crop", "five moves", "lens", "jitter", "noise", "cutout", "mixup", "cutMix", "everything"})
    String augmentation;

    private final Tensor images = Tensor.zeros(Shape.of(50, 3, 32, 32), Precision.FLOAT32);
    private final Tensor x = Tensor.zeros(Shape.of(50, 3, 32, 32), Precision.FLOAT32);
    private final Tensor t = Tensor.zeros(Shape.of(50, 10), Precision.FLOAT32);
    private Augmenter augmenter = augmenter(flip());
    private long step;

    private Augmenter augmenter(Augmentation chosen) {
        return Augmenter.of(chosen, x.shape().row(), t.columns(), x.rows(), Seed.of(1));
    }

    @Setup
    public void draw() {
        images.fillNormal(new SplittableRandom(1), 0, 1);
        augmenter = augmenter(AUGMENTATIONS.get(augmentation));
    }

    @Benchmark
    public Tensor batch() {
        x.assign(images);
        augmenter.apply(x, t, step++);
        return x;
    }
}
