package nursery.search;

/** Which points of a space a search tries. A point depends on nothing but the seed and its number. */
public interface Sampler {
    /** More than any search needs, and as many as a journal holds. */
    int MOST_TRIALS = 1_000_000;

    /** How many trials it makes. */
    int trials(Space space);

    /** The coordinates of one point, each from 0 (inclusive) to 1 (exclusive). */
    double[] point(Space space, long seed, int trial);

    /**
     * The same sampler with this many trials.
     *
     * @throws IllegalArgumentException if it cannot have as many
     */
    Sampler trials(int trials);

    /** What it is called, without the number of trials where more of them leave the first as they are. */
    String name();

    /** The number of trials, checked. */
    static int checkedTrials(long trials) {
        if (trials < 1 || trials > MOST_TRIALS) {
            throw new IllegalArgumentException(
                    "search: expected 1 to " + MOST_TRIALS + " trials, received " + trials + "; 40 are a start");
        }
        return (int) trials;
    }
}
