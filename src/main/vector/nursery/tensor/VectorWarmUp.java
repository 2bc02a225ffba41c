package nursery.tensor;

/**
 * Has the tiles compiled before they are used. Until the JIT compiler has seen them some thousand times, vectors are
 * objects and a product takes a thousand times as long; meanwhile the plain loops work, which give the same bits. So a
 * thread of its own multiplies small matrices until that is fast, some tenths of a second after the first product.
 */
final class VectorWarmUp {
    private static final long LONGEST_NANOS = 20_000_000_000L;
    private static final int ROWS = 8;
    private static final int INNER = 24;

    /** Fast is a multiply-add in less than a nanosecond: compiled code needs a tenth of that, other code a hundred. */
    private static final double FAST_NANOS = 1;

    /** Tiles of at least so many vectors are compiled. */
    private static volatile int ready = Integer.MAX_VALUE;

    static {
        Thread thread = new Thread(VectorWarmUp::run, "nursery-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private VectorWarmUp() {}

    /** Whether tiles of at least {@code vectors} vectors are compiled; asked for the first time, it starts the warm-up. */
    static boolean over(int vectors) {
        return vectors >= ready;
    }

    private static void run() {
        long end = System.nanoTime() + LONGEST_NANOS;
        VectorProduct engine = new VectorProduct();
        Product product = new Product(Workers.of(1), new Product.Engine[] {engine});
        Tensor x = Tensor.zeros(Shape.of(ROWS, INNER), Precision.FLOAT32);
        for (int vectors = VectorTiles.MOST; vectors > 0; vectors--) {
            Tensor y = Tensor.zeros(Shape.of(INNER, vectors * VectorTiles.WIDTH), Precision.FLOAT32);
            Tensor out = Tensor.zeros(Shape.of(ROWS, y.columns()), Precision.FLOAT32);
            product.set(x, false, y, false, null, out);
            boolean fast = false;
            while (!fast && System.nanoTime() < end) {
                long start = System.nanoTime();
                for (int i = 0; i < 10; i++) {
                    engine.multiply(product, 0, ROWS, 0, y.columns());
                }
                fast = System.nanoTime() - start < 10 * FAST_NANOS * ROWS * INNER * y.columns();
            }
            ready = vectors;
        }
    }
}
