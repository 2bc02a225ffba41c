package nursery.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link ShiftedSums} with the Vector API for processors of 16 vector registers: four sums over a window of two vectors,
 * so that the eight results, the window and a weight fit, and eight independent chains of fused multiply-adds hide the
 * latency of each.
 */
final class VectorShiftedSums implements WindowedSums {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int SUMS = 4;

    /** The wide blocks where a vector has 16 numbers, for there are 32 registers then; else the small ones. */
    static ShiftedSums preferred() {
        return LANES == 16 ? new WideVectorShiftedSums() : new VectorShiftedSums();
    }

    @Override
    public int sums() {
        return SUMS;
    }

    @Override
    public int width() {
        return 2 * LANES;
    }

    @Override
    public void addWindow(
            float[] w, int wAt, float[] x, int xAt, int[] offsets, int n, float[] out, int outAt, int outStride) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, out, outAt);
        FloatVector b0 = FloatVector.fromArray(SPECIES, out, outAt + LANES);
        FloatVector a1 = FloatVector.fromArray(SPECIES, out, outAt + outStride);
        FloatVector b1 = FloatVector.fromArray(SPECIES, out, outAt + outStride + LANES);
        FloatVector a2 = FloatVector.fromArray(SPECIES, out, outAt + 2 * outStride);
        FloatVector b2 = FloatVector.fromArray(SPECIES, out, outAt + 2 * outStride + LANES);
        FloatVector a3 = FloatVector.fromArray(SPECIES, out, outAt + 3 * outStride);
        FloatVector b3 = FloatVector.fromArray(SPECIES, out, outAt + 3 * outStride + LANES);
        for (int t = 0; t < n; t++) {
            int from = xAt + offsets[t];
            FloatVector xa = FloatVector.fromArray(SPECIES, x, from);
            FloatVector xb = FloatVector.fromArray(SPECIES, x, from + LANES);
            int at = wAt + SUMS * t;
            FloatVector w0 = FloatVector.broadcast(SPECIES, w[at]);
            a0 = w0.fma(xa, a0);
            b0 = w0.fma(xb, b0);
            FloatVector w1 = FloatVector.broadcast(SPECIES, w[at + 1]);
            a1 = w1.fma(xa, a1);
            b1 = w1.fma(xb, b1);
            FloatVector w2 = FloatVector.broadcast(SPECIES, w[at + 2]);
            a2 = w2.fma(xa, a2);
            b2 = w2.fma(xb, b2);
            FloatVector w3 = FloatVector.broadcast(SPECIES, w[at + 3]);
            a3 = w3.fma(xa, a3);
            b3 = w3.fma(xb, b3);
        }
        a0.intoArray(out, outAt);
        b0.intoArray(out, outAt + LANES);
        a1.intoArray(out, outAt + outStride);
        b1.intoArray(out, outAt + outStride + LANES);
        a2.intoArray(out, outAt + 2 * outStride);
        b2.intoArray(out, outAt + 2 * outStride + LANES);
        a3.intoArray(out, outAt + 3 * outStride);
        b3.intoArray(out, outAt + 3 * outStride + LANES);
    }
}
