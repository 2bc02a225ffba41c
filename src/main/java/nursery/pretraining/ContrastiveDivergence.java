package nursery.pretraining;

import java.util.function.LongSupplier;
import nursery.tensor.Arena;
import nursery.tensor.Mask;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The step that trains a machine: W += rate (⟨v h⟩ of the batch - ⟨v h⟩ of what the machine makes up), and so for the
 * biases (Hinton 2002). Hidden units count by their probabilities in both means, visible ones by draws in the second.
 *
 * <p>What the machine makes up are k turns of Gibbs sampling that begin at the batch. Persistent chains begin at the first
 * batch and then go on from where the step before ended (Tieleman 2008).
 */
final class ContrastiveDivergence {
    private final Rbm rbm;
    private final int turns;
    private final double rate;
    private final LongSupplier seeds;
    private final @Nullable Tensor chains;
    private boolean begun;

    /**
     * Prepares steps that change {@code rbm}.
     *
     * @param chains how many persistent chains; 0 for chains that begin at each batch
     */
    ContrastiveDivergence(Rbm rbm, int turns, int chains, double rate, Arena arena, LongSupplier seeds) {
        this.rbm = rbm;
        this.turns = turns;
        this.rate = rate;
        this.seeds = seeds;
        this.chains = chains == 0
                ? null
                : Tensor.zeros(Shape.of(chains, rbm.hidden()), rbm.weights().precision())
                        .in(arena);
    }

    /**
     * One step; returns whether the numbers are still finite.
     *
     * @param batch [rows, visible] on the arena
     */
    boolean step(Tensor batch) {
        Tensor data = rbm.toHidden(batch); // p(h | v), [rows, hidden]
        Tensor h = begin(data);
        Tensor v = draw(rbm.toVisible(h)); // [chains, visible]
        Tensor model = rbm.toHidden(v); // [chains, hidden]
        for (int i = 1; i < turns; i++) {
            v = draw(rbm.toVisible(draw(model)));
            model = rbm.toHidden(v);
        }
        if (chains != null) {
            chains.assign(draw(model));
        }
        move(rbm.hiddenBias(), data.sumRows(), data.rows(), model.sumRows(), model.rows());
        move(rbm.visibleBias(), batch.sumRows(), batch.rows(), v.sumRows(), v.rows());
        move(rbm.weights(), batch.transposeMatmul(data), batch.rows(), v.transposeMatmul(model), v.rows());
        return Double.isFinite(rbm.hiddenBias().sum());
    }

    private Tensor begin(Tensor data) {
        if (chains == null) {
            return draw(data);
        }
        if (!begun) {
            chains.assign(draw(data));
            begun = true;
        }
        return chains;
    }

    private Tensor draw(Tensor probabilities) {
        return Mask.bernoulli(probabilities, seeds.getAsLong());
    }

    /** parameter += rate (positive / rows - negative / chains). */
    private void move(Tensor parameter, Tensor positive, int rows, Tensor negative, int chainCount) {
        parameter.addInPlace(rate / rows, positive);
        parameter.addInPlace(-rate / chainCount, negative);
    }
}
