package nursery.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a matrix product: a tile of the result, 4 rows by 1 to 4 vectors, stays in registers while k
 * runs over the whole inner dimension. One step of k loads the vectors of a row of b, and spreads one number of each row
 * of a over a vector to multiply it with them: 16 fused multiply-adds for 8 loads. Every number of the result is one
 * chain in ascending k, so neither the width of a vector nor the way that tiles are cut changes a bit.
 *
 * <p>Strides are arguments: a transposed a needs no copy. The vectors of a row start {@code d1}, {@code d2}, {@code d3}
 * after the first one. They may overlap, and so may tiles: what is computed twice is the same twice. So no width needs
 * a loop for its rest.
 *
 * <p>The four methods {@code tile1} to {@code tile4} differ in nothing but the number of vectors: a loop over it, or one
 * method that asks for it, would keep the tile out of the registers.
 */
final class VectorTiles {
    static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

    /** How many numbers a vector has. */
    static final int WIDTH = LANES.length();

    /** The most vectors of a tile: processors of 256 bits have 16 registers, the others 32. */
    static final int MOST = LANES.vectorBitSize() == 256 ? 3 : 4;

    private VectorTiles() {}

    static void tile4(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            int d1,
            int d2,
            int d3,
            float[] c,
            int cAt,
            int cRow,
            int inner) {
        FloatVector c00 = FloatVector.zero(LANES);
        FloatVector c01 = FloatVector.zero(LANES);
        FloatVector c02 = FloatVector.zero(LANES);
        FloatVector c03 = FloatVector.zero(LANES);
        FloatVector c10 = FloatVector.zero(LANES);
        FloatVector c11 = FloatVector.zero(LANES);
        FloatVector c12 = FloatVector.zero(LANES);
        FloatVector c13 = FloatVector.zero(LANES);
        FloatVector c20 = FloatVector.zero(LANES);
        FloatVector c21 = FloatVector.zero(LANES);
        FloatVector c22 = FloatVector.zero(LANES);
        FloatVector c23 = FloatVector.zero(LANES);
        FloatVector c30 = FloatVector.zero(LANES);
        FloatVector c31 = FloatVector.zero(LANES);
        FloatVector c32 = FloatVector.zero(LANES);
        FloatVector c33 = FloatVector.zero(LANES);
        int a1 = aAt + aRow;
        int a2 = aAt + 2 * aRow;
        int a3 = aAt + 3 * aRow;
        for (int k = 0; k < inner; k++) {
            int at = bAt + k * bRow;
            FloatVector b0 = FloatVector.fromArray(LANES, b, at);
            FloatVector b1 = FloatVector.fromArray(LANES, b, at + d1);
            FloatVector b2 = FloatVector.fromArray(LANES, b, at + d2);
            FloatVector b3 = FloatVector.fromArray(LANES, b, at + d3);
            FloatVector x0 = FloatVector.broadcast(LANES, a[aAt + k * aColumn]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
            c03 = x0.fma(b3, c03);
            FloatVector x1 = FloatVector.broadcast(LANES, a[a1 + k * aColumn]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            c12 = x1.fma(b2, c12);
            c13 = x1.fma(b3, c13);
            FloatVector x2 = FloatVector.broadcast(LANES, a[a2 + k * aColumn]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            c22 = x2.fma(b2, c22);
            c23 = x2.fma(b3, c23);
            FloatVector x3 = FloatVector.broadcast(LANES, a[a3 + k * aColumn]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            c32 = x3.fma(b2, c32);
            c33 = x3.fma(b3, c33);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + d1);
        c02.intoArray(c, cAt + d2);
        c03.intoArray(c, cAt + d3);
        c10.intoArray(c, cAt + cRow);
        c11.intoArray(c, cAt + cRow + d1);
        c12.intoArray(c, cAt + cRow + d2);
        c13.intoArray(c, cAt + cRow + d3);
        c20.intoArray(c, cAt + 2 * cRow);
        c21.intoArray(c, cAt + 2 * cRow + d1);
        c22.intoArray(c, cAt + 2 * cRow + d2);
        c23.intoArray(c, cAt + 2 * cRow + d3);
        c30.intoArray(c, cAt + 3 * cRow);
        c31.intoArray(c, cAt + 3 * cRow + d1);
        c32.intoArray(c, cAt + 3 * cRow + d2);
        c33.intoArray(c, cAt + 3 * cRow + d3);
    }

    static void tile3(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            int d1,
            int d2,
            float[] c,
            int cAt,
            int cRow,
            int inner) {
        FloatVector c00 = FloatVector.zero(LANES);
        FloatVector c01 = FloatVector.zero(LANES);
        FloatVector c02 = FloatVector.zero(LANES);
        FloatVector c10 = FloatVector.zero(LANES);
        FloatVector c11 = FloatVector.zero(LANES);
        FloatVector c12 = FloatVector.zero(LANES);
        FloatVector c20 = FloatVector.zero(LANES);
        FloatVector c21 = FloatVector.zero(LANES);
        FloatVector c22 = FloatVector.zero(LANES);
        FloatVector c30 = FloatVector.zero(LANES);
        FloatVector c31 = FloatVector.zero(LANES);
        FloatVector c32 = FloatVector.zero(LANES);
        int a1 = aAt + aRow;
        int a2 = aAt + 2 * aRow;
        int a3 = aAt + 3 * aRow;
        for (int k = 0; k < inner; k++) {
            int at = bAt + k * bRow;
            FloatVector b0 = FloatVector.fromArray(LANES, b, at);
            FloatVector b1 = FloatVector.fromArray(LANES, b, at + d1);
            FloatVector b2 = FloatVector.fromArray(LANES, b, at + d2);
            FloatVector x0 = FloatVector.broadcast(LANES, a[aAt + k * aColumn]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
            FloatVector x1 = FloatVector.broadcast(LANES, a[a1 + k * aColumn]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            c12 = x1.fma(b2, c12);
            FloatVector x2 = FloatVector.broadcast(LANES, a[a2 + k * aColumn]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            c22 = x2.fma(b2, c22);
            FloatVector x3 = FloatVector.broadcast(LANES, a[a3 + k * aColumn]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            c32 = x3.fma(b2, c32);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + d1);
        c02.intoArray(c, cAt + d2);
        c10.intoArray(c, cAt + cRow);
        c11.intoArray(c, cAt + cRow + d1);
        c12.intoArray(c, cAt + cRow + d2);
        c20.intoArray(c, cAt + 2 * cRow);
        c21.intoArray(c, cAt + 2 * cRow + d1);
        c22.intoArray(c, cAt + 2 * cRow + d2);
        c30.intoArray(c, cAt + 3 * cRow);
        c31.intoArray(c, cAt + 3 * cRow + d1);
        c32.intoArray(c, cAt + 3 * cRow + d2);
    }

    static void tile2(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            int d1,
            float[] c,
            int cAt,
            int cRow,
            int inner) {
        FloatVector c00 = FloatVector.zero(LANES);
        FloatVector c01 = FloatVector.zero(LANES);
        FloatVector c10 = FloatVector.zero(LANES);
        FloatVector c11 = FloatVector.zero(LANES);
        FloatVector c20 = FloatVector.zero(LANES);
        FloatVector c21 = FloatVector.zero(LANES);
        FloatVector c30 = FloatVector.zero(LANES);
        FloatVector c31 = FloatVector.zero(LANES);
        int a1 = aAt + aRow;
        int a2 = aAt + 2 * aRow;
        int a3 = aAt + 3 * aRow;
        for (int k = 0; k < inner; k++) {
            int at = bAt + k * bRow;
            FloatVector b0 = FloatVector.fromArray(LANES, b, at);
            FloatVector b1 = FloatVector.fromArray(LANES, b, at + d1);
            FloatVector x0 = FloatVector.broadcast(LANES, a[aAt + k * aColumn]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            FloatVector x1 = FloatVector.broadcast(LANES, a[a1 + k * aColumn]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            FloatVector x2 = FloatVector.broadcast(LANES, a[a2 + k * aColumn]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            FloatVector x3 = FloatVector.broadcast(LANES, a[a3 + k * aColumn]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + d1);
        c10.intoArray(c, cAt + cRow);
        c11.intoArray(c, cAt + cRow + d1);
        c20.intoArray(c, cAt + 2 * cRow);
        c21.intoArray(c, cAt + 2 * cRow + d1);
        c30.intoArray(c, cAt + 3 * cRow);
        c31.intoArray(c, cAt + 3 * cRow + d1);
    }

    static void tile1(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow,
            int inner) {
        FloatVector c00 = FloatVector.zero(LANES);
        FloatVector c10 = FloatVector.zero(LANES);
        FloatVector c20 = FloatVector.zero(LANES);
        FloatVector c30 = FloatVector.zero(LANES);
        int a1 = aAt + aRow;
        int a2 = aAt + 2 * aRow;
        int a3 = aAt + 3 * aRow;
        for (int k = 0; k < inner; k++) {
            int at = bAt + k * bRow;
            FloatVector b0 = FloatVector.fromArray(LANES, b, at);
            FloatVector x0 = FloatVector.broadcast(LANES, a[aAt + k * aColumn]);
            c00 = x0.fma(b0, c00);
            FloatVector x1 = FloatVector.broadcast(LANES, a[a1 + k * aColumn]);
            c10 = x1.fma(b0, c10);
            FloatVector x2 = FloatVector.broadcast(LANES, a[a2 + k * aColumn]);
            c20 = x2.fma(b0, c20);
            FloatVector x3 = FloatVector.broadcast(LANES, a[a3 + k * aColumn]);
            c30 = x3.fma(b0, c30);
        }
        c00.intoArray(c, cAt);
        c10.intoArray(c, cAt + cRow);
        c20.intoArray(c, cAt + 2 * cRow);
        c30.intoArray(c, cAt + 3 * cRow);
    }
}
