package nursery.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * Makes a dataset of the columns of a table. Columns that no net can read and rows with missing values are left out, and
 * the dataset's notes say so.
 */
record TableRows(String table, int rows, TableColumn label, List<TableColumn> columns) {

    Dataset dataset() {
        List<String> notes = new ArrayList<>();
        List<TableColumn> used = new ArrayList<>();
        for (TableColumn column : columns) {
            column.unusable()
                    .ifPresentOrElse(
                            why -> notes.add("column '" + column.name() + "' is left out: " + why),
                            () -> used.add(column));
        }
        if (used.isEmpty()) {
            throw new IllegalArgumentException("expected " + table
                    + " to have columns of numbers or categories beside '"
                    + label.name() + "', received " + (notes.isEmpty() ? "no other column" : String.join(", ", notes))
                    + "; add a column");
        }
        int[] complete = IntStream.range(0, rows)
                .filter(row -> !label.missing(row) && used.stream().noneMatch(column -> column.missing(row)))
                .toArray();
        if (complete.length < rows) {
            notes.add(incomplete(used, rows - complete.length));
        }
        if (complete.length == 0) {
            throw new IllegalArgumentException("expected " + table + " to have rows without missing values, received "
                    + (rows == 0 ? "no rows" : notes.get(notes.size() - 1))
                    + "; fill the gaps or remove the emptiest columns");
        }
        Dataset data = new Dataset(features(used, complete), label.targets(complete), Facts.NONE)
                .named(used.stream()
                        .flatMap(column -> column.featureNames(complete).stream())
                        .toList());
        for (String note : notes) {
            data = data.noted(note);
        }
        return data;
    }

    private String incomplete(List<TableColumn> used, int left) {
        List<TableColumn> read = new ArrayList<>(used);
        read.add(label);
        return Text.count(left) + " of " + Text.count(rows) + (left == 1 ? " rows is" : " rows are")
                + " left out: missing values in "
                + read.stream()
                        .filter(column -> gaps(column) > 0)
                        .map(column -> "'" + column.name() + "' (" + Text.count(gaps(column)) + ")")
                        .collect(Collectors.joining(", "));
    }

    private long gaps(TableColumn column) {
        return IntStream.range(0, rows).filter(column::missing).count();
    }

    /** [rows, features] in float64. */
    private static Tensor features(List<TableColumn> used, int[] complete) {
        List<double[]> features = used.stream()
                .flatMap(column -> List.of(column.features(complete)).stream())
                .toList();
        Tensor x = Tensor.zeros(Shape.of(complete.length, features.size()), Precision.FLOAT64);
        for (int j = 0; j < features.size(); j++) {
            for (int i = 0; i < complete.length; i++) {
                x.set(i * features.size() + j, features.get(j)[i]);
            }
        }
        return x;
    }
}
