package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.require;

/**
 * The quasi-Newton method with limited memory (Liu and Nocedal 1989): the direction -H g, with H from the last
 * {@code memory} changes of position and gradient, and along it a line search for the strong Wolfe conditions with c1 =
 * 1e-4 and c2 = 0.9 (Nocedal and Wright, chapters 3 and 7).
 *
 * <p>A step is one direction and its search, which takes one or a few passes over the batch. The rate is the first
 * length that the search tries: 1 is right, and the first step of all takes rate · min(1, 1 / Σ|g|). Meant for full
 * batches, {@code batchSize(rows)}, and for nets without dropout: between two steps, only the position may change.
 *
 * <p>The same as PyTorch's {@code LBFGS(max_iter=1, line_search_fn="strong_wolfe")}; PyTorch makes 20 such steps in one
 * and remembers 100. It computes in float64 whatever the precision of the parameters.
 *
 * @param memory how many changes it remembers, at least 1; 10 by default
 */
public record Lbfgs(int memory) implements WholeOptimizer {

    /** Checks the memory. */
    public Lbfgs {
        require("lbfgs", "a memory", memory, memory >= 1, "of at least 1 step", 10);
    }

    /** Remembers 10 steps. */
    public Lbfgs() {
        this(10);
    }

    @Override
    public Steps begin(Objective objective) {
        return new LbfgsSteps(memory, objective);
    }

    @Override
    public String toString() {
        return "lbfgs(" + memory + ")";
    }
}
