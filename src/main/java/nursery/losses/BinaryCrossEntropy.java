package nursery.losses;

import nursery.activations.Activation;
import nursery.activations.Sigmoid;
import nursery.tensor.Tensor;

/**
 * -t ln y - (1 - t) ln(1 - y), the mean over batch and outputs, for probabilities y of class 1; ln 2 for a net that
 * knows nothing. Meant for sigmoid, with one output for one of two classes, or one for each question with yes or no.
 */
public record BinaryCrossEntropy() implements Loss {

    @Override
    public double apply(Tensor y, Tensor t, Tensor dy) {
        double loss = 0;
        int n = y.size();
        for (int i = 0; i < n; i++) {
            double target = t.get(i);
            double p = y.get(i);
            loss -= (target == 0 ? 0 : target * Math.log(p)) + (target == 1 ? 0 : (1 - target) * Math.log1p(-p));
            dy.set(i, ((target == 1 ? 0 : (1 - target) / (1 - p)) - (target == 0 ? 0 : target / p)) / n);
        }
        return loss / n;
    }

    @Override
    public Activation output() {
        return new Sigmoid();
    }

    /** max(z, 0) - t z + ln(1 + e^-|z|); the gradient is (y - t) / n. */
    @Override
    public double ofScores(Tensor z, Tensor t, Tensor y, Tensor dz) {
        double loss = 0;
        int n = z.size();
        for (int i = 0; i < n; i++) {
            double score = z.get(i);
            double target = t.get(i);
            double p = 1 / (1 + Math.exp(-score));
            loss += Math.max(score, 0) - target * score + Math.log1p(Math.exp(-Math.abs(score)));
            y.set(i, p);
            dz.set(i, (p - target) / n);
        }
        return loss / n;
    }

    /** Expects targets from 0 to 1. */
    @Override
    public void requireTargets(Tensor t) {
        TargetChecks.requireShares(this, t);
    }

    @Override
    public String toString() {
        return "binaryCrossEntropy()";
    }
}
