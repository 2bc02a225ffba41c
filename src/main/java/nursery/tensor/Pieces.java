package nursery.tensor;

/** The largest of k pieces for each unit: z: [batch, k · units], piece after piece, y: [batch, units]. */
public final class Pieces {
    private Pieces() {}

    /** y[n, j] = the largest of z[n, p · units + j] over the pieces p. */
    public static Tensor max(Tensor z, int pieces) {
        int units = z.columns() / pieces;
        Tensor y = z.result(z.rows(), units);
        for (int q = 0; q < y.size(); q++) {
            y.set(q, z.get(largest(z, q, units, pieces)));
        }
        return y;
    }

    /** dL/dz: all of dL/dy to the first of the largest pieces. */
    public static Tensor maxGradient(Tensor dy, Tensor z, int pieces) {
        int units = z.columns() / pieces;
        Tensor dz = dy.result(z.shape());
        dz.fill(0);
        for (int q = 0; q < dy.size(); q++) {
            dz.set(largest(z, q, units, pieces), dy.get(q));
        }
        return dz;
    }

    private static int largest(Tensor z, int q, int units, int pieces) {
        int from = q / units * units * pieces + q % units;
        int best = from;
        for (int at = from + units; at < from + pieces * units; at += units) {
            best = z.get(at) > z.get(best) ? at : best;
        }
        return best;
    }
}
