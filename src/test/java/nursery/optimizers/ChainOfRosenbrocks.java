package nursery.optimizers;

import java.util.Arrays;

/** Σ 100 (x[i+1] - x[i]²)² + (1 - x[i])²; lowest, with 0, where all numbers are 1. */
final class ChainOfRosenbrocks implements Objective {
    private final double[] x;
    int evaluations;

    ChainOfRosenbrocks(double[] start) {
        x = start.clone();
    }

    @Override
    public int size() {
        return x.length;
    }

    @Override
    public void position(double[] to) {
        System.arraycopy(x, 0, to, 0, x.length);
    }

    @Override
    public void moveTo(double[] to) {
        System.arraycopy(to, 0, x, 0, x.length);
    }

    double[] position() {
        return x.clone();
    }

    @Override
    public double evaluate(double[] gradient) {
        evaluations++;
        Arrays.fill(gradient, 0);
        double cost = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double steep = x[i + 1] - x[i] * x[i];
            double slow = 1 - x[i];
            cost += 100 * steep * steep + slow * slow;
            gradient[i] += -400 * steep * x[i] - 2 * slow;
            gradient[i + 1] += 200 * steep;
        }
        return cost;
    }
}
