package nursery.search;

/** How a trial ended. */
public enum Outcome {
    /** It was trained to its end. */
    FINISHED("finished"),
    /** It was ended early because others did better. */
    STOPPED("stopped early"),
    /** Its loss became NaN or infinite, or rose far above the first: its values are infeasible. */
    DIVERGED("diverged"),
    /** It could not be trained: its net does not fit the data, or memory ran out. */
    FAILED("failed");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** The words in tables. */
    @Override
    public String toString() {
        return words;
    }
}
