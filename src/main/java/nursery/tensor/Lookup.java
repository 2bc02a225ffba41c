package nursery.tensor;

/** Rows of a table by their indices, which are whole numbers in a tensor, and the gradient of the table. */
public final class Lookup {
    private Lookup() {}

    /** y[n, i] = the row of {@code table} that indices[n, i] names: [batch, n] and [words, size] to [batch, n, size]. */
    public static Tensor rows(Tensor indices, Tensor table) {
        int size = table.columns();
        Tensor y = indices.result(indices.rows(), indices.columns(), size);
        for (int i = 0; i < indices.size(); i++) {
            int from = ((int) indices.get(i)) * size;
            for (int j = 0; j < size; j++) {
                y.set(i * size + j, table.get(from + j));
            }
        }
        return y;
    }

    /** dL/dtable: the sum of dL/dy over the places that name a row; 0 for the other rows. */
    public static Tensor tableGradient(Tensor dy, Tensor indices, Tensor table) {
        int size = table.columns();
        Tensor gradient = dy.result(table.shape());
        gradient.fill(0);
        for (int i = 0; i < indices.size(); i++) {
            int from = ((int) indices.get(i)) * size;
            for (int j = 0; j < size; j++) {
                gradient.set(from + j, gradient.get(from + j) + dy.get(i * size + j));
            }
        }
        return gradient;
    }
}
