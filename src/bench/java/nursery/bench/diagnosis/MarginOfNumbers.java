package nursery.bench.diagnosis;

import nursery.losses.Loss;
import nursery.tensor.Tensor;

/** max(0, 1 - t y), the mean over batch and outputs: the hinge loss of a class ±1, given numbers instead. */
record MarginOfNumbers() implements Loss {

    @Override
    public double apply(Tensor y, Tensor t, Tensor dy) {
        double loss = 0;
        int n = y.size();
        for (int i = 0; i < n; i++) {
            double missing = 1 - t.get(i) * y.get(i);
            loss += Math.max(0, missing);
            dy.set(i, missing > 0 ? -t.get(i) / n : 0);
        }
        return loss / n;
    }

    @Override
    public String toString() {
        return "hinge()";
    }
}
