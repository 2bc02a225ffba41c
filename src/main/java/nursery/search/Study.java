package nursery.search;

import java.util.List;
import nursery.Search;
import nursery.data.Split;

/**
 * A search with architecture and ranges as data, three lines of text. Whoever has the text and the data can run any of its
 * trials, in any order, and gets the same numbers: {@code study.on(data).trial(7)}.
 *
 * @param search the hyperparameters and how they are searched
 * @param recipe net and trainer
 */
public record Study(Search search, TextRecipe recipe) {

    /** A search with net and trainer as text. */
    public static Study of(Search search, String net, String trainer) {
        return new Study(search, TextRecipe.of(net, trainer));
    }

    /**
     * The study of a text as {@link #toString} gives it.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static Study parse(String text) {
        List<String> lines = text.strip().lines().toList();
        if (lines.size() != 3) {
            throw new IllegalArgumentException(
                    "study: expected three lines, the search, the net and the trainer, received " + lines.size());
        }
        return of(Search.parse(lines.get(0)), lines.get(1), lines.get(2));
    }

    /** The search of these data: {@code run()} runs it, {@code trial(i)} a single trial. */
    public Search on(Split data) {
        return search.on(data, recipe);
    }

    /** The three lines. */
    @Override
    public String toString() {
        return search + "\n" + recipe.netCalls() + "\n" + recipe.trainerCalls() + "\n";
    }
}
