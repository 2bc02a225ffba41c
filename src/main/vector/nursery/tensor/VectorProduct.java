package nursery.tensor;

import static nursery.tensor.VectorTiles.MOST;
import static nursery.tensor.VectorTiles.WIDTH;

/**
 * Matrix products on the tiles of {@link VectorTiles}. The result is cut into panels of a few vectors, each panel into
 * tiles of four rows; the last tile of a panel and the last vector of a row overlap the ones before them.
 *
 * <p>b is read where it is when its rows are contiguous and near one another. Else each panel of it is copied first, so
 * that the tiles stream through memory: where b is transposed, or its rows are so long that a panel of it would touch
 * too many pages and sets of the cache.
 */
final class VectorProduct implements Product.Engine {
    private static final int ROWS = 4;
    private static final int NEAR = 128; // numbers in a row of b that may stay where it is
    private static final int PITCH = MOST * WIDTH; // numbers from a row of a copied panel to the next

    private final Scratch scratch = new Scratch(2);
    private final VectorStream stream = new VectorStream();

    @Override
    public void run(Product p, int top, int bottom, int left, int right) {
        int vectors = (right - left + WIDTH - 1) / WIDTH;
        int panels = (vectors + MOST - 1) / MOST;
        if (panels == 0 || VectorWarmUp.over(vectors / panels)) {
            multiply(p, top, bottom, left, right);
        } else {
            new PlainProduct().run(p, top, bottom, left, right);
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
            int low = bottom - (bottom - top) % ROWS;
            int end = right - (right - left) % (4 * WIDTH);
            stream.run(p, top, low, left, end);
            rest(p, top, low, end, right);
            rest(p, low, bottom, left, right);
        } else {
            wide(p, top, bottom, left, right);
        }
        if (p.bias != null) {
            for (int i = top; i < bottom; i++) {
                VectorLoops.add(p.out, p.outAt + i * p.n + left, p.bias, p.biasAt + left, right - left);
            }
        }
    }

    private void rest(Product p, int top, int bottom, int left, int right) {
        if (top < bottom && left < right) {
            wide(p, top, bottom, Math.min(left, right - WIDTH), right);
        }
    }

    private void wide(Product p, int top, int bottom, int left, int right) {
        int vectors = (right - left + WIDTH - 1) / WIDTH;
        int panels = (vectors + MOST - 1) / MOST;
        boolean copy = p.bColumn != 1 || (p.bRow > NEAR && bottom - top > 4 * ROWS);
        for (int i = 0; i < panels; i++) {
            int first = vectors * i / panels;
            int count = vectors * (i + 1) / panels - first;
            // a panel of a single short vector moves left, over its neighbor
            int from = Math.min(left + first * WIDTH, right - WIDTH);
            int last = Math.min(count * WIDTH, right - from) - WIDTH;
            if (copy) {
                copyPanel(p, from, last + WIDTH);
                panel(p, top, bottom, scratch.floats(0, 0), 0, PITCH, count, last, p.out, p.outAt + from, p.n);
            } else {
                panel(p, top, bottom, p.b, p.bAt + from, p.bRow, count, last, p.out, p.outAt + from, p.n);
            }
        }
    }

    /** Fewer columns than a vector has: a panel with room to spare, and its result through scratch memory. */
    private void narrow(Product p, int top, int bottom, int left, int right) {
        float[] tile = scratch.floats(1, bottom * WIDTH);
        copyPanel(p, left, right - left);
        panel(p, top, bottom, scratch.floats(0, 0), 0, PITCH, 1, 0, tile, 0, WIDTH);
        for (int i = top; i < bottom; i++) {
            System.arraycopy(tile, i * WIDTH, p.out, p.outAt + i * p.n + left, right - left);
        }
    }

    /** The tiles of a panel of {@code count} vectors, the last of which starts at column {@code last} of it. */
    private static void panel(
            Product p,
            int top,
            int bottom,
            float[] b,
            int bAt,
            int bRow,
            int count,
            int last,
            float[] c,
            int cAt,
            int cRow) {
        int d1 = Math.min(WIDTH, last);
        int d2 = Math.min(2 * WIDTH, last);
        int d3 = last;
        // fewer rows than a tile has: each alone, as all four rows of a tile
        boolean few = bottom - top < ROWS;
        int aStep = few ? 0 : p.aRow;
        int cStep = few ? 0 : cRow;
        for (int i = top; i < bottom; i += few ? 1 : ROWS) {
            int row = few ? i : Math.min(i, bottom - ROWS);
            int aAt = p.aAt + row * p.aRow;
            int at = cAt + row * cRow;
            switch (count) {
                case 4 -> VectorTiles.tile4(p.a, aAt, aStep, p.aColumn, b, bAt, bRow, d1, d2, d3, c, at, cStep, p.k);
                case 3 -> VectorTiles.tile3(p.a, aAt, aStep, p.aColumn, b, bAt, bRow, d1, d2, c, at, cStep, p.k);
                case 2 -> VectorTiles.tile2(p.a, aAt, aStep, p.aColumn, b, bAt, bRow, d1, c, at, cStep, p.k);
                default -> VectorTiles.tile1(p.a, aAt, aStep, p.aColumn, b, bAt, bRow, c, at, cStep, p.k);
            }
        }
    }

    /** Copies {@code width} columns of b, from {@code from} on, to rows of PITCH numbers. */
    private void copyPanel(Product p, int from, int width) {
        float[] panel = scratch.floats(0, p.k * PITCH);
        if (p.bColumn == 1) {
            for (int k = 0; k < p.k; k++) {
                System.arraycopy(p.b, p.bAt + k * p.bRow + from, panel, k * PITCH, width);
            }
            return;
        }
        int j = 0;
        for (; j + 8 <= width; j += 8) {
            transposeEight(p.b, p.bAt + (from + j) * p.bColumn, p.bColumn, p.bRow, panel, j, p.k);
        }
        for (; j < width; j++) {
            for (int k = 0; k < p.k; k++) {
                panel[k * PITCH + j] = p.b[p.bAt + (from + j) * p.bColumn + k * p.bRow];
            }
        }
    }

    /** Eight columns of b become eight numbers side by side in each row of the panel. */
    private static void transposeEight(float[] b, int at, int column, int row, float[] panel, int to, int inner) {
        for (int k = 0; k < inner; k++) {
            int from = at + k * row;
            int i = to + k * PITCH;
            panel[i] = b[from];
            panel[i + 1] = b[from + column];
            panel[i + 2] = b[from + 2 * column];
            panel[i + 3] = b[from + 3 * column];
            panel[i + 4] = b[from + 4 * column];
            panel[i + 5] = b[from + 5 * column];
            panel[i + 6] = b[from + 6 * column];
            panel[i + 7] = b[from + 7 * column];
        }
    }
}
