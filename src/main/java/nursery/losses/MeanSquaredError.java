package nursery.losses;

import nursery.tensor.Tensor;

/** (y - t)², the mean over batch and outputs. Takes the outputs as they are. */
public record MeanSquaredError() implements Loss {

    @Override
    public double apply(Tensor y, Tensor t, Tensor dy) {
        double loss = 0;
        int n = y.size();
        for (int i = 0; i < n; i++) {
            double error = y.get(i) - t.get(i);
            loss += error * error;
            dy.set(i, 2 * error / n);
        }
        return loss / n;
    }

    @Override
    public String toString() {
        return "meanSquaredError()";
    }
}
