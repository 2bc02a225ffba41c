package nursery.diagnosis;

import java.util.function.DoubleSupplier;
import nursery.tensor.Tensor;

/**
 * Centered differences (f(w + h) - f(w - h)) / 2h of a loss along single numbers of a tensor, h = 1e-5, with a detector
 * of kinks.
 *
 * <p>Across a kink, such as that of ReLU at 0, a difference is no derivative. With a tenth of h the gap between the two
 * one-sided differences shrinks to a tenth where the function is smooth, and stays where there is a kink; and an error
 * that goes away with the smaller h was one of the difference, not of the gradient.
 *
 * @param f the loss
 * @param center its value at the point
 */
record Differences(DoubleSupplier f, double center) {
    private static final double H = 1e-5;
    private static final double CLOSE = 1e-7; // errors below need no second look
    private static final double ROUNDING = 1e-13; // of the loss, generously
    private static final double RESOLUTION = 1e-3; // of the loss: smaller gradients drown in rounding

    /** An analytic gradient beside its centered difference. */
    record Comparison(int index, double analytic, double numeric, double error, boolean kink) {}

    /** Compares the gradient of the {@code i}-th number of {@code w}. */
    Comparison compare(Tensor w, int i, double analytic) {
        double[] wide = around(w, i, H);
        double numeric = (wide[1] - wide[0]) / (2 * H);
        double error = error(analytic, numeric);
        return new Comparison(i, analytic, numeric, error, error > CLOSE && kink(w, i, analytic, wide, error));
    }

    private boolean kink(Tensor w, int i, double analytic, double[] wide, double error) {
        double[] narrow = around(w, i, H / 10);
        double gap = Math.abs(wide[1] - 2 * center + wide[0]) / H;
        double narrowGap = Math.abs(narrow[1] - 2 * center + narrow[0]) / (H / 10);
        double narrowError = error(analytic, (narrow[1] - narrow[0]) / (2 * H / 10));
        boolean visible = gap > ROUNDING * Math.abs(center) / (H / 10);
        return visible && (narrowGap > 0.3 * gap || narrowError < error / 20);
    }

    private double[] around(Tensor w, int i, double h) {
        double here = w.get(i);
        w.set(i, here - h);
        double below = f.getAsDouble();
        w.set(i, here + h);
        double above = f.getAsDouble();
        w.set(i, here);
        return new double[] {below, above};
    }

    /** |a - n| / max(|a|, |n|), with a floor at a thousandth of the loss. */
    private double error(double a, double n) {
        double floor = RESOLUTION * Math.abs(center) + 1e-9;
        double error = Math.abs(a - n) / Math.max(floor, Math.max(Math.abs(a), Math.abs(n)));
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }
}
