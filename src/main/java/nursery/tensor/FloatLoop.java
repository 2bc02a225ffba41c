package nursery.tensor;

/**
 * One loop over numbers with its operands, shared among workers in ranges. One object is set again for every loop, for
 * a warm step allocates nothing.
 */
final class FloatLoop implements Workers.Task {
    private static final float[] NONE = {};

    /** What is done with the numbers {@code from} to {@code to}. */
    interface Body {
        void run(FloatLoop loop, int from, int to);
    }

    float[] a = NONE;
    float[] b = NONE;
    float[] c = NONE;
    float[] d = NONE;
    float[] e = NONE;
    float rate;
    float momentRate;
    float rho1;
    float rest1;
    float rho2;
    float rest2;
    float scale;
    float epsilon;
    private int size;
    private Body body = (loop, from, to) -> {};

    /** Runs {@code what} over the numbers 0 to {@code n}. */
    void run(Body what, int n, Workers workers) {
        body = what;
        size = n;
        workers.run(this, n);
    }

    /** Lets go of the operands: a thread's loop outlives the tensors. */
    void release() {
        a = NONE;
        b = NONE;
        c = NONE;
        d = NONE;
        e = NONE;
    }

    @Override
    public void run(int part, int parts) {
        int chunk = (size / parts + 15) & -16; // whole cache lines
        body.run(this, Math.min(size, part * chunk), part == parts - 1 ? size : Math.min(size, (part + 1) * chunk));
    }
}
