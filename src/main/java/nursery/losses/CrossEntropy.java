package nursery.losses;

import java.util.Arrays;
import java.util.List;
import nursery.activations.Activation;
import nursery.activations.Softmax;
import nursery.tensor.Losses;
import nursery.tensor.Tensor;

/**
 * -Σ t ln y, the mean over the batch, for probabilities y of C classes; ln C for a net that knows nothing. Meant for
 * softmax.
 *
 * <p>With label smoothing ε (Szegedy et al. 2016) the target is (1 - ε) t + ε / C, which keeps the net from growing ever
 * surer. With class weights w every term of the sum counts w times, and the mean is over the rows' weights Σ w t, as in
 * PyTorch; a batch whose rows all weigh 0 has the loss 0.
 *
 * <pre>{@code
 * net.softmax().loss(crossEntropy().classWeights(1, 5).labelSmoothing(0.1))
 * }</pre>
 *
 * @param classWeights one number of at least 0 for each class, not all 0; empty if all classes count alike
 * @param labelSmoothing the share ε of every target that is spread over all classes, from 0 to below 1
 */
public record CrossEntropy(List<Double> classWeights, double labelSmoothing) implements Loss {

    /** Checks the numbers. */
    public CrossEntropy {
        classWeights = List.copyOf(classWeights);
        boolean weighs = classWeights.isEmpty();
        for (double w : classWeights) {
            if (!(w >= 0 && w < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("classWeights: expected finite numbers of at least 0, received " + w
                        + "; 1 is a class's usual weight");
            }
            weighs |= w > 0;
        }
        if (!weighs) {
            throw new IllegalArgumentException("classWeights: expected a weight above 0, received " + classWeights
                    + "; 1 is a class's usual weight");
        }
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException("labelSmoothing: expected a share from 0 to below 1, received "
                    + labelSmoothing + "; 0.1 is usual");
        }
    }

    /** All classes count alike, and labels are taken as they are. */
    public CrossEntropy() {
        this(List.of(), 0);
    }

    /** The same with these weights, one for each class. */
    public CrossEntropy classWeights(double... weights) {
        return new CrossEntropy(Arrays.stream(weights).boxed().toList(), labelSmoothing);
    }

    /** The same with this share ε of every target spread over all classes; 0.1 is usual. */
    public CrossEntropy labelSmoothing(double share) {
        return new CrossEntropy(classWeights, share);
    }

    @Override
    public double apply(Tensor y, Tensor t, Tensor dy) {
        spread(t, dy);
        double loss = 0;
        for (int i = 0; i < y.size(); i++) {
            double target = dy.get(i);
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
        if (plain()) {
            return Losses.softmaxCrossEntropy(z, t, y, dz);
        }
        spread(t, dz);
        return Losses.softmaxCrossEntropy(z, dz, y, dz);
    }

    private boolean plain() {
        return classWeights.isEmpty() && labelSmoothing == 0;
    }

    /** out = w ((1 - ε) t + ε / C), so scaled that a mean over the rows is one over their weights. */
    private void spread(Tensor t, Tensor out) {
        if (plain()) {
            out.assign(t);
            return;
        }
        double weight = weight(t);
        double scale = weight == 0 ? 0 : t.rows() / weight;
        int n = t.columns();
        for (int i = 0; i < t.size(); i++) {
            double target = (1 - labelSmoothing) * t.get(i) + labelSmoothing / n;
            out.set(i, scale * weightOf(i % n) * target);
        }
    }

    private double weightOf(int c) {
        return classWeights.isEmpty() ? 1 : classWeights.get(c);
    }

    /** The number of rows, or Σ w t if classes have weights. */
    @Override
    public double weight(Tensor t) {
        if (classWeights.isEmpty()) {
            return t.rows();
        }
        double sum = 0;
        int n = t.columns();
        for (int i = 0; i < t.size(); i++) {
            sum += weightOf(i % n) * t.get(i);
        }
        return sum;
    }

    /** Expects at least two classes, targets from 0 to 1, and as many class weights as classes, or none. */
    @Override
    public void requireTargets(Tensor t) {
        TargetChecks.requireClasses(this, t);
        if (!classWeights.isEmpty() && classWeights.size() != t.columns()) {
            throw new IllegalArgumentException("classWeights: expected " + t.columns() + " weights for " + t.columns()
                    + " classes, received " + classWeights.size() + "; give one for each class, in their order");
        }
    }

    @Override
    public String toString() {
        String weights = classWeights.toString();
        return "crossEntropy()"
                + (classWeights.isEmpty() ? "" : ".classWeights(" + weights.substring(1, weights.length() - 1) + ")")
                + (labelSmoothing == 0 ? "" : ".labelSmoothing(" + labelSmoothing + ")");
    }
}
