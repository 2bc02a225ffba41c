package nursery.report;

/**
 * Where a notebook draws: the kernel's side of {@link Display}.
 *
 * <p>An implementation must not throw: a picture that cannot be drawn never costs a training run.
 */
public interface Screen {

    /** Shows {@code d} below the running cell, under a name that {@link #update} can find again. */
    void show(String id, Displayable d);

    /** Replaces what was shown under {@code id}. */
    void update(String id, Displayable d);
}
