package nursery.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** One of several classes for every row. */
@SuppressWarnings("ArrayRecordComponent") // shared within the package, compared by nobody
record ClassTargets(int[] labels, List<String> names) implements Targets {

    /** Checks what a user hands in: at least two classes, every label one of them. */
    static ClassTargets of(int[] labels, List<String> names) {
        if (names.size() < 2) {
            throw new IllegalArgumentException("expected at least 2 classes, received " + names.size()
                    + (names.isEmpty() ? "" : " ('" + names.get(0) + "')") + "; add rows of another class");
        }
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] < 0 || labels[row] >= names.size()) {
                throw new IllegalArgumentException("expected labels from 0 to " + (names.size() - 1) + " for "
                        + names.size() + " classes, received " + labels[row] + " in row " + row
                        + "; number the classes from 0");
            }
        }
        return new ClassTargets(labels.clone(), List.copyOf(names));
    }

    /** Classes named by their numbers, from 0 to the largest label, each with at least one row. */
    static ClassTargets of(int[] labels) {
        int largest = Arrays.stream(labels).max().orElse(-1);
        if (largest >= labels.length) {
            throw new IllegalArgumentException("expected labels from 0 to the number of classes - 1, received "
                    + largest + " among " + labels.length + " rows; number the classes from 0 without gaps");
        }
        ClassTargets targets = of(
                labels,
                IntStream.rangeClosed(0, largest).mapToObj(Integer::toString).toList());
        int[] counts = targets.counts();
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] == 0) {
                throw new IllegalArgumentException("expected rows of every class from 0 to " + largest
                        + ", received none of class " + c
                        + "; number the classes from 0 without gaps, or give the names of all classes");
            }
        }
        return targets;
    }

    /** A class for every distinct number, in ascending order and named by it. */
    static ClassTargets ofNumbers(Tensor numbers) {
        if (numbers.columns() != 1) {
            throw new IllegalArgumentException(
                    "expected one number to predict per row, received " + numbers.columns() + "; use one label column");
        }
        double[] values = numbers.toDoubles();
        for (int row = 0; row < values.length; row++) {
            if (values[row] != Math.rint(values[row]) || Math.abs(values[row]) > 1L << 53) {
                throw new IllegalArgumentException("expected whole numbers that number the classes, received "
                        + values[row] + " in row " + row + "; keep it as regression, or round the column first");
            }
            values[row] += 0.0; // -0 is 0
        }
        double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
        int[] labels = Arrays.stream(values)
                .mapToInt(v -> Arrays.binarySearch(distinct, v))
                .toArray();
        return of(
                labels,
                Arrays.stream(distinct).mapToObj(v -> Long.toString((long) v)).toList());
    }

    int[] counts() {
        int[] counts = new int[names.size()];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    @Override
    public int rows() {
        return labels.length;
    }

    @Override
    public ClassTargets rows(int[] indices) {
        return new ClassTargets(Arrays.stream(indices).map(i -> labels[i]).toArray(), names);
    }

    @Override
    public ClassTargets slice(int from, int to) {
        return new ClassTargets(Arrays.copyOfRange(labels, from, to), names);
    }

    @Override
    public Tensor encode(int outputs, Precision precision) {
        boolean binary = outputs == 1 && names.size() == 2;
        if (outputs != names.size() && !binary) {
            throw new IllegalArgumentException("expected " + names.size() + " outputs for " + names.size()
                    + " classes, received " + outputs + "; end the net in dense(" + names.size() + ")");
        }
        Tensor encoded = Tensor.zeros(Shape.of(labels.length, outputs), precision);
        for (int row = 0; row < labels.length; row++) {
            if (binary) {
                encoded.set(row, labels[row]);
            } else {
                encoded.set(row * outputs + labels[row], 1);
            }
        }
        return encoded;
    }

    @Override
    public int group(int row) {
        return labels[row];
    }

    @Override
    public int groups() {
        return names.size();
    }

    @Override
    public boolean matches(Targets other) {
        return other instanceof ClassTargets classes && classes.names.equals(names);
    }

    @Override
    public String kind() {
        return names.size() + " classes";
    }

    @Override
    public String details() {
        int[] counts = counts();
        int shown = Math.min(names.size(), 20);
        return IntStream.range(0, shown)
                .mapToObj(c -> names.get(c) + " " + Text.count(counts[c]))
                .collect(Collectors.joining(", ", "classes: ", shown < names.size() ? ", ..." : ""));
    }
}
