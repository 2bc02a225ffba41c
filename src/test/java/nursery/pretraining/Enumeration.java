package nursery.pretraining;

import java.util.stream.IntStream;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** Probabilities of small machines by the definition: sums of e^-E over all states. */
final class Enumeration {
    private Enumeration() {}

    /** A machine with large weights and biases, in float64. */
    static Rbm rbm(int visible, int hidden, long seed) {
        return new Rbm(normal(seed, visible, hidden), normal(seed + 1, visible), normal(seed + 2, hidden));
    }

    static Tensor normal(long seed, int... dims) {
        Tensor t = Tensor.zeros(Shape.of(dims), Precision.FLOAT64);
        t.fillNormal(Seed.of(seed).with("enumeration").generator(), 0, 1);
        return t;
    }

    /** State {@code code} of a layer: 0 or 1 for each unit. */
    static double[] state(int code, int units) {
        return IntStream.range(0, units).mapToDouble(i -> code >> i & 1).toArray();
    }

    static double minusEnergy(Rbm rbm, double[] v, double[] h) {
        return dot(rbm.visibleBias(), v) + dot(rbm.hiddenBias(), h) + bilinear(v, rbm.weights(), h);
    }

    static double dot(Tensor a, double[] x) {
        return IntStream.range(0, x.length).mapToDouble(i -> a.get(i) * x[i]).sum();
    }

    static double bilinear(double[] x, Tensor w, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                sum += x[i] * w.get(i, j) * y[j];
            }
        }
        return sum;
    }

    /** Σ over h of e^-E(v, h). */
    static double weight(Rbm rbm, double[] v) {
        return IntStream.range(0, 1 << rbm.hidden())
                .mapToDouble(h -> Math.exp(minusEnergy(rbm, v, state(h, rbm.hidden()))))
                .sum();
    }

    /** Z. */
    static double partition(Rbm rbm) {
        return IntStream.range(0, 1 << rbm.visible())
                .mapToDouble(v -> weight(rbm, state(v, rbm.visible())))
                .sum();
    }

    /** The probability of each visible state. */
    static double[] probabilities(Rbm rbm) {
        double z = partition(rbm);
        return IntStream.range(0, 1 << rbm.visible())
                .mapToDouble(v -> weight(rbm, state(v, rbm.visible())) / z)
                .toArray();
    }

    /** p(h | v) for each h. */
    static double[] hiddenGiven(Rbm rbm, double[] v) {
        double all = weight(rbm, v);
        return IntStream.range(0, 1 << rbm.hidden())
                .mapToDouble(h -> Math.exp(minusEnergy(rbm, v, state(h, rbm.hidden()))) / all)
                .toArray();
    }

    /** p(v | h) for each v. */
    static double[] visibleGiven(Rbm rbm, double[] h) {
        double[] p = IntStream.range(0, 1 << rbm.visible())
                .mapToDouble(v -> Math.exp(minusEnergy(rbm, state(v, rbm.visible()), h)))
                .toArray();
        double all = IntStream.range(0, p.length).mapToDouble(i -> p[i]).sum();
        return IntStream.range(0, p.length).mapToDouble(i -> p[i] / all).toArray();
    }

    /** The mean of v hᵀ under a distribution of v, [visible x hidden]. */
    static double[] products(Rbm rbm, double[] distribution) {
        double[] mean = new double[rbm.visible() * rbm.hidden()];
        for (int code = 0; code < distribution.length; code++) {
            double[] v = state(code, rbm.visible());
            double[] ph = hiddenGiven(rbm, v);
            for (int h = 0; h < ph.length; h++) {
                for (int at = 0; at < mean.length; at++) {
                    mean[at] += distribution[code]
                            * ph[h]
                            * v[at / rbm.hidden()]
                            * state(h, rbm.hidden())[at % rbm.hidden()];
                }
            }
        }
        return mean;
    }

    /** The distribution of v after a turn of Gibbs sampling. */
    static double[] turn(Rbm rbm, double[] distribution) {
        double[] after = new double[distribution.length];
        for (int from = 0; from < distribution.length; from++) {
            double[] ph = hiddenGiven(rbm, state(from, rbm.visible()));
            for (int h = 0; h < ph.length; h++) {
                double[] pv = visibleGiven(rbm, state(h, rbm.hidden()));
                for (int to = 0; to < after.length; to++) {
                    after[to] += distribution[from] * ph[h] * pv[to];
                }
            }
        }
        return after;
    }
}
