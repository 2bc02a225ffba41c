package nursery.data;

import java.util.List;

/** A fitted {@link Preprocessor}: does the same to every row of every part. */
public interface Transform {
    /** The rows with changed features, in the same precision; {@code data} stays as it is. */
    Dataset apply(Dataset data);

    /** What whoever reads the numbers should know, such as columns that are constant; none by default. */
    default List<String> notes() {
        return List.of();
    }
}
