package nursery.tensor;

/** {@link ShiftedSums} with the Vector API as soon as that is compiled, with plain loops until then; the same bits. */
final class WarmShiftedSums implements ShiftedSums {
    private final ShiftedSums fast = VectorShiftedSums.preferred();
    private final ShiftedSums plain = new PlainShiftedSums(fast.sums(), fast.width());

    @Override
    public int sums() {
        return fast.sums();
    }

    @Override
    public int width() {
        return fast.width();
    }

    @Override
    public void add(
            float[] w,
            int wAt,
            float[] x,
            int xAt,
            int[] offsets,
            int n,
            float[] out,
            int outAt,
            int outStride,
            int length) {
        (VectorWarmUp.sums() ? fast : plain).add(w, wAt, x, xAt, offsets, n, out, outAt, outStride, length);
    }
}
