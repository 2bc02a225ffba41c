package nursery.data;

import nursery.tensor.Precision;
import nursery.tensor.Tensor;

/** What a dataset's rows are to be mapped to: classes or numbers. */
interface Targets {
    /** How many rows there are. */
    int rows();

    /** The targets of some rows, in the given order, copied. */
    Targets rows(int[] indices);

    /** The targets of rows {@code from} (inclusive) to {@code to} (exclusive). */
    Targets slice(int from, int to);

    /** What a net with {@code outputs} outputs learns: [rows, outputs]. */
    Tensor encode(int outputs, Precision precision);

    /** The group of every row whose proportions a split keeps, from 0 to {@link #groups()} - 1. */
    int group(int row);

    /** How many groups there are. */
    int groups();

    /** Whether rows with these and rows with the other targets belong to the same problem. */
    boolean matches(Targets other);

    /** For a summary: {@code 3 classes}. */
    String kind();

    /** For a summary: {@code classes: setosa 50, versicolor 50, virginica 50}. */
    String details();
}
