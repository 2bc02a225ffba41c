package nursery.tensor;

/**
 * Memory that kernels use for themselves; it grows to the largest size asked for and is then used again, so that a warm
 * step allocates nothing.
 */
final class Scratch {
    private final float[][] floats;
    private double[] doubles = {};

    /** Scratch memory of {@code places} arrays. */
    Scratch(int places) {
        floats = new float[places][0];
    }

    /** The array of a place, at least {@code size} long; what it held may still be there. */
    float[] floats(int place, int size) {
        if (floats[place].length < size) {
            floats[place] = new float[size];
        }
        return floats[place];
    }

    /** An array of doubles, at least {@code size} long. */
    double[] doubles(int size) {
        if (doubles.length < size) {
            doubles = new double[size];
        }
        return doubles;
    }
}
