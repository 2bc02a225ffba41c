package nursery.tensor;

/** Gets the engine ready before it is needed. */
public final class EngineWarmUp {
    private EngineWarmUp() {}

    /**
     * Has the loops on the Vector API compiled in the background, which takes a second or two, where the JVM has that
     * API and this did not happen yet. A training starts it too, but its first second runs on slower loops then. What
     * goes wrong is left for the first product to tell.
     */
    public static void start() {
        try {
            Tensor x = Tensor.zeros(Shape.of(1, 1), Precision.FLOAT32);
            x.matmul(x); // the first product starts it
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            // no reason to do without data
        }
    }
}
