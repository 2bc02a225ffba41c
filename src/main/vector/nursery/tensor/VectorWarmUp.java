package nursery.tensor;

import org.jspecify.annotations.Nullable;

/**
 * Has loops on the Vector API compiled before they are used: a thread of its own runs each on small arrays until it is
 * fast, in about a second after the first was asked for. Until the JIT compiler has seen them often, vectors are
 * objects and a loop is slow; meanwhile, and where a loop never becomes fast, plain loops work, which give the same bits.
 */
final class VectorWarmUp {
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final int VECTORS = 32; // of a loop, so that its call takes no time
    private static final int ROWS = 8;
    private static final int INNER = 24;
    private static final int AGAIN = 10;

    /** Fast is a number in less than a nanosecond: compiled loops need less, vectors that are objects far more. */
    private static final double FAST_NANOS = 1;

    private static final double SLOWER = 4; // times as long for an exponential

    private static final long END = System.nanoTime() + LONGEST_NANOS;

    /** Tiles of at least so many vectors are compiled. */
    private static volatile int tiles = Integer.MAX_VALUE;

    private static volatile boolean loops;
    private static volatile boolean images;
    private static volatile boolean others;

    /** Whether there are images, so that what is for them comes first. */
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

    /** Whether the loops over numbers are compiled that every net uses. */
    static boolean loops() {
        return loops;
    }

    /** Whether convolution and pooling are compiled. */
    static boolean images() {
        if (!images) {
            imagesWanted = true;
        }
        return images;
    }

    /** Whether the rest is compiled: last columns of products, streams of large matrices, relatives of ReLU. */
    static boolean others() {
        return others;
    }

    private static void run() {
        loops = products() && numbers();
        images = loops && imagesWanted && forImages();
        others = loops && tails() && stream() && rectifiers();
        images = images || (loops && forImages());
    }

    private static boolean forImages() {
        return shiftedSums() && pooling() && interleave();
    }

    /** Runs a loop over {@code numbers} numbers until it is fast; false where it never becomes fast. */
    private static boolean warm(double numbers, Runnable loop) {
        while (System.nanoTime() - END < 0) {
            long start = System.nanoTime();
            for (int i = 0; i < AGAIN; i++) {
                loop.run();
            }
            if (System.nanoTime() - start < AGAIN * FAST_NANOS * numbers) {
                return true;
            }
        }
        return false;
    }

    private static boolean products() {
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
        loop.a = new float[VECTORS * VectorTiles.WIDTH];
        loop.b = loop.a;
        loop.c = loop.a;
        return loop;
    }

    private static boolean numbers() {
        FloatLoop loop = loop();
        int n = loop.a.length;
        return warm(n, () -> VectorLoops.fastReluGradient(loop, 0, n))
                && warm(SLOWER * n, () -> VectorLoops.fastExp(loop.a, 0, n));
    }

    private static boolean shiftedSums() {
        ShiftedSums sums = VectorShiftedSums.preferred();
        float[] w = new float[INNER * sums.sums()];
        float[] x = new float[sums.width()];
        float[] out = new float[sums.sums() * sums.width()];
        int[] offsets = new int[INNER];
        return warm((double) INNER * out.length, () -> sums.add(w, 0, x, 0, offsets, INNER, out, 0, sums.width()));
    }

    private static boolean pooling() {
        int n = VECTORS / 4 * VectorTiles.WIDTH; // pairs in a row
        float[] x = new float[4 * n];
        float[] y = new float[n];
        return warm(x.length, () -> VectorPooling.fastMaxOfPairs(x, 0, 2 * n, y, 0, n))
                && warm(x.length, () -> VectorPooling.fastGivePairs(y, 0, y, 0, x, 0, x, 0, 2 * n, n));
    }

    private static boolean interleave() {
        VectorInterleave interleave = new VectorInterleave();
        int rows = VectorTiles.WIDTH;
        int n = VECTORS / 4 * rows;
        float[] source = new float[rows * n];
        float[] target = new float[rows * n];
        return warm(source.length, () -> interleave.fast(source, 0, n, rows, n, target, 0, rows));
    }

    private static boolean tails() {
        VectorTails tails = new VectorTails();
        Tensor out = zeros(VectorTails.ROWS, ROWS);
        Product product = product(zeros(INNER, out.rows()), true, zeros(INNER, out.columns()), null, out);
        return warm((double) INNER * out.size(), () -> tails.run(product, 0, out.rows(), 0, out.columns()));
    }

    private static boolean stream() {
        VectorStream stream = new VectorStream();
        Tensor y = zeros(INNER, 4 * VectorTiles.WIDTH); // a tile and a narrow one
        Tensor out = zeros(VectorStream.ROWS, y.columns());
        Product product = product(zeros(out.rows(), INNER), false, y, null, out);
        return warm((double) INNER * out.size(), () -> stream.run(product, 0, out.rows(), 0, out.columns()));
    }

    private static boolean rectifiers() {
        FloatLoop loop = loop();
        int n = loop.a.length;
        return warm(n, () -> VectorRectifiers.fastLeakyReluGradient(loop, 0, n))
                && warm(n, () -> VectorRectifiers.fastEluGradient(loop, 0, n));
    }
}
