package nursery.augment;

import nursery.tensor.Shape;

/**
 * Where each pixel of a result comes from in its image: an affine map, then a lens, both around the center; x counts
 * columns to the right, y rows downwards. Between pixels it interpolates linearly, and around the image everything is 0.
 */
final class Warp {
    private double xx;
    private double xy;
    private double x0;
    private double yx;
    private double yy;
    private double y0;
    private double bend;

    Warp() {
        reset();
    }

    /** Every pixel stays where it is. */
    void reset() {
        xx = 1;
        xy = 0;
        x0 = 0;
        yx = 0;
        yy = 1;
        y0 = 0;
        bend = 0;
    }

    // each multiplies the map by the inverse of the move, from the right

    /** Moves the picture by so many pixels. */
    void translate(double right, double down) {
        x0 -= xx * right + xy * down;
        y0 -= yx * right + yy * down;
    }

    /** Makes the picture so many times as wide and as high; -1 mirrors it. */
    void scale(double wide, double high) {
        xx /= wide;
        yx /= wide;
        xy /= high;
        yy /= high;
    }

    /** Turns the picture clockwise. */
    void rotate(double radians) {
        double cos = Math.cos(radians); // StrictMath may allocate
        double sin = Math.sin(radians);
        double oldXx = xx;
        double oldYx = yx;
        xx = oldXx * cos - xy * sin;
        xy = oldXx * sin + xy * cos;
        yx = oldYx * cos - yy * sin;
        yy = oldYx * sin + yy * cos;
    }

    /** Moves each line to the right by {@code slope} times its distance below the center. */
    void shear(double slope) {
        xy -= slope * xx;
        yy -= slope * yx;
    }

    /** Takes pixels from (1 + strength r²) times as far from the center; r is 1 in the corners. */
    void lens(double strength) {
        bend = strength;
    }

    /** Fills the image at {@code start} of {@code to} from the image at {@code start} of {@code from}. */
    void sample(float[] from, float[] to, int start, Shape image) {
        int channels = image.dim(0);
        int height = image.dim(1);
        int width = image.dim(2);
        int plane = height * width;
        double centerX = 0.5 * (width - 1);
        double centerY = 0.5 * (height - 1);
        double curve = bend / Math.max(centerX * centerX + centerY * centerY, 1);
        for (int i = 0; i < height; i++) {
            double y = i - centerY;
            for (int j = 0; j < width; j++) {
                double x = j - centerX;
                double u = xx * x + xy * y + x0;
                double v = yx * x + yy * y + y0;
                double stretch = 1 + curve * (u * u + v * v);
                u = u * stretch + centerX;
                v = v * stretch + centerY;
                int at = start + i * width + j;
                if (u > -1 && v > -1 && u < width && v < height) {
                    int left = (int) (u + 1) - 1;
                    int top = (int) (v + 1) - 1;
                    float right = (float) (u - left);
                    float down = (float) (v - top);
                    // weights of the four pixels around (u, v), 0 where there is none
                    float a = top < 0 || left < 0 ? 0 : (1 - down) * (1 - right);
                    float b = top < 0 || left + 1 >= width ? 0 : (1 - down) * right;
                    float c = top + 1 >= height || left < 0 ? 0 : down * (1 - right);
                    float d = top + 1 >= height || left + 1 >= width ? 0 : down * right;
                    int upper = start + Math.max(top, 0) * width;
                    int lower = start + Math.min(top + 1, height - 1) * width;
                    int west = Math.max(left, 0);
                    int east = Math.min(left + 1, width - 1);
                    for (int k = 0; k < channels * plane; k += plane) {
                        to[at + k] = a * from[upper + west + k]
                                + b * from[upper + east + k]
                                + c * from[lower + west + k]
                                + d * from[lower + east + k];
                    }
                } else {
                    for (int k = 0; k < channels * plane; k += plane) {
                        to[at + k] = 0;
                    }
                }
            }
        }
    }
}
