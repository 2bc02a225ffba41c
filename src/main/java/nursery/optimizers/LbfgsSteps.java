package nursery.optimizers;

/** The steps of one training with {@link Lbfgs}: positions, gradients and what was learned of the curvature. */
final class LbfgsSteps implements WholeOptimizer.Steps, StrongWolfe.Line {
    private static final double FLAT = 1e-7; // largest gradient of a minimum
    private static final double LEVEL = 1e-9; // least slope worth following
    private static final double CURVED = 1e-10; // least s·y to learn from

    private final Objective objective;
    private final StrongWolfe search = new StrongWolfe(this);
    private final double[][] s; // changes of position, in a ring
    private final double[][] y; // and of the gradient
    private final double[] curvature; // 1 / s·y
    private final double[] share;
    private int known;
    private int newest;
    private double scale = 1;

    private final double[] x;
    private final double[] g;
    private final double[] d;
    private final double[] trial;
    private final double[] trialGradient;
    private final double[] lastX;
    private final double[] lastG;
    private boolean moved;

    LbfgsSteps(int memory, Objective objective) {
        this.objective = objective;
        int n = objective.size();
        s = new double[memory][n];
        y = new double[memory][n];
        curvature = new double[memory];
        share = new double[memory];
        x = new double[n];
        g = new double[n];
        d = new double[n];
        trial = new double[n];
        trialGradient = new double[n];
        lastX = new double[n];
        lastG = new double[n];
    }

    @Override
    public void step(double rate, long step) {
        objective.position(x);
        double cost = objective.evaluate(g);
        if (largest(g) <= FLAT) {
            return;
        }
        if (moved) {
            learn();
            moved = false;
        }
        aim();
        if (dot(g, d) > -LEVEL) { // batches that differ can lead it astray: start again
            known = 0;
            scale = 1;
            aim();
        }
        double slope = dot(g, d);
        if (slope > -LEVEL || rate == 0) {
            return;
        }
        double first = known == 0 ? rate * Math.min(1, 1 / sumAbs(g)) : rate;
        System.arraycopy(x, 0, lastX, 0, x.length);
        System.arraycopy(g, 0, lastG, 0, g.length);
        double length = search.find(cost, slope, first, largest(d));
        place(length);
        moved = length != 0;
        known = moved ? known : 0;
    }

    /** Keeps the last change in place of the oldest. */
    private void learn() {
        int next = (newest + 1) % s.length;
        for (int i = 0; i < x.length; i++) {
            s[next][i] = x[i] - lastX[i];
            y[next][i] = g[i] - lastG[i];
        }
        double product = dot(s[next], y[next]);
        if (product > CURVED) {
            newest = next;
            known = Math.min(known + 1, s.length);
            curvature[newest] = 1 / product;
            scale = product / dot(y[newest], y[newest]);
        }
    }

    /** d = -H g by the two loops over the memory. */
    private void aim() {
        for (int i = 0; i < d.length; i++) {
            d[i] = -g[i];
        }
        for (int k = 0; k < known; k++) {
            int i = (newest - k + s.length) % s.length;
            share[i] = curvature[i] * dot(s[i], d);
            add(d, -share[i], y[i]);
        }
        for (int i = 0; i < d.length; i++) {
            d[i] *= scale;
        }
        for (int k = known - 1; k >= 0; k--) {
            int i = (newest - k + s.length) % s.length;
            add(d, share[i] - curvature[i] * dot(y[i], d), s[i]);
        }
    }

    @Override
    public double cost(double t) {
        place(t);
        return objective.evaluate(trialGradient);
    }

    @Override
    public double slope() {
        return dot(trialGradient, d);
    }

    private void place(double t) {
        for (int i = 0; i < x.length; i++) {
            trial[i] = x[i] + t * d[i];
        }
        objective.moveTo(trial);
    }

    private static void add(double[] a, double factor, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += factor * b[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double sumAbs(double[] a) {
        double sum = 0;
        for (double v : a) {
            sum += Math.abs(v);
        }
        return sum;
    }

    private static double largest(double[] a) {
        double largest = 0;
        for (double v : a) {
            largest = Math.max(largest, Math.abs(v));
        }
        return largest;
    }
}
