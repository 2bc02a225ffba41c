package nursery.tensor;

/** Normalization of each row of a batch by its own mean μ and variance σ² over its n numbers. */
public final class LayerNormalization {
    private LayerNormalization() {}

    /** x̂ = (x - μ) / √(σ² + ε). */
    public static Tensor normalize(Tensor x, double epsilon) {
        Tensor normal = x.result(x.shape());
        int n = x.columns();
        for (int row = 0; row < x.rows(); row++) {
            int at = row * n;
            double mean = mean(x, at, n);
            double scale = scale(x, at, n, mean, epsilon);
            for (int j = at; j < at + n; j++) {
                normal.set(j, (x.get(j) - mean) * scale);
            }
        }
        return normal;
    }

    /** dL/dx = (d - mean(d) - x̂ mean(d x̂)) / √(σ² + ε), from d = dL/dx̂. */
    public static Tensor gradient(Tensor d, Tensor x, Tensor normal, double epsilon) {
        Tensor dx = d.result(d.shape());
        int n = x.columns();
        for (int row = 0; row < x.rows(); row++) {
            int at = row * n;
            double scale = scale(x, at, n, mean(x, at, n), epsilon);
            double mean = mean(d, at, n);
            double product = 0;
            for (int j = at; j < at + n; j++) {
                product += d.get(j) * normal.get(j);
            }
            product /= n;
            for (int j = at; j < at + n; j++) {
                dx.set(j, (d.get(j) - mean - normal.get(j) * product) * scale);
            }
        }
        return dx;
    }

    private static double mean(Tensor x, int at, int n) {
        double sum = 0;
        for (int j = at; j < at + n; j++) {
            sum += x.get(j);
        }
        return sum / n;
    }

    /** 1 / √(σ² + ε). */
    private static double scale(Tensor x, int at, int n, double mean, double epsilon) {
        double squares = 0;
        for (int j = at; j < at + n; j++) {
            squares += (x.get(j) - mean) * (x.get(j) - mean);
        }
        return 1 / Math.sqrt(squares / n + epsilon);
    }
}
