package nursery.tensor;

/** Sums, accumulated in float64. */
interface SumKernels {

    /** out[row] = Σ over the first dimension of x. */
    default void sumRows(Tensor x, Tensor out) {
        int n = out.size();
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < x.rows(); i++) {
                sum += x.get(i * n + j);
            }
            out.set(j, sum);
        }
    }

    /** Σ x. */
    default double sum(Tensor x) {
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            sum += x.get(i);
        }
        return sum;
    }

    /** Σ a * b. */
    default double dot(Tensor a, Tensor b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.get(i) * b.get(i);
        }
        return sum;
    }

    /** Σ (a - b)². */
    default double squaredDistance(Tensor a, Tensor b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += (a.get(i) - b.get(i)) * (a.get(i) - b.get(i));
        }
        return sum;
    }
}
