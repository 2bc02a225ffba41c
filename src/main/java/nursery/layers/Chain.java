package nursery.layers;

import java.util.ArrayList;
import java.util.List;
import nursery.tensor.Arena;
import nursery.tensor.Seed;
import nursery.tensor.Tensor;

/**
 * Layers in a row with their parameters and the memory of a pass, ready to run: what a model predicts with, what
 * training steps through, and what the gradient check perturbs.
 */
public final class Chain {
    private final Arena arena;
    private final List<Layer> layers;
    private final Pass[] passes;

    /** The first layer with a parameter that a gradient changes; nothing needs the gradients before it. */
    private final int firstLearning;

    /** The parameters that a gradient changes, in the order of {@link #gradient}. */
    private final List<Variable> learned = new ArrayList<>();

    private final List<Pass> learnedIn = new ArrayList<>();

    /**
     * Makes the places of a pass; shares the numbers of {@code variables}.
     *
     * @param layers the layers, first to last
     * @param variables the variables of each layer
     * @param arena the memory of a pass
     * @param seed where the random numbers of the layers come from
     */
    public Chain(List<Layer> layers, List<List<Variable>> variables, Arena arena, Seed seed) {
        this.arena = arena;
        this.layers = List.copyOf(layers);
        this.passes = new Pass[layers.size()];
        int first = passes.length;
        for (int i = 0; i < passes.length; i++) {
            List<Variable> own = variables.get(i);
            passes[i] = new Pass(
                    layers.get(i).toString(),
                    own,
                    arena,
                    first > i,
                    seed.with(i).generator());
            for (Variable v : own) {
                if (v.parameter().learned()) {
                    learned.add(v);
                    learnedIn.add(passes[i]);
                    first = Math.min(first, i);
                }
            }
        }
        firstLearning = first;
    }

    /** Starts a step: memory handed out before is used again. */
    public void reset() {
        arena.reset();
    }

    /** The memory of the pass, for the batch and the loss of the same step. */
    public Arena arena() {
        return arena;
    }

    /** y = f(x) through all layers. x: a tensor of the arena, [batch, in]. */
    public Tensor forward(Tensor x, boolean training) {
        Tensor y = x;
        for (int i = 0; i < passes.length; i++) {
            y = forward(i, y, training);
        }
        return y;
    }

    /** y = f(x) through layer {@code i} alone. */
    public Tensor forward(int i, Tensor x, boolean training) {
        passes[i].begin(training);
        return layers.get(i).forward(x, passes[i]);
    }

    /** From dL/dy through the layers, last to the first that learns; {@link #gradient} holds the gradients then. */
    public Tensor backward(Tensor dy) {
        Tensor dx = dy;
        for (int i = passes.length - 1; i >= firstLearning; i--) {
            dx = backward(i, dx);
        }
        return dx;
    }

    /** dL/dx from dL/dy through layer {@code i} alone. */
    public Tensor backward(int i, Tensor dy) {
        return layers.get(i).backward(dy, passes[i]);
    }

    /** The parameters that a gradient changes, first layer first. */
    public List<Variable> learned() {
        return learned;
    }

    /** The gradient of the i-th of {@link #learned()} after {@link #backward}. */
    public Tensor gradient(int i) {
        return learnedIn.get(i).gradientOf(learned.get(i).parameter().name());
    }
}
