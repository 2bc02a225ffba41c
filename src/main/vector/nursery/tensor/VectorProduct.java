package nursery.tensor;

import static nursery.tensor.VectorPanels.PITCH;
import static nursery.tensor.VectorPanels.ROWS;
import static nursery.tensor.VectorTiles.MOST;
import static nursery.tensor.VectorTiles.WIDTH;

/**
 * Matrix products on the tiles of {@link VectorTiles}. The result is cut into panels of a few vectors, each panel into
 * tiles of four rows; the last tile of a panel and the last vector of a row overlap the ones before them. Rows times a
 * large b go to {@link VectorStream}, the last columns of a product with a transposed a to {@link VectorTails}.
 *
 * <p>b is read where it is when its rows are contiguous and near one another. Else each panel of it is copied first, so
 * that the tiles stream through memory: where b is transposed, or its rows are so long that a panel of it would touch
 * too many pages and sets of the cache.
 */
final class VectorProduct implements Product.Engine {
    private static final int NEAR = 64; // numbers in a row of b that may stay where it is
    private static final int BLOCK = 1 << 10; // rows of a narrow result at a time
    private static final int LARGEST_PANEL = 1 << 24; // numbers of scratch memory

    private final Scratch scratch = new Scratch(2);
    private final VectorStream stream = new VectorStream();
    private final PlainProduct plain = new PlainProduct();
    private final VectorTails tails = new VectorTails();

    @Override
    public void run(Product p, int top, int bottom, int left, int right) {
        int vectors = (right - left + WIDTH - 1) / WIDTH;
        int panels = (vectors + MOST - 1) / MOST;
        boolean fits = (long) p.k * PITCH <= LARGEST_PANEL;
        if (panels == 0 || (fits && VectorWarmUp.over(vectors / panels))) {
            multiply(p, top, bottom, left, right);
        } else {
            plain.run(p, top, bottom, left, right);
        }
    }

    /** {@link #run} on the tiles, compiled or not. */
    void multiply(Product p, int top, int bottom, int left, int right) {
        if (top == bottom || left == right) {
            return;
        }
        if (right - left < WIDTH) {
            narrow(p, top, bottom, left, right);
        } else if (VectorStream.fits(p, top, bottom, left, right)) {
            int end = right - (right - left) % VectorStream.COLUMNS;
            stream.run(p, top, bottom, left, end);
            if (end < right) {
                wide(p, top, bottom, Math.min(end, right - WIDTH), right);
            }
        } else {
            int end = right - VectorTails.columns(p, top, bottom, left, right);
            wide(p, top, bottom, left, end);
            tails.run(p, top, bottom, end, right);
        }
        if (p.bias != null) {
            for (int i = top; i < bottom; i++) {
                VectorLoops.add(p.out, p.outAt + i * p.n + left, p.bias, p.biasAt + left, right - left);
            }
        }
    }

    private void wide(Product p, int top, int bottom, int left, int right) {
        int rows = bottom - top;
        int a = p.aAt + top * p.aRow;
        boolean copy = p.bColumn != 1 || (p.bRow > NEAR && rows > 4 * ROWS);
        int vectors = (right - left + WIDTH - 1) / WIDTH;
        int panels = (vectors + MOST - 1) / MOST;
        float[] b = copy ? scratch.floats(0, p.k * PITCH) : p.b;
        int bRow = copy ? PITCH : p.bRow;
        for (int i = 0; i < panels; i++) {
            int first = vectors * i / panels;
            int count = vectors * (i + 1) / panels - first;
            // a panel of a single short vector moves left, over its neighbor
            int from = Math.min(left + first * WIDTH, right - WIDTH);
            int last = Math.min(count * WIDTH, right - from) - WIDTH;
            int bAt = p.bAt + from * p.bColumn;
            int c = p.outAt + top * p.n + from;
            if (copy) {
                VectorPanels.copy(p.b, bAt, p.bRow, p.bColumn, b, p.k, last + WIDTH);
                bAt = 0;
            }
            VectorPanels.compute(p.a, a, p.aRow, p.aColumn, p.k, b, bAt, bRow, count, last, p.out, c, p.n, rows);
        }
    }

    /** Fewer columns than a vector has: a panel with room to spare, and its result through scratch memory. */
    private void narrow(Product p, int top, int bottom, int left, int right) {
        float[] panel = scratch.floats(0, p.k * PITCH);
        float[] result = scratch.floats(1, BLOCK * WIDTH);
        VectorPanels.copy(p.b, p.bAt + left * p.bColumn, p.bRow, p.bColumn, panel, p.k, right - left);
        for (int from = top; from < bottom; from += BLOCK) {
            int rows = Math.min(BLOCK, bottom - from);
            int a = p.aAt + from * p.aRow;
            VectorPanels.compute(p.a, a, p.aRow, p.aColumn, p.k, panel, 0, PITCH, 1, 0, result, 0, WIDTH, rows);
            for (int i = 0; i < rows; i++) {
                System.arraycopy(result, i * WIDTH, p.out, p.outAt + (from + i) * p.n + left, right - left);
            }
        }
    }
}
