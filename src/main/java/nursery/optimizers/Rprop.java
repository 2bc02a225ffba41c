package nursery.optimizers;

import static nursery.optimizers.Hyperparameters.require;
import static nursery.optimizers.Hyperparameters.requirePositive;

import java.util.List;
import nursery.tensor.Tensor;
import nursery.tensor.Updates;

/**
 * Steps by the sign of the gradient alone (Riedmiller and Braun 1993): each number has a step size, the learning rate at
 * first, times {@code grow} while its gradient keeps its sign, times {@code shrink} when the sign turns, and then it
 * rests for a step. Meant for full batches, for batches turn signs by chance.
 *
 * @param shrink in (0, 1); 0.5 by default
 * @param grow above 1; 1.2 by default
 * @param least the smallest step, above 0; 1e-6 by default
 * @param most the largest step, at least {@code least}; 50 by default
 */
public record Rprop(double shrink, double grow, double least, double most) implements Optimizer {

    /** Checks the four numbers. */
    public Rprop {
        require("rprop", "a shrinking factor", shrink, shrink > 0 && shrink < 1, "above 0 and below 1", 0.5);
        require("rprop", "a growing factor", grow, grow > 1 && grow < Double.POSITIVE_INFINITY, "above 1", 1.2);
        requirePositive("rprop", "a smallest step", least, 1e-6);
        require("rprop", "a largest step", most, most >= least, "of at least the smallest, " + least, 50);
    }

    /** Factors 0.5 and 1.2, steps from 1e-6 to 50. */
    public Rprop() {
        this(0.5, 1.2, 1e-6, 50);
    }

    @Override
    public int slots() {
        return 2;
    }

    /** The rate is the first size of all steps; later rates change nothing. */
    @Override
    public void update(Tensor w, Tensor g, List<Tensor> slots, double rate, long step) {
        if (step == 1) {
            slots.get(1).fill(rate);
        }
        Updates.rprop(w, g, slots.get(0), slots.get(1), shrink, grow, least, most);
    }

    @Override
    public String toString() {
        return "rprop(" + shrink + ", " + grow + ", " + least + ", " + most + ")";
    }
}
