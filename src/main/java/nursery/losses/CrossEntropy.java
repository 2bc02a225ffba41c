package nursery.losses;

import nursery.activations.Activation;
import nursery.activations.Softmax;
import nursery.tensor.Losses;
import nursery.tensor.Tensor;

/** -Σ t ln y, the mean over the batch, for probabilities y of C classes; ln C for a net that knows nothing. */
public record CrossEntropy() implements Loss {

    @Override
    public double apply(Tensor y, Tensor t, Tensor dy) {
        double loss = 0;
        for (int i = 0; i < y.size(); i++) {
            double target = t.get(i);
            double p = y.get(i);
            loss -= target == 0 ? 0 : target * Math.log(p);
            dy.set(i, target == 0 ? 0 : -target / p / y.rows());
        }
        return loss / y.rows();
    }

    @Override
    public Activation output() {
        return new Softmax();
    }

    @Override
    public double ofScores(Tensor z, Tensor t, Tensor y, Tensor dz) {
        return Losses.softmaxCrossEntropy(z, t, y, dz);
    }

    @Override
    public String toString() {
        return "crossEntropy()";
    }
}
