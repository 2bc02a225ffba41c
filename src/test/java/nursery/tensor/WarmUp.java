package nursery.tensor;

/** Waits until products and loops use the Vector API, where the JVM has it. */
public final class WarmUp {
    private WarmUp() {}

    /** Returns when all that becomes fast is. */
    public static void await() throws InterruptedException {
        Tensor x = Tensor.zeros(Shape.of(1, 1), Precision.FLOAT32);
        x.matmul(x); // starts the warm-up
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("nursery-warm-up")) {
                thread.join();
            }
        }
    }
}
