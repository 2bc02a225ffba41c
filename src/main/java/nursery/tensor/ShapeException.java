package nursery.tensor;

/** Two shapes do not fit. The message says what was expected, what was received and what to do about it. */
public final class ShapeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * An error about shapes.
     *
     * @param message what was expected, what was received, what to do
     */
    public ShapeException(String message) {
        super(message);
    }
}
