package nursery.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link ShiftedSums} with the Vector API for AVX-512 with its 32 vector registers: eight sums over a window of three
 * vectors. That is 24 multiply-adds for 11 loads, where {@link VectorShiftedSums} does 8 for 6: loads that cross cache
 * lines, as those of shifted windows do, no longer hold them up.
 */
final class WideVectorShiftedSums implements WindowedSums {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int SUMS = 8;

    @Override
    public int sums() {
        return SUMS;
    }

    @Override
    public int width() {
        return 3 * LANES;
    }

    @Override
    public void addWindow(
            float[] w, int wAt, float[] x, int xAt, int[] offsets, int n, float[] out, int outAt, int outStride) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, out, outAt);
        FloatVector b0 = FloatVector.fromArray(SPECIES, out, outAt + LANES);
        FloatVector c0 = FloatVector.fromArray(SPECIES, out, outAt + 2 * LANES);
        FloatVector a1 = FloatVector.fromArray(SPECIES, out, outAt + outStride);
        FloatVector b1 = FloatVector.fromArray(SPECIES, out, outAt + outStride + LANES);
        FloatVector c1 = FloatVector.fromArray(SPECIES, out, outAt + outStride + 2 * LANES);
        FloatVector a2 = FloatVector.fromArray(SPECIES, out, outAt + 2 * outStride);
        FloatVector b2 = FloatVector.fromArray(SPECIES, out, outAt + 2 * outStride + LANES);
        FloatVector c2 = FloatVector.fromArray(SPECIES, out, outAt + 2 * outStride + 2 * LANES);
        FloatVector a3 = FloatVector.fromArray(SPECIES, out, outAt + 3 * outStride);
        FloatVector b3 = FloatVector.fromArray(SPECIES, out, outAt + 3 * outStride + LANES);
        FloatVector c3 = FloatVector.fromArray(SPECIES, out, outAt + 3 * outStride + 2 * LANES);
        FloatVector a4 = FloatVector.fromArray(SPECIES, out, outAt + 4 * outStride);
        FloatVector b4 = FloatVector.fromArray(SPECIES, out, outAt + 4 * outStride + LANES);
        FloatVector c4 = FloatVector.fromArray(SPECIES, out, outAt + 4 * outStride + 2 * LANES);
        FloatVector a5 = FloatVector.fromArray(SPECIES, out, outAt + 5 * outStride);
        FloatVector b5 = FloatVector.fromArray(SPECIES, out, outAt + 5 * outStride + LANES);
        FloatVector c5 = FloatVector.fromArray(SPECIES, out, outAt + 5 * outStride + 2 * LANES);
        FloatVector a6 = FloatVector.fromArray(SPECIES, out, outAt + 6 * outStride);
        FloatVector b6 = FloatVector.fromArray(SPECIES, out, outAt + 6 * outStride + LANES);
        FloatVector c6 = FloatVector.fromArray(SPECIES, out, outAt + 6 * outStride + 2 * LANES);
        FloatVector a7 = FloatVector.fromArray(SPECIES, out, outAt + 7 * outStride);
        FloatVector b7 = FloatVector.fromArray(SPECIES, out, outAt + 7 * outStride + LANES);
        FloatVector c7 = FloatVector.fromArray(SPECIES, out, outAt + 7 * outStride + 2 * LANES);
        for (int t = 0; t < n; t++) {
            int from = xAt + offsets[t];
            FloatVector xa = FloatVector.fromArray(SPECIES, x, from);
            FloatVector xb = FloatVector.fromArray(SPECIES, x, from + LANES);
            FloatVector xc = FloatVector.fromArray(SPECIES, x, from + 2 * LANES);
            int at = wAt + SUMS * t;
            FloatVector w0 = FloatVector.broadcast(SPECIES, w[at]);
            a0 = w0.fma(xa, a0);
            b0 = w0.fma(xb, b0);
            c0 = w0.fma(xc, c0);
            FloatVector w1 = FloatVector.broadcast(SPECIES, w[at + 1]);
            a1 = w1.fma(xa, a1);
            b1 = w1.fma(xb, b1);
            c1 = w1.fma(xc, c1);
            FloatVector w2 = FloatVector.broadcast(SPECIES, w[at + 2]);
            a2 = w2.fma(xa, a2);
            b2 = w2.fma(xb, b2);
            c2 = w2.fma(xc, c2);
            FloatVector w3 = FloatVector.broadcast(SPECIES, w[at + 3]);
            a3 = w3.fma(xa, a3);
            b3 = w3.fma(xb, b3);
            c3 = w3.fma(xc, c3);
            FloatVector w4 = FloatVector.broadcast(SPECIES, w[at + 4]);
            a4 = w4.fma(xa, a4);
            b4 = w4.fma(xb, b4);
            c4 = w4.fma(xc, c4);
            FloatVector w5 = FloatVector.broadcast(SPECIES, w[at + 5]);
            a5 = w5.fma(xa, a5);
            b5 = w5.fma(xb, b5);
            c5 = w5.fma(xc, c5);
            FloatVector w6 = FloatVector.broadcast(SPECIES, w[at + 6]);
            a6 = w6.fma(xa, a6);
            b6 = w6.fma(xb, b6);
            c6 = w6.fma(xc, c6);
            FloatVector w7 = FloatVector.broadcast(SPECIES, w[at + 7]);
            a7 = w7.fma(xa, a7);
            b7 = w7.fma(xb, b7);
            c7 = w7.fma(xc, c7);
        }
        a0.intoArray(out, outAt);
        b0.intoArray(out, outAt + LANES);
        c0.intoArray(out, outAt + 2 * LANES);
        a1.intoArray(out, outAt + outStride);
        b1.intoArray(out, outAt + outStride + LANES);
        c1.intoArray(out, outAt + outStride + 2 * LANES);
        a2.intoArray(out, outAt + 2 * outStride);
        b2.intoArray(out, outAt + 2 * outStride + LANES);
        c2.intoArray(out, outAt + 2 * outStride + 2 * LANES);
        a3.intoArray(out, outAt + 3 * outStride);
        b3.intoArray(out, outAt + 3 * outStride + LANES);
        c3.intoArray(out, outAt + 3 * outStride + 2 * LANES);
        a4.intoArray(out, outAt + 4 * outStride);
        b4.intoArray(out, outAt + 4 * outStride + LANES);
        c4.intoArray(out, outAt + 4 * outStride + 2 * LANES);
        a5.intoArray(out, outAt + 5 * outStride);
        b5.intoArray(out, outAt + 5 * outStride + LANES);
        c5.intoArray(out, outAt + 5 * outStride + 2 * LANES);
        a6.intoArray(out, outAt + 6 * outStride);
        b6.intoArray(out, outAt + 6 * outStride + LANES);
        c6.intoArray(out, outAt + 6 * outStride + 2 * LANES);
        a7.intoArray(out, outAt + 7 * outStride);
        b7.intoArray(out, outAt + 7 * outStride + LANES);
        c7.intoArray(out, outAt + 7 * outStride + 2 * LANES);
    }
}
