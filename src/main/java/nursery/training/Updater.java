package nursery.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import nursery.Model;
import nursery.Trainer;
import nursery.layers.Chain;
import nursery.layers.Variable;
import nursery.losses.Regularization;
import nursery.optimizers.Objective;
import nursery.optimizers.Optimizer;
import nursery.optimizers.WholeOptimizer;
import nursery.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The last part of a step: adds the penalty's gradient, clips, moves every parameter that is not frozen, and measures how
 * far it moved.
 */
final class Updater {
    /**
     * A parameter that is trained.
     *
     * @param gradient its place among the gradients of the chain
     * @param rate times the learning rate
     * @param penalty times the net's penalty
     * @param slots what the optimizer remembers of it
     * @param before where its numbers are kept during a sampled step
     */
    private record Trained(
            Variable variable, int gradient, double rate, double penalty, List<Tensor> slots, Tensor before) {
        Tensor w() {
            return variable.value();
        }

        boolean isWeight() {
            return variable.parameter().penalized();
        }
    }

    private final Chain chain;
    private final Optimizer optimizer;
    private final Regularization regularization;
    private final Clipping clipping;
    private final UpdateRatios ratios;
    private final List<Trained> trained;
    private final List<Tensor> gradients = new ArrayList<>();
    private final Batch batch;
    private final WholeOptimizer.@Nullable Steps steps;

    /**
     * A training of these parameters.
     *
     * @param pass passes the batch of the last step once more forward and backward, and returns its loss
     */
    Updater(
            Chain chain,
            List<Variable> parameters,
            Regularization regularization,
            Trainer trainer,
            UpdateRatios ratios,
            DoubleSupplier pass) {
        this.chain = chain;
        this.optimizer = trainer.optimizer();
        this.regularization = regularization;
        this.clipping = trainer.clipping();
        this.ratios = ratios;
        trained = parameters.stream()
                .map(v -> new Trained(
                        v,
                        chain.learned().indexOf(v),
                        ParameterGroup.rateFactor(trainer.groups(), v),
                        ParameterGroup.penaltyFactor(trainer.groups(), v),
                        Stream.generate(() -> zerosLike(v.value()))
                                .limit(optimizer.slots())
                                .toList(),
                        zerosLike(v.value())))
                .toList();
        batch = new Batch(pass);
        steps = optimizer instanceof WholeOptimizer whole ? begin(whole) : null;
    }

    private WholeOptimizer.Steps begin(WholeOptimizer whole) {
        if (trained.stream().anyMatch(t -> t.rate() != 1)) {
            throw new IllegalArgumentException(whole
                    + ": expected one rate for all parameters, received a rateFactor; leave it out, or freeze layers");
        }
        return whole.begin(batch);
    }

    private static Tensor zerosLike(Tensor w) {
        return Tensor.zeros(w.shape(), w.precision());
    }

    /** The penalty as the parameters are now. */
    double penalty() {
        double sum = 0;
        for (int i = 0; i < trained.size() && regularization.penalizes(); i++) {
            Trained t = trained.get(i);
            sum += t.penalty() == 0 ? 0 : t.penalty() * regularization.penalty(t.w());
        }
        return sum;
    }

    /**
     * Moves every parameter by the gradients of the pass just made.
     *
     * @param cost loss and penalty of that pass
     */
    void step(double cost, double rate, long step) {
        gather();
        boolean sampled = ratios.samples(step);
        if (sampled) {
            ratios.addStep(step);
            remember();
        }
        if (steps != null) {
            batch.begin(cost);
            steps.step(rate, step);
        } else {
            for (int i = 0; i < trained.size(); i++) {
                Trained t = trained.get(i);
                optimizer.update(t.w(), gradients.get(i), t.slots(), t.rate() * rate, step);
            }
        }
        constrain();
        if (sampled) {
            measure();
        }
    }

    /** The gradients of the pass just made, with those of the penalty, clipped. */
    private void gather() {
        gradients.clear();
        for (int i = 0; i < trained.size(); i++) {
            Trained t = trained.get(i);
            Tensor g = chain.gradient(t.gradient());
            if (t.penalty() != 0) {
                regularization.addGradient(g, t.penalty(), t.w());
            }
            gradients.add(g);
        }
        clipping.apply(gradients);
    }

    private void constrain() {
        for (int i = 0; i < trained.size(); i++) {
            if (trained.get(i).isWeight()) {
                regularization.constrain(trained.get(i).w());
            }
        }
    }

    private void remember() {
        for (int i = 0; i < trained.size(); i++) {
            Trained t = trained.get(i);
            if (t.isWeight()) {
                t.before().assign(t.w());
            }
        }
    }

    private void measure() {
        int weight = 0;
        for (int i = 0; i < trained.size(); i++) {
            Trained t = trained.get(i);
            if (t.isWeight()) {
                ratios.add(weight++, t.w().distance(t.before()) / t.before().norm());
            }
        }
    }

    /** A copy of {@code model} with the averages that the optimizer kept, if it keeps any. */
    Optional<Model> averaged(Model model) {
        if (trained.isEmpty() || optimizer.average(trained.get(0).slots()).isEmpty()) {
            return Optional.empty();
        }
        Model averaged = model.copy();
        for (Trained t : trained) {
            optimizer
                    .average(t.slots())
                    .ifPresent(a -> averaged.parameter(t.variable().name()).assign(a));
        }
        return Optional.of(averaged);
    }

    /** The cost of the last batch as a function of all trained parameters. */
    private final class Batch implements Objective {
        private final DoubleSupplier pass;
        private final int size = trained.stream().mapToInt(t -> t.w().size()).sum();
        private double cost;
        private boolean moved;

        Batch(DoubleSupplier pass) {
            this.pass = pass;
        }

        void begin(double costOfPass) {
            cost = costOfPass;
            moved = false;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public void position(double[] x) {
            int at = 0;
            for (int k = 0; k < trained.size(); k++) {
                Tensor w = trained.get(k).w();
                for (int i = 0; i < w.size(); i++) {
                    x[at++] = w.get(i);
                }
            }
        }

        @Override
        public void moveTo(double[] x) {
            moved = true;
            int at = 0;
            for (int k = 0; k < trained.size(); k++) {
                Tensor w = trained.get(k).w();
                for (int i = 0; i < w.size(); i++) {
                    w.set(i, x[at++]);
                }
            }
        }

        @Override
        public double evaluate(double[] gradient) {
            if (moved) {
                cost = pass.getAsDouble() + penalty();
                gather();
                moved = false;
            }
            int at = 0;
            for (int k = 0; k < gradients.size(); k++) {
                Tensor g = gradients.get(k);
                for (int i = 0; i < g.size(); i++) {
                    gradient[at++] = g.get(i);
                }
            }
            return cost;
        }
    }
}
