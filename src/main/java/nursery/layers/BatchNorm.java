package nursery.layers;

import nursery.initializers.Constant;
import nursery.tensor.Normalization;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;

/**
 * Batch normalization (Ioffe and Szegedy 2015): y = γ (x - μ) / √(σ² + ε) + β, with one μ, σ², γ and β for each feature of
 * flat rows or each channel of images. γ starts at 1 and β at 0.
 *
 * <p>In training μ and σ² are the mean and the (biased) variance of the batch. On the way it keeps
 *
 * <pre>running = momentum · running + (1 - momentum) · batch</pre>
 *
 * of the mean, from 0, and of the unbiased variance, from 1, and evaluation uses those. A momentum of 0.9 as in CS231n is
 * what PyTorch calls 0.1. A batch with a single number for each feature has no variance: then y = β, and the running
 * variance stays as it is.
 *
 * @param momentum how much of the running statistics a step keeps, 0 to 1; 0.9 by default
 * @param epsilon ε, above 0; 1e-5 by default
 */
public record BatchNorm(double momentum, double epsilon) implements Layer {

    /** Checks the numbers. */
    public BatchNorm {
        if (!(momentum >= 0 && momentum <= 1)) {
            throw new IllegalArgumentException(
                    "batchNorm: expected a momentum from 0 to 1, received " + momentum + "; 0.9 is usual");
        }
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "batchNorm: expected an epsilon above 0, received " + epsilon + "; 1e-5 is usual");
        }
    }

    /** Momentum 0.9 and epsilon 1e-5. */
    public BatchNorm() {
        this(0.9, 1e-5);
    }

    @Override
    public Shape outputShape(Shape in) {
        if (in.rank() == 0) {
            throw new ShapeException("expected flat rows [n] or images [channels, height, width], received " + in);
        }
        return in;
    }

    @Override
    public void parameters(Shape in, Parameters p) {
        Shape one = Shape.of(in.dim(0)); // one for each feature or channel
        p.add("gamma", one, new Constant(1));
        p.add("beta", one, new Constant(0));
        p.state("mean", one, 0);
        p.state("variance", one, 1);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor mean = pass.parameter("mean");
        Tensor variance = pass.parameter("variance");
        if (pass.training()) {
            Tensor batchMean = Normalization.mean(x, mean);
            Tensor batchVariance = Normalization.variance(x, batchMean);
            double m = (double) x.size() / mean.size();
            move(mean, batchMean);
            if (m > 1) {
                move(variance, batchVariance.times(m / (m - 1)));
            }
            mean = batchMean;
            variance = batchVariance;
        }
        pass.save("x", x);
        pass.save("mean", mean);
        pass.save("variance", variance);
        return Normalization.normalize(x, mean, variance, epsilon, pass.parameter("gamma"), pass.parameter("beta"));
    }

    private void move(Tensor running, Tensor batch) {
        running.addInPlace(1 - momentum, batch.minus(running));
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        Tensor x = pass.saved("x");
        Tensor mean = pass.saved("mean");
        Tensor variance = pass.saved("variance");
        Tensor gamma = pass.parameter("gamma");
        Tensor dgamma = Normalization.scaleGradient(dy, x, mean, variance, epsilon);
        Tensor dbeta = Normalization.shiftGradient(dy, pass.parameter("beta"));
        pass.gradient("gamma", dgamma);
        pass.gradient("beta", dbeta);
        return pass.training()
                ? Normalization.inputGradient(dy, x, mean, variance, epsilon, gamma, dgamma, dbeta)
                : Normalization.inputGradient(dy, variance, epsilon, gamma);
    }

    @Override
    public String toString() {
        return "batchNorm()";
    }
}
