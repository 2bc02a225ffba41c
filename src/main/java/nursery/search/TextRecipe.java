package nursery.search;

import nursery.Net;
import nursery.Trainer;

/**
 * A net and a trainer as text, in the words of a cell, with the names of hyperparameters in place of numbers: data that can be
 * sent to another machine.
 *
 * @param netCalls such as {@code input(784).dense(hidden).relu().dense(10).softmax().l2(l2)}
 * @param trainerCalls such as {@code momentum(lr).batchSize(100)}
 */
public record TextRecipe(CallChain netCalls, CallChain trainerCalls) implements Recipe {

    /**
     * Reads both.
     *
     * @throws IllegalArgumentException where a text is no chain of calls
     */
    public static TextRecipe of(String net, String trainer) {
        return new TextRecipe(CallChain.parse(net), CallChain.parse(trainer));
    }

    @Override
    public Net net(Configuration p) {
        return netCalls.evaluate(Net.class, p);
    }

    @Override
    public Trainer trainer(Configuration p) {
        return trainerCalls.evaluate(Trainer.class, p);
    }
}
