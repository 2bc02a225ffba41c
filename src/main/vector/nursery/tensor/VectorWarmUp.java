package nursery.tensor;

/**
 * Has loops on the Vector API compiled before they are used. Until the JIT compiler has seen them often, vectors
 * are objects and a loop is slow; meanwhile plain loops work, which give the same bits. So a thread of its own runs them on
 * small arrays until they are fast, some tenths of a second after the first was asked for.
 */
final class VectorWarmUp {
    private static final long LONGEST_NANOS = 20_000_000_000L;
    private static final int ROWS = 8;
    private static final int INNER = 24;
    private static final int AGAIN = 10;

    /** Fast is a number in less than a nanosecond: compiled code needs a tenth of that, other code a hundred. */
    private static final double FAST_NANOS = 1;

    private static final double SLOWER = 4; // times as long for an exponential

    private static final long END = System.nanoTime() + LONGEST_NANOS;

    /** Tiles of at least so many vectors are compiled. */
    private static volatile int tiles = Integer.MAX_VALUE;

    private static volatile boolean loops;
    private static volatile boolean images;

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

    /** Whether the loops over numbers, and over the last columns of products, are compiled that every net uses. */
    static boolean loops() {
        return loops;
    }

    /** Whether convolution and pooling are compiled. */
    static boolean images() {
        return images;
    }

    private static void run() {
        products();
        tails();
        numbers();
        loops = true;
        shiftedSums();
        pooling();
        interleave();
        images = true;
    }

    /** Runs a loop over {@code numbers} numbers until it is fast. */
    private static void warm(double numbers, Runnable loop) {
        boolean fast = false;
        while (!fast && System.nanoTime() < END) {
            long start = System.nanoTime();
            for (int i = 0; i < AGAIN; i++) {
                loop.run();
            }
            fast = System.nanoTime() - start < AGAIN * FAST_NANOS * numbers;
        }
    }

    private static void products() {
        VectorProduct engine = new VectorProduct();
        Product product = new Product(Workers.of(1), new Product.Engine[] {engine});
        Tensor x = Tensor.zeros(Shape.of(ROWS, INNER), Precision.FLOAT32);
        for (int vectors = VectorTiles.MOST; vectors > 0; vectors--) {
            Tensor y = Tensor.zeros(Shape.of(INNER, vectors * VectorTiles.WIDTH), Precision.FLOAT32);
            Tensor out = Tensor.zeros(Shape.of(ROWS, y.columns()), Precision.FLOAT32);
            product.set(x, false, y, false, null, out);
            warm((double) ROWS * INNER * y.columns(), () -> engine.multiply(product, 0, ROWS, 0, y.columns()));
            tiles = vectors;
        }
    }

    private static void tails() {
        VectorTails tails = new VectorTails();
        Product product = new Product(Workers.of(1), new Product.Engine[0]);
        Tensor x = Tensor.zeros(Shape.of(INNER, VectorTails.ROWS), Precision.FLOAT32);
        Tensor y = Tensor.zeros(Shape.of(INNER, ROWS), Precision.FLOAT32);
        Tensor out = Tensor.zeros(Shape.of(VectorTails.ROWS, ROWS), Precision.FLOAT32);
        product.set(x, true, y, false, null, out);
        warm((double) INNER * out.size(), () -> tails.run(product, 0, VectorTails.ROWS, 0, ROWS));
    }

    private static void numbers() {
        FloatLoop loop = new FloatLoop();
        loop.a = new float[ROWS * VectorTiles.WIDTH];
        loop.b = loop.a;
        loop.c = loop.a;
        warm(loop.a.length, () -> VectorLoops.fastReluGradient(loop, 0, loop.a.length));
        warm(SLOWER * loop.a.length, () -> VectorLoops.fastExp(loop.a, 0, loop.a.length));
        warm(SLOWER * loop.a.length, () -> VectorLoops.fastSigmoid(loop, 0, loop.a.length));
    }

    private static void shiftedSums() {
        ShiftedSums sums = VectorShiftedSums.preferred();
        float[] w = new float[INNER * sums.sums()];
        float[] x = new float[sums.width()];
        float[] out = new float[sums.sums() * sums.width()];
        int[] offsets = new int[INNER];
        warm((double) INNER * out.length, () -> sums.add(w, 0, x, 0, offsets, INNER, out, 0, sums.width()));
    }

    private static void pooling() {
        int n = 2 * VectorTiles.WIDTH; // pairs in a row
        float[] x = new float[4 * n];
        float[] y = new float[n];
        warm(x.length, () -> VectorPooling.fastMaxOfPairs(x, 0, 2 * n, y, 0, n));
        warm(x.length, () -> VectorPooling.fastGivePairs(y, 0, y, 0, x, 0, x, 0, 2 * n, n));
    }

    private static void interleave() {
        VectorInterleave interleave = new VectorInterleave();
        int rows = VectorTiles.WIDTH;
        float[] source = new float[rows * rows];
        float[] target = new float[rows * rows];
        warm(source.length, () -> interleave.fast(source, 0, rows, rows, rows, target, 0, rows));
    }
}
