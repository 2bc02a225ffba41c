package nursery.optimizers;

/** One sentence for a number that cannot be right. */
final class Hyperparameters {
    private Hyperparameters() {}

    /** A share of what was: at least 0 and below 1. */
    static void requireDecay(String of, String name, double value, double usual) {
        require(of, name, value, value >= 0 && value < 1, "of at least 0 and below 1", usual);
    }

    static void requirePositive(String of, String name, double value, double usual) {
        require(of, name, value, value > 0 && value < Double.POSITIVE_INFINITY, "above 0", usual);
    }

    static void requireNotNegative(String of, String name, double value, double usual) {
        require(of, name, value, value >= 0 && value < Double.POSITIVE_INFINITY, "of at least 0", usual);
    }

    static void require(String of, String name, double value, boolean fine, String expected, double usual) {
        if (!fine) {
            throw new IllegalArgumentException(
                    of + ": expected " + name + " " + expected + ", received " + value + "; " + usual + " is usual");
        }
    }
}
