package nursery.tensor;

/** Waits until products and loops use the Vector API, where the JVM has it. */
public final class WarmUp {
    private WarmUp() {}

    /** Returns when all that becomes fast is. */
    public static void await() throws InterruptedException {
        EngineWarmUp.start();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("nursery-warm-up")) {
                thread.join();
            }
        }
    }
}
