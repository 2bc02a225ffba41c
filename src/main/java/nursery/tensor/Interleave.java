package nursery.tensor;

/** Lays rows of numbers side by side. An instance belongs to one thread, so that it may keep memory. */
class Interleave {

    /**
     * Number j of row r goes to {@code target[to + j * step + r]}.
     *
     * @param stride the distance of two rows in {@code source}
     * @param n how many numbers a row has
     */
    void run(float[] source, int from, int stride, int rows, int n, float[] target, int to, int step) {
        for (int r = 0; r < rows; r++) {
            scatter(source, from + r * stride, target, to + r, step, n);
        }
    }

    private static void scatter(float[] source, int from, float[] target, int to, int step, int length) {
        int at = to;
        for (int j = 0; j < length; j++) {
            target[at] = source[from + j];
            at += step;
        }
    }
}
