package nursery.augment;

import nursery.tensor.Shape;

/** One sentence for an argument that cannot be right. */
final class Arguments {
    private Arguments() {}

    /** A number from {@code least} to {@code most}. */
    static void require(String of, String name, double value, double least, double most, double usual) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(of + ": expected " + name + " from " + number(least) + " to "
                    + number(most) + ", received " + number(value) + "; " + number(usual) + " is usual");
        }
    }

    /** Factors of at least 0.1 and at most 10, the smaller one first. */
    static void requireFactors(String of, double least, double most) {
        if (!(least >= 0.1 && least <= most && most <= 10)) {
            throw new IllegalArgumentException(
                    of + ": expected factors from 0.1 to 10, the smaller one first, received " + least + " and " + most
                            + "; 0.8 and 1.2 are usual");
        }
    }

    /** Rows of [channels, height, width]. */
    static void requireImages(Augmentation of, Shape row) {
        if (row.rank() != 3) {
            throw new IllegalArgumentException(of + ": expected images [channels, height, width], received rows of "
                    + row + "; noise(std) and mixup(alpha) change any rows");
        }
    }

    /** A size in pixels within the shorter side of an image. */
    static void requireWithin(Augmentation of, String name, double pixels, double most, Shape row) {
        requireImages(of, row);
        if (pixels > most) {
            throw new IllegalArgumentException(of + ": expected " + name + " of at most " + number(most)
                    + " for images of " + row.dim(1) + " x " + row.dim(2) + ", received " + number(pixels)
                    + "; choose a smaller one");
        }
    }

    static int shorterSide(Shape row) {
        return row.rank() == 3 ? Math.min(row.dim(1), row.dim(2)) : 0;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
