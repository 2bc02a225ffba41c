package nursery;

import nursery.activations.Activation;
import nursery.activations.Elu;
import nursery.activations.Gelu;
import nursery.activations.LeakyRelu;
import nursery.activations.Relu;
import nursery.activations.Sigmoid;
import nursery.activations.Silu;
import nursery.activations.Softmax;
import nursery.activations.Softplus;
import nursery.activations.Tanh;
import nursery.initializers.Constant;
import nursery.initializers.He;
import nursery.initializers.HeUniform;
import nursery.initializers.Initializer;
import nursery.initializers.Lecture;
import nursery.initializers.Normal;
import nursery.initializers.Orthogonal;
import nursery.initializers.Uniform;
import nursery.initializers.Xavier;
import nursery.initializers.XavierUniform;
import nursery.losses.BinaryCrossEntropy;
import nursery.losses.CrossEntropy;
import nursery.losses.Hinge;
import nursery.losses.Loss;
import nursery.losses.MeanSquaredError;
import nursery.notebook.Notebook;
import nursery.optimizers.Adam;
import nursery.optimizers.Momentum;
import nursery.optimizers.Nesterov;
import nursery.optimizers.Optimizer;
import nursery.optimizers.Schedule;
import nursery.optimizers.Sgd;

/** The words of the lecture for cells that import {@code static nursery.Nursery.*}. */
public final class Nursery {
    private Nursery() {}

    /**
     * Draws results in the running kernel from now on: IJava needs this call once; the Nursery kernel and JJava do it by
     * themselves. Silent, may be called again, and does nothing without a kernel.
     */
    public static void init() {
        Notebook.init();
    }

    // ---- activations ----

    /** max(0, x). */
    public static Activation relu() {
        return new Relu();
    }

    /** tanh(x). */
    public static Activation tanh() {
        return new Tanh();
    }

    /** 1 / (1 + e^-x). */
    public static Activation sigmoid() {
        return new Sigmoid();
    }

    /** x where x &gt; 0, else 0.01 x. */
    public static Activation leakyRelu() {
        return new LeakyRelu();
    }

    /** x where x &gt; 0, else slope · x. */
    public static Activation leakyRelu(double slope) {
        return new LeakyRelu(slope);
    }

    /** {@link #leakyRelu()} by the name that the lecture and PyTorch use. */
    @SuppressWarnings({"checkstyle:MethodName", "MemberName"})
    public static Activation leaky_relu() {
        return new LeakyRelu();
    }

    /** x where x &gt; 0, else e^x - 1. */
    public static Activation elu() {
        return new Elu();
    }

    /** x Φ(x), with the normal distribution Φ. */
    public static Activation gelu() {
        return new Gelu();
    }

    /** x / (1 + e^-x), also called swish. */
    public static Activation silu() {
        return new Silu();
    }

    /** ln(1 + e^x). */
    public static Activation softplus() {
        return new Softplus();
    }

    /** e^x / Σ e^x. */
    public static Activation softmax() {
        return new Softmax();
    }

    // ---- initializers ----

    /** N(0, 2 / n_in), for ReLU and its relatives. */
    public static Initializer he() {
        return new He();
    }

    /** N(0, 2 / (n_in + n_out)), for tanh and sigmoid. */
    public static Initializer xavier() {
        return new Xavier();
    }

    /** N(0, 1 / n_in), the lecture's randn / sqrt(n_in). */
    public static Initializer lecture() {
        return new Lecture();
    }

    /** U(-b, b) with b = √(6 / n_in). */
    public static Initializer heUniform() {
        return new HeUniform();
    }

    /** U(-b, b) with b = √(6 / (n_in + n_out)). */
    public static Initializer xavierUniform() {
        return new XavierUniform();
    }

    /** A random orthogonal matrix. */
    public static Initializer orthogonal() {
        return new Orthogonal();
    }

    /** U(-bound, bound). */
    public static Initializer uniform(double bound) {
        return new Uniform(bound);
    }

    /** N(0, std²). */
    public static Initializer normal(double std) {
        return new Normal(std);
    }

    /** All {@code value}. */
    public static Initializer constant(double value) {
        return new Constant(value);
    }

    /** All 0. */
    public static Initializer zeros() {
        return new Constant(0);
    }

    /** All 1. */
    public static Initializer ones() {
        return new Constant(1);
    }

    // ---- losses ----

    /** -Σ t ln y for probabilities of classes. */
    public static Loss crossEntropy() {
        return new CrossEntropy();
    }

    /** -t ln y - (1 - t) ln(1 - y) for the probability of class 1. */
    public static Loss binaryCrossEntropy() {
        return new BinaryCrossEntropy();
    }

    /** (y - t)². */
    public static Loss meanSquaredError() {
        return new MeanSquaredError();
    }

    /** Σ max(0, y_j - y_right + 1). */
    public static Loss hinge() {
        return new Hinge();
    }

    // ---- optimizers, for Trainer.of(...) ----

    /** w -= rate g. */
    public static Optimizer sgd() {
        return new Sgd();
    }

    /** v = 0.9 v + g; w -= rate v. */
    public static Optimizer momentum() {
        return new Momentum(0.9);
    }

    /** v = 0.9 v + g; w -= rate (g + 0.9 v). */
    public static Optimizer nesterov() {
        return new Nesterov(0.9);
    }

    /** Adam with β1 = 0.9, β2 = 0.999, ε = 1e-8. */
    public static Optimizer adam() {
        return new Adam();
    }

    // ---- schedules, for trainer.schedule(...) ----

    /** From the base rate down to 0 along half a cosine: rate · ½ (1 + cos(π epoch / epochs)). */
    public static Schedule cosine() {
        return (base, epoch, epochs) -> base * 0.5 * (1 + StrictMath.cos(Math.PI * Math.min(1, epoch / epochs)));
    }

    /** The lecture's decay: rate · factor^⌊epoch⌋, a little less after each epoch; factor 0.9 is usual. */
    public static Schedule decay(double factor) {
        return (base, epoch, epochs) -> base * StrictMath.pow(factor, Math.floor(epoch));
    }
}
