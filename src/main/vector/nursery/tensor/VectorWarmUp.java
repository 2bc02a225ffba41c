package nursery.tensor;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Has loops on the Vector API compiled before they are used: a thread of its own runs each on small arrays until it is
 * fast. Until the JIT compiler has seen them often, vectors are objects and a loop is slow; meanwhile, and where a loop
 * never becomes fast, plain loops work, which give the same bits.
 *
 * <p>It takes a second where nothing else runs, and two to three beside a training that keeps all processors busy, for
 * most of it is the compiler's work. So what most nets need comes first, and the first step of a training before all.
 */
final class VectorWarmUp {
    private static final long LONGEST_NANOS = 60_000_000_000L;

    /** For the plain loops of a first step that comes soon: the compiler gets to them first. A ConvNet's take longer. */
    private static final long HEAD_START_NANOS = 300_000_000L;

    private static final long HEAD_START_OF_IMAGES_NANOS = 500_000_000L;
    private static final int SHORT = 2 * VectorTiles.WIDTH; // numbers: interpreted, more would take too long
    private static final int SHORT_RUNS = 50;
    private static final int LONG = 32 * VectorTiles.WIDTH; // so many that the call itself takes no time
    private static final int ROWS = 8;
    private static final int INNER = 24;
    private static final int AGAIN = 4; // so that the clock takes no time

    /** Fast is a number in less than a nanosecond: compiled loops need less, vectors that are objects far more. */
    private static final double FAST_NANOS = 1;

    private static final double SLOWER = 4; // times as long for an exponential

    /** Tiles of at least so many vectors are compiled. */
    private static volatile int tiles = Integer.MAX_VALUE;

    private static volatile boolean relu;
    private static volatile boolean sums;
    private static volatile boolean images;
    private static volatile boolean edges;
    private static volatile boolean others;

    /** Whether something convolves, so that what is for images comes soon. */
    private static volatile boolean imagesWanted;

    static {
        Thread thread = new Thread(VectorWarmUp::run, "nursery-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private VectorWarmUp() {}

    /** Whether tiles of at least {@code vectors} vectors are compiled; whatever is asked for first starts the warm-up. */
    static boolean over(int vectors) {
        return vectors >= tiles;
    }

    /** Whether ReLU's gradient is compiled. */
    static boolean relu() {
        return relu;
    }

    /** Whether the sums of convolutions are compiled. */
    static boolean sums() {
        if (!sums) {
            imagesWanted = true;
        }
        return sums;
    }

    /** Whether pooling and what lays images side by side is compiled. */
    static boolean images() {
        return images;
    }

    /** Whether the last columns of products and streams of large matrices are compiled. */
    static boolean edges() {
        return edges;
    }

    /** Whether the rest is compiled: exponentials, relatives of ReLU. */
    static boolean others() {
        return others;
    }

    private static void run() {
        LockSupport.parkNanos(HEAD_START_NANOS);
        if (imagesWanted) {
            LockSupport.parkNanos(HEAD_START_OF_IMAGES_NANOS);
        }
        if (!tiles()) {
            return;
        }
        relu = reluGradient();
        warmImages(imagesWanted);
        edges = tails() && stream();
        warmImages(imagesWanted);
        others = exponentials() && rectifiers();
        warmImages(true);
    }

    private static void warmImages(boolean now) {
        if (now && !sums) {
            sums = shiftedSums();
            images = pooling() && interleave();
        }
    }

    /** Runs a loop over {@code numbers} numbers until it is fast; false where it is not within a minute. */
    private static boolean warm(double numbers, Runnable loop) {
        long end = System.nanoTime() + LONGEST_NANOS;
        while (System.nanoTime() - end < 0) {
            if (isFast(numbers, loop)) {
                return true;
            }
        }
        return false;
    }

    /** The same for a loop over n numbers: mostly few, for the compiler counts calls, and many to see how fast it is. */
    private static boolean warmLoop(double slower, IntConsumer loop) {
        long end = System.nanoTime() + LONGEST_NANOS;
        while (System.nanoTime() - end < 0) {
            for (int i = 0; i < SHORT_RUNS; i++) {
                loop.accept(SHORT);
            }
            if (isFast(slower * LONG, () -> loop.accept(LONG))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFast(double numbers, Runnable loop) {
        long start = System.nanoTime();
        for (int i = 0; i < AGAIN; i++) {
            loop.run();
        }
        return System.nanoTime() - start < AGAIN * FAST_NANOS * numbers;
    }

    private static boolean tiles() {
        VectorProduct engine = new VectorProduct();
        for (int vectors = VectorTiles.MOST; vectors > 0; vectors--) {
            Tensor y = zeros(INNER, vectors * VectorTiles.WIDTH);
            Tensor out = zeros(ROWS, y.columns());
            Product product = product(zeros(ROWS, INNER), false, y, zeros(1, y.columns()), out);
            if (!warm((double) INNER * out.size(), () -> engine.multiply(product, 0, ROWS, 0, out.columns()))) {
                return false;
            }
            tiles = vectors;
        }
        return true;
    }

    private static Product product(Tensor x, boolean transposeX, Tensor y, @Nullable Tensor bias, Tensor out) {
        Product product = new Product(Workers.of(1), new Product.Engine[0]);
        product.set(x, transposeX, y, false, bias, out);
        return product;
    }

    private static Tensor zeros(int rows, int columns) {
        return Tensor.zeros(Shape.of(rows, columns), Precision.FLOAT32);
    }

    private static FloatLoop loop() {
        FloatLoop loop = new FloatLoop();
        loop.a = new float[LONG];
        loop.b = loop.a;
        loop.c = loop.a;
        return loop;
    }

    private static boolean reluGradient() {
        FloatLoop loop = loop();
        return warmLoop(1, n -> VectorLoops.fastReluGradient(loop, 0, n));
    }

    private static boolean exponentials() {
        float[] x = new float[LONG];
        return warmLoop(SLOWER, n -> VectorLoops.fastExp(x, 0, n));
    }

    private static boolean shiftedSums() {
        ShiftedSums sums = VectorShiftedSums.preferred();
        float[] w = new float[INNER * sums.sums()];
        float[] x = new float[sums.width()];
        float[] out = new float[sums.sums() * sums.width()];
        int[] offsets = new int[INNER];
        return warm(
                (double) INNER * out.length,
                () -> sums.add(w, 0, x, 0, offsets, INNER, out, 0, sums.width(), sums.width()));
    }

    private static boolean pooling() {
        float[] x = new float[4 * LONG];
        float[] y = new float[LONG];
        return warmLoop(4, n -> VectorPooling.fastMaxOfPairs(x, 0, 2 * n, y, 0, n))
                && warmLoop(4, n -> VectorPooling.fastGivePairs(y, 0, y, 0, x, 0, x, 0, 2 * n, n));
    }

    private static boolean interleave() {
        VectorInterleave interleave = new VectorInterleave();
        int rows = VectorTiles.WIDTH;
        float[] source = new float[rows * LONG];
        float[] target = new float[rows * LONG];
        return warmLoop(rows, n -> interleave.fast(source, 0, n, rows, n, target, 0, rows));
    }

    private static boolean tails() {
        VectorTails tails = new VectorTails();
        Tensor out = zeros(VectorTails.ROWS, ROWS);
        Product product = product(zeros(INNER, out.rows()), true, zeros(INNER, out.columns()), null, out);
        return warm((double) INNER * out.size(), () -> tails.run(product, 0, out.rows(), 0, out.columns()));
    }

    private static boolean stream() {
        VectorStream stream = new VectorStream();
        Tensor y = zeros(INNER + 1, VectorStream.COLUMNS); // eight rows at a time, and one alone
        Tensor out = zeros(ROWS, y.columns());
        Product product = product(zeros(ROWS, y.rows()), false, y, null, out);
        return warm((double) INNER * out.size(), () -> stream.run(product, 0, ROWS, 0, out.columns()));
    }

    private static boolean rectifiers() {
        FloatLoop loop = loop();
        return warmLoop(1, n -> VectorRectifiers.fastLeakyReluGradient(loop, 0, n))
                && warmLoop(1, n -> VectorRectifiers.fastEluGradient(loop, 0, n));
    }
}
