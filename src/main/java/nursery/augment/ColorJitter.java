package nursery.augment;

import nursery.tensor.RandomStream;
import nursery.tensor.Shape;

/**
 * Changes contrast and brightness of an image at random: x becomes m + c (x - m) + b, with the mean m of the image, c
 * drawn from 1 - contrast to 1 + contrast, and b from -brightness to brightness. Nothing is clipped.
 *
 * @param brightness the largest change in the unit of the data, at least 0; 0.2 is usual for pixels from 0 to 1
 * @param contrast the largest change of the factor, from 0 to 1; 0.2 is usual
 */
public record ColorJitter(double brightness, double contrast) implements Augmentation {

    /** Checks the arguments. */
    public ColorJitter {
        Arguments.require("colorJitter(brightness, contrast)", "a brightness", brightness, 0, 1e6, 0.2);
        Arguments.require("colorJitter(brightness, contrast)", "a contrast", contrast, 0, 1, 0.2);
    }

    @Override
    public void check(Shape row) {
        Arguments.requireImages(this, row);
    }

    @Override
    public void apply(Batch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            RandomStream random = batch.random(row);
            double b = brightness * (2 * random.nextDouble() - 1);
            double c = 1 + contrast * (2 * random.nextDouble() - 1);
            change(
                    batch.pixels(),
                    row * batch.rowShape().size(),
                    batch.rowShape().size(),
                    b,
                    c);
        }
    }

    private static void change(float[] pixels, int start, int n, double b, double c) {
        double sum = 0;
        for (int i = start; i < start + n; i++) {
            sum += pixels[i];
        }
        float factor = (float) c;
        float shift = (float) (b + (1 - c) * sum / n);
        for (int i = start; i < start + n; i++) {
            pixels[i] = factor * pixels[i] + shift;
        }
    }

    @Override
    public String toString() {
        return "colorJitter(" + brightness + ", " + contrast + ")";
    }
}
