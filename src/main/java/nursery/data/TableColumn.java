package nursery.data;

import java.util.List;
import java.util.Optional;

/** A column of a table, as features or as what is to be predicted. Rows are counted from 0. */
interface TableColumn {
    /** Its name in the table. */
    String name();

    /** Whether there is nothing in that row. */
    boolean missing(int row);

    /** Why it makes no features, if so. */
    Optional<String> unusable();

    /** The features that it becomes, for some rows: one array per feature. */
    double[][] features(int[] rows);

    /** The names of these features. */
    List<String> featureNames(int[] rows);

    /** What is to be predicted when it is the label. */
    Targets targets(int[] rows);
}
