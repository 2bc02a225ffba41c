package nursery.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nursery.layers.Chain;
import nursery.layers.Variable;
import nursery.optimizers.Optimizer;
import nursery.tensor.Tensor;

/** The last part of a step: adds the penalty's gradient, moves every parameter, and measures how far it moved. */
final class Updater {
    private final Chain chain;
    private final Optimizer optimizer;
    private final double l2;
    private final UpdateRatios ratios;
    private final List<List<Tensor>> slots = new ArrayList<>();

    /** For each weight, where its numbers are kept during a sampled step. */
    private final List<Tensor> before = new ArrayList<>();

    Updater(Chain chain, Optimizer optimizer, double l2, UpdateRatios ratios) {
        this.chain = chain;
        this.optimizer = optimizer;
        this.l2 = l2;
        this.ratios = ratios;
        for (Variable v : chain.learned()) {
            slots.add(Stream.generate(() -> zerosLike(v.value()))
                    .limit(optimizer.slots())
                    .toList());
            before.add(zerosLike(v.value()));
        }
    }

    private static Tensor zerosLike(Tensor w) {
        return Tensor.zeros(w.shape(), w.precision());
    }

    /** The penalty ½ λ Σ W² as the parameters are now. */
    double penalty() {
        if (l2 == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < chain.learned().size(); i++) {
            Variable v = chain.learned().get(i);
            sum += v.parameter().penalized() ? v.value().dot(v.value()) : 0;
        }
        return 0.5 * l2 * sum;
    }

    /** Moves every parameter by the gradients of the pass just made. */
    void step(double rate, long step) {
        boolean sampled = ratios.samples(step);
        int weight = 0;
        if (sampled) {
            ratios.addStep(step);
        }
        for (int i = 0; i < chain.learned().size(); i++) {
            Variable v = chain.learned().get(i);
            Tensor w = v.value();
            Tensor g = chain.gradient(i);
            boolean penalized = v.parameter().penalized();
            if (penalized && l2 != 0) {
                g.addInPlace(l2, w);
            }
            if (sampled && penalized) {
                before.get(i).assign(w);
            }
            optimizer.update(w, g, slots.get(i), rate, step);
            if (sampled && penalized) {
                ratios.add(weight++, w.distance(before.get(i)) / before.get(i).norm());
            }
        }
    }
}
