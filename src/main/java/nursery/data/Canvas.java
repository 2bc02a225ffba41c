package nursery.data;

/** A square grey picture, 0 to 1, that a round pen draws on. */
final class Canvas {
    private final int side;
    private final float[] pixels;
    private final int start;

    /** The {@code side * side} numbers of {@code pixels} from {@code start} on, row by row. */
    Canvas(int side, float[] pixels, int start) {
        this.side = side;
        this.pixels = pixels;
        this.start = start;
    }

    /**
     * Draws a line from (x0, y0) to (x1, y1), in pixels. A pixel is as dark as the pen covers it; where lines cross, the
     * darker one counts.
     *
     * @param radius half the width of the pen
     * @param ink how dark the pen is, 0 to 1
     */
    void line(double x0, double y0, double x1, double y1, double radius, double ink) {
        double reach = radius + 0.5;
        double dx = x1 - x0;
        double dy = y1 - y0;
        double lengthSquared = dx * dx + dy * dy;
        int bottom = inside(Math.ceil(Math.max(y0, y1) + reach));
        int right = inside(Math.ceil(Math.max(x0, x1) + reach));
        for (int y = inside(Math.floor(Math.min(y0, y1) - reach)); y <= bottom; y++) {
            for (int x = inside(Math.floor(Math.min(x0, x1) - reach)); x <= right; x++) {
                double along = lengthSquared == 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / lengthSquared;
                double t = Math.max(0, Math.min(1, along));
                double ex = x - x0 - t * dx;
                double ey = y - y0 - t * dy;
                double covered = Math.max(0, Math.min(1, reach - Math.sqrt(ex * ex + ey * ey)));
                int at = start + y * side + x;
                pixels[at] = Math.max(pixels[at], (float) (ink * covered));
            }
        }
    }

    private int inside(double place) {
        return (int) Math.max(0, Math.min(side - 1, place));
    }

    /** Makes one pixel lighter or darker, within 0 to 1. */
    void add(int pixel, double ink) {
        pixels[start + pixel] = (float) Math.max(0, Math.min(1, pixels[start + pixel] + ink));
    }
}
