package nursery.augment;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import nursery.tensor.Shape;

/** A rectangle of an image, at a random place. */
final class Patch {
    private final int channels;
    private final int height;
    private final int width;
    private int top;
    private int bottom;
    private int left;
    private int right;

    Patch(Shape image) {
        channels = image.dim(0);
        height = image.dim(1);
        width = image.dim(2);
    }

    /** Puts its center anywhere in the image, and leaves out what lies outside. */
    void draw(int high, int wide, RandomGenerator random) {
        int y = random.nextInt(height) - high / 2;
        int x = random.nextInt(width) - wide / 2;
        top = Math.max(y, 0);
        bottom = Math.min(y + high, height);
        left = Math.max(x, 0);
        right = Math.min(x + wide, width);
    }

    /** How many pixels it covers. */
    int area() {
        return (bottom - top) * (right - left);
    }

    /** Sets its pixels of a row to 0. */
    void clear(float[] pixels, int row) {
        for (int c = 0; c < channels; c++) {
            for (int i = top; i < bottom; i++) {
                Arrays.fill(pixels, line(row, c, i) + left, line(row, c, i) + right, 0);
            }
        }
    }

    /** Copies its pixels from one row to another. */
    void copy(float[] from, int source, float[] to, int row) {
        for (int c = 0; c < channels; c++) {
            for (int i = top; i < bottom; i++) {
                System.arraycopy(from, line(source, c, i) + left, to, line(row, c, i) + left, right - left);
            }
        }
    }

    private int line(int row, int channel, int i) {
        return ((row * channels + channel) * height + i) * width;
    }
}
