package nursery.training;

import java.util.Arrays;

/** A growing list of numbers that does not allocate within the capacity it starts with. */
final class Numbers {
    private double[] values;
    private int size;

    Numbers(long capacity) {
        values = new double[(int) Math.min(capacity, 1 << 20)];
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(16, 2 * size));
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    double get(int i) {
        return values[i];
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** The median of the numbers from {@code from} on; NaN if there are none. */
    double median(int from) {
        if (from >= size) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOfRange(values, from, size);
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
