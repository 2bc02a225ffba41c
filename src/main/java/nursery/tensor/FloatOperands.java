package nursery.tensor;

/**
 * Operands as arrays that start at index 0. The JIT compiler only vectorizes a loop in which every array is read and
 * written at the same index, so a view with an offset and an operand that is repeated are staged in scratch memory.
 */
interface FloatOperands {

    /** Memory for staged operands. */
    Scratch scratch();

    /** The numbers of {@code t}, repeated to {@code size}, from index 0 on. */
    default float[] read(Tensor t, int size, int place) {
        int n = t.size();
        if (t.offset == 0 && n == size) {
            return t.floats;
        }
        float[] staged = scratch().floats(place, size);
        for (int i = 0; i < size; i += n) {
            System.arraycopy(t.floats, t.offset, staged, i, n);
        }
        return staged;
    }

    /** An array to write {@code t} to, from index 0 on; {@link #written} ends it. */
    default float[] write(Tensor t, int place) {
        return t.offset == 0 ? t.floats : scratch().floats(place, t.size());
    }

    /** Brings what was written to {@code values} to its place. */
    default void written(float[] values, Tensor t) {
        if (values != t.floats) {
            System.arraycopy(values, 0, t.floats, t.offset, t.size());
        }
    }
}
