package nursery.tensor;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * An array of numbers with a shape, in row-major order and in one of two precisions. In a net the first dimension
 * counts the rows of a batch: {@code [batch, 784]}, {@code [batch, channels, height, width]}.
 *
 * <p>Operations return a new tensor, or, on a tensor of an {@link Arena}, the arena's next one; those whose name ends in
 * {@code InPlace}, {@code fill} and {@code assign} change this one. The other operand has the same shape, or the shape
 * of the last dimensions, and is then repeated: {@code [batch, n].plus([n])}. Precisions never mix.
 */
public final class Tensor {
    final float[] floats;
    final double[] doubles;
    final int offset;
    private final Shape shape;
    private final Precision precision;
    private final @Nullable Arena arena;

    private static final float[] NO_FLOATS = {};
    private static final double[] NO_DOUBLES = {};

    private Tensor(
            Precision precision, float[] floats, double[] doubles, int offset, Shape shape, @Nullable Arena arena) {
        this.precision = precision;
        this.floats = floats;
        this.doubles = doubles;
        this.offset = offset;
        this.shape = shape;
        this.arena = arena;
    }

    // ---- making one ----

    /** Zeros. */
    public static Tensor zeros(Shape shape, Precision precision) {
        return allocate(precision, shape);
    }

    /** A float32 tensor that holds {@code values} itself, not a copy. */
    public static Tensor of(float[] values, Shape shape) {
        requireSize(values.length, shape);
        return new Tensor(Precision.FLOAT32, values, NO_DOUBLES, 0, shape, null);
    }

    /** A float64 tensor that holds {@code values} itself, not a copy. */
    public static Tensor of(double[] values, Shape shape) {
        requireSize(values.length, shape);
        return new Tensor(Precision.FLOAT64, NO_FLOATS, values, 0, shape, null);
    }

    /**
     * A float64 tensor {@code [rows, columns]}, copied.
     *
     * @throws ShapeException if the rows have different lengths
     */
    public static Tensor of(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        Tensor t = zeros(Shape.of(rows.length, columns), Precision.FLOAT64);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new ShapeException("expected " + columns + " numbers in every row, received " + rows[i].length
                        + " in row " + i + "; make all rows equally long");
            }
            System.arraycopy(rows[i], 0, t.doubles, i * columns, columns);
        }
        return t;
    }

    /** A float64 tensor {@code [rows, columns]} with the numbers of an EJML matrix, copied. */
    public static Tensor of(DMatrixRMaj matrix) {
        return of(
                Arrays.copyOf(matrix.data, matrix.getNumElements()),
                Shape.of(matrix.getNumRows(), matrix.getNumCols()));
    }

    static Tensor allocate(Precision precision, Shape shape) {
        return precision == Precision.FLOAT32
                ? of(new float[shape.size()], shape)
                : of(new double[shape.size()], shape);
    }

    private static void requireSize(int length, Shape shape) {
        if (length != shape.size()) {
            throw new ShapeException(
                    "expected " + shape.size() + " numbers for shape " + shape + ", received " + length);
        }
    }

    // ---- looking at it ----

    /** The lengths of all dimensions, the batch included. */
    public Shape shape() {
        return shape;
    }

    /** The width of the numbers. */
    public Precision precision() {
        return precision;
    }

    /** How many numbers it holds. */
    public int size() {
        return shape.size();
    }

    /** The length of the first dimension. */
    public int rows() {
        return shape.dim(0);
    }

    /** How many numbers a row holds: the size over the length of the first dimension. */
    public int columns() {
        int n = 1;
        for (int i = 1; i < shape.rank(); i++) {
            n *= shape.dim(i);
        }
        return n;
    }

    /** The number at a place in row-major order, {@code 0 <= i < size()}. */
    public double get(int i) {
        return precision == Precision.FLOAT32 ? floats[offset + i] : doubles[offset + i];
    }

    /** The number in row {@code row} and column {@code column} of a row. */
    public double get(int row, int column) {
        return get(row * columns() + column);
    }

    /** The place of (n, c, i, j) in a tensor {@code [batch, channels, height, width]}. */
    int index(int n, int c, int i, int j) {
        return ((n * shape.dim(1) + c) * shape.dim(2) + i) * shape.dim(3) + j;
    }

    /** Sets the number at a place in row-major order, rounded to the precision. */
    public void set(int i, double value) {
        if (precision == Precision.FLOAT32) {
            floats[offset + i] = (float) value;
        } else {
            doubles[offset + i] = value;
        }
    }

    /** The numbers in row-major order, copied. */
    public double[] toDoubles() {
        double[] copy = new double[size()];
        copyTo(copy);
        return copy;
    }

    /** The numbers as an EJML matrix of {@link #rows()} x {@link #columns()}, copied. */
    public DMatrixRMaj toMatrix() {
        return DMatrixRMaj.wrap(rows(), columns(), toDoubles());
    }

    // ---- other views and copies ----

    /** The same numbers in another shape of the same size; shares the memory. */
    public Tensor reshape(Shape other) {
        requireSize(size(), other);
        return arena == null ? header(other) : arena.view(this, other);
    }

    /** Each row as one flat row, [batch, n]; shares the memory. */
    public Tensor flat() {
        if (shape.rank() == 2) {
            return this;
        }
        return arena == null ? header(Shape.of(rows(), columns())) : arena.view(this, rows(), columns());
    }

    /** Rows {@code from} (inclusive) to {@code to} (exclusive) of the first dimension; shares the memory. */
    public Tensor rows(int from, int to) {
        if (from < 0 || to < from || to > rows()) {
            throw new ShapeException("expected rows within 0 to " + rows() + ", received " + from + " to " + to);
        }
        return new Tensor(
                precision,
                floats,
                doubles,
                offset + from * columns(),
                shape.row().batch(to - from),
                arena);
    }

    /** A tensor of its own memory, outside any arena. */
    public Tensor copy() {
        return to(precision);
    }

    /** A copy in the given precision, outside any arena. */
    public Tensor to(Precision other) {
        Tensor out = allocate(other, shape);
        out.assignConverted(this);
        return out;
    }

    private void assignConverted(Tensor source) {
        if (source.precision == precision) {
            assign(source);
        } else {
            for (int i = 0; i < size(); i++) {
                set(i, source.get(i));
            }
        }
    }

    /** This tensor as one of {@code arena}: results of its operations come from there. Shares the memory. */
    public Tensor in(Arena arena) {
        return new Tensor(precision, floats, doubles, offset, shape, arena);
    }

    Tensor header(Shape other) {
        return new Tensor(precision, floats, doubles, offset, other, arena);
    }

    boolean sharesMemory(Tensor other) {
        return floats == other.floats && doubles == other.doubles && offset == other.offset;
    }

    int capacity() {
        return (precision == Precision.FLOAT32 ? floats.length : doubles.length) - offset;
    }

    // ---- elementwise ----

    /** {@code this + other}. */
    public Tensor plus(Tensor other) {
        Tensor out = result(other);
        kernels(other).plus(this, other, out);
        return out;
    }

    /** {@code this - other}. */
    public Tensor minus(Tensor other) {
        Tensor out = result(other);
        kernels(other).minus(this, other, out);
        return out;
    }

    /** {@code this * other}, number by number. */
    public Tensor times(Tensor other) {
        Tensor out = result(other);
        kernels(other).times(this, other, out);
        return out;
    }

    /** {@code this / other}, number by number. */
    public Tensor dividedBy(Tensor other) {
        Tensor out = result(other);
        kernels(other).dividedBy(this, other, out);
        return out;
    }

    /** {@code factor * this}. */
    public Tensor times(double factor) {
        Tensor out = like();
        kernels().scale(this, factor, out);
        return out;
    }

    /** {@code f} of every number. */
    public Tensor map(DoubleUnaryOperator f) {
        Tensor out = like();
        kernels().map(this, f, out);
        return out;
    }

    /** {@code f(this, other)}, number by number. */
    public Tensor zip(Tensor other, DoubleBinaryOperator f) {
        Tensor out = result(other);
        kernels(other).zip(this, other, f, out);
        return out;
    }

    /** max(0, x). */
    public Tensor relu() {
        Tensor out = like();
        kernels().relu(this, out);
        return out;
    }

    /** This gradient where {@code y = relu(x)} is positive, 0 elsewhere. */
    public Tensor reluGradient(Tensor y) {
        Tensor out = result(y);
        kernels(y).reluGradient(this, y, out);
        return out;
    }

    /** (e^x - e^-x) / (e^x + e^-x). */
    public Tensor tanh() {
        Tensor out = like();
        kernels().tanh(this, out);
        return out;
    }

    /** This gradient times {@code 1 - y²}, for {@code y = tanh(x)}. */
    public Tensor tanhGradient(Tensor y) {
        Tensor out = result(y);
        kernels(y).tanhGradient(this, y, out);
        return out;
    }

    /** 1 / (1 + e^-x). */
    public Tensor sigmoid() {
        Tensor out = like();
        kernels().sigmoid(this, out);
        return out;
    }

    /** This gradient times {@code y (1 - y)}, for {@code y = sigmoid(x)}. */
    public Tensor sigmoidGradient(Tensor y) {
        Tensor out = result(y);
        kernels(y).sigmoidGradient(this, y, out);
        return out;
    }

    /** e^x / Σ e^x within each row; rows of a batch sum to 1. */
    public Tensor softmax() {
        Tensor out = like();
        kernels().softmax(this, out);
        return out;
    }

    // ---- products ----

    /** {@code this · w}: [m, k] · [k, n] = [m, n]. */
    public Tensor matmul(Tensor w) {
        return product(this, false, w, false);
    }

    /** {@code thisᵀ · b}: [k, m]ᵀ · [k, n] = [m, n]; for x and dL/dy it is dL/dW. */
    public Tensor transposeMatmul(Tensor b) {
        return product(this, true, b, false);
    }

    /** {@code this · bᵀ}: [m, k] · [n, k]ᵀ = [m, n]; for dL/dy and W it is dL/dx. */
    public Tensor matmulTranspose(Tensor b) {
        return product(this, false, b, true);
    }

    /** {@code this · w + b}: [m, k] · [k, n] + [n] = [m, n]. */
    public Tensor affine(Tensor w, Tensor b) {
        Tensor out = productResult(this, false, w, false);
        if (b.size() != out.columns()) {
            throw new ShapeException(
                    "expected a bias of " + out.columns() + " numbers beside " + w.shape + ", received " + b.shape);
        }
        kernels(w).affine(this, w, b, out);
        return out;
    }

    private static Tensor product(Tensor a, boolean transposeA, Tensor b, boolean transposeB) {
        Tensor out = productResult(a, transposeA, b, transposeB);
        a.kernels(b).matmul(a, transposeA, b, transposeB, out);
        return out;
    }

    private static Tensor productResult(Tensor a, boolean transposeA, Tensor b, boolean transposeB) {
        int m = transposeA ? a.columns() : a.rows();
        int inner = transposeA ? a.rows() : a.columns();
        int other = transposeB ? b.columns() : b.rows();
        int n = transposeB ? b.rows() : b.columns();
        if (inner != other) {
            throw new ShapeException("expected as many columns on the left as rows on the right of a product, received "
                    + a.shape + (transposeA ? " transposed" : "") + " and " + b.shape
                    + (transposeB ? " transposed" : ""));
        }
        Arena arena = a.arena != null ? a.arena : b.arena;
        return arena == null ? allocate(a.precision, Shape.of(m, n)) : arena.next(m, n);
    }

    // ---- sums ----

    /** The sum over the first dimension: [batch, row...] to [row...]; for dL/dy it is dL/db. */
    public Tensor sumRows() {
        Tensor out = arena == null ? allocate(precision, shape.row()) : arena.next(arena.rowOf(shape));
        kernels().sumRows(this, out);
        return out;
    }

    /** The sum of all numbers, accumulated in float64. */
    public double sum() {
        return kernels().sum(this);
    }

    /** The mean of all numbers, accumulated in float64; NaN when there are none. */
    public double mean() {
        return sum() / size();
    }

    /** The deviation of all elements, sqrt(mean((x - mean)²)). */
    public double std() {
        double mean = mean();
        return Math.sqrt(map(x -> (x - mean) * (x - mean)).mean());
    }

    /** Σ this * other, accumulated in float64. */
    public double dot(Tensor other) {
        requireSame(other);
        return kernels(other).dot(this, other);
    }

    /** sqrt(Σ x²), accumulated in float64. */
    public double norm() {
        return Math.sqrt(kernels().dot(this, this));
    }

    /** sqrt(Σ (this - other)²), accumulated in float64. */
    public double distance(Tensor other) {
        requireSame(other);
        return Math.sqrt(kernels(other).squaredDistance(this, other));
    }

    /** Σ |x|, accumulated in float64. */
    public double sumAbs() {
        return kernels().sumAbs(this);
    }

    /** Whether no number is NaN or infinite. */
    public boolean allFinite() {
        for (int i = 0; i < size(); i++) {
            if (!Double.isFinite(get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The column of the largest number in a row, the first of equals. */
    public int argmax(int row) {
        int n = columns();
        int best = 0;
        double largest = get(row * n);
        for (int j = 1; j < n; j++) {
            double number = get(row * n + j);
            if (number > largest) {
                best = j;
                largest = number;
            }
        }
        return best;
    }

    // ---- changing it ----

    /** Sets every number to {@code value}. */
    public void fill(double value) {
        if (precision == Precision.FLOAT32) {
            Arrays.fill(floats, offset, offset + size(), (float) value);
        } else {
            Arrays.fill(doubles, offset, offset + size(), value);
        }
    }

    /** Draws every number from N(mean, std²). */
    public void fillNormal(RandomGenerator random, double mean, double std) {
        for (int i = 0; i < size(); i++) {
            set(i, mean + std * random.nextGaussian());
        }
    }

    /** Draws every number uniformly from [low, high). */
    public void fillUniform(RandomGenerator random, double low, double high) {
        for (int i = 0; i < size(); i++) {
            set(i, low + (high - low) * random.nextDouble());
        }
    }

    /**
     * Fills the matrix of {@link #rows()} x {@link #columns()} with {@code gain} times a random orthogonal one: its
     * columns, or its rows where there are fewer rows, have length {@code gain} and are orthogonal to each other.
     */
    public void fillOrthogonal(RandomGenerator random, double gain) {
        boolean tall = rows() >= columns();
        int n = columns();
        DMatrixRMaj q = OrthogonalMatrix.draw(Math.max(rows(), n), Math.min(rows(), n), random);
        for (int i = 0; i < size(); i++) {
            set(i, gain * (tall ? q.get(i / n, i % n) : q.get(i % n, i / n)));
        }
    }

    /** Copies the numbers of {@code source}, of the same shape and precision, into this tensor. */
    public void assign(Tensor source) {
        requireSame(source);
        kernels(source); // same precision
        if (precision == Precision.FLOAT32) {
            System.arraycopy(source.floats, source.offset, floats, offset, size());
        } else {
            System.arraycopy(source.doubles, source.offset, doubles, offset, size());
        }
    }

    /** Takes its numbers, in row-major order, from the beginning of {@code numbers}. */
    public void assign(float[] numbers) {
        if (precision == Precision.FLOAT32) {
            System.arraycopy(numbers, 0, floats, offset, size());
        } else {
            for (int i = 0; i < size(); i++) {
                doubles[offset + i] = numbers[i];
            }
        }
    }

    /** Takes its numbers, in row-major order and rounded to the precision, from the beginning of {@code numbers}. */
    public void assign(double[] numbers) {
        int n = size();
        if (precision == Precision.FLOAT32) {
            for (int i = 0; i < n; i++) {
                floats[offset + i] = (float) numbers[i];
            }
        } else {
            System.arraycopy(numbers, 0, doubles, offset, n);
        }
    }

    /** Copies its numbers, in row-major order, to the beginning of {@code numbers}. */
    public void copyTo(double[] numbers) {
        int n = size();
        if (precision == Precision.FLOAT32) {
            for (int i = 0; i < n; i++) {
                numbers[i] = floats[offset + i];
            }
        } else {
            System.arraycopy(doubles, offset, numbers, 0, n);
        }
    }

    /** Copies its numbers, in row-major order and rounded to float32, to the beginning of {@code numbers}. */
    public void copyTo(float[] numbers) {
        if (precision == Precision.FLOAT32) {
            System.arraycopy(floats, offset, numbers, 0, size());
        } else {
            for (int i = 0; i < size(); i++) {
                numbers[i] = (float) doubles[offset + i];
            }
        }
    }

    /**
     * Copies rows {@code indices[from..to)} of {@code source} into the first rows of this tensor, converting the precision.
     *
     * @throws ShapeException if rows differ in length, or there are fewer rows here than indices
     */
    public void gatherRows(Tensor source, int[] indices, int from, int to) {
        int n = columns();
        if (source.columns() != n || to - from > rows()) {
            throw new ShapeException("expected room for " + (to - from) + " rows of " + source.columns()
                    + " numbers, received a tensor of shape " + shape + "; gather into one of that shape");
        }
        for (int i = from; i < to; i++) {
            int at = offset + (i - from) * n;
            int start = source.offset + indices[i] * n;
            if (n <= MemoryTouch.LONGEST && (i - from) % MemoryTouch.ROWS == 0 && i + MemoryTouch.ROWS <= to) {
                source.touchRows(indices, i);
            }
            if (precision == Precision.FLOAT32 && source.precision == Precision.FLOAT32) {
                System.arraycopy(source.floats, start, floats, at, n);
            } else if (precision == Precision.FLOAT64 && source.precision == Precision.FLOAT64) {
                System.arraycopy(source.doubles, start, doubles, at, n);
            } else {
                for (int j = 0; j < n; j++) {
                    set((i - from) * n + j, source.get(indices[i] * n + j));
                }
            }
        }
    }

    private void touchRows(int[] indices, int from) {
        if (precision == Precision.FLOAT32) {
            int n = columns();
            MemoryTouch.rows(
                    floats,
                    offset + indices[from] * n,
                    offset + indices[from + 1] * n,
                    offset + indices[from + 2] * n,
                    offset + indices[from + 3] * n,
                    offset + indices[from + 4] * n,
                    offset + indices[from + 5] * n,
                    offset + indices[from + 6] * n,
                    offset + indices[from + 7] * n,
                    n);
        }
    }

    /** {@code this += factor * x}. */
    public void addInPlace(double factor, Tensor x) {
        requireSame(x);
        kernels(x).addScaled(this, factor, x);
    }

    /** {@code this += factor * sign(x)}, where the sign of 0 is 0. */
    public void addSignInPlace(double factor, Tensor x) {
        requireSame(x);
        kernels(x).addSign(this, factor, x);
    }

    /** {@code this *= factor}. */
    public void timesInPlace(double factor) {
        kernels().scale(this, factor, this);
    }

    /** Moves every number into [-most, most]; NaN stays NaN. */
    public void clampInPlace(double most) {
        kernels().clamp(this, most);
    }

    // ---- helpers ----

    /** The kernels that work on this tensor. */
    Kernels kernels() {
        return arena == null ? Kernels.of(precision) : arena.kernels();
    }

    /** The kernels that work on this tensor and {@code other}. */
    Kernels kernels(Tensor other) {
        if (other.precision != precision) {
            throw new IllegalArgumentException("expected both tensors in " + precision + ", received " + other.precision
                    + "; convert one with to(Precision." + precision + ")");
        }
        return arena == null && other.arena != null ? other.arena.kernels() : kernels();
    }

    /** The kernels of images and batches that work on this tensor. */
    Families families() {
        return arena == null ? Families.of(Kernels.of(precision)) : arena.families();
    }

    /** A tensor of this shape for a result. */
    private Tensor like() {
        return result(shape);
    }

    /** A tensor of another shape for a result. */
    Tensor result(Shape shape) {
        return arena == null ? allocate(precision, shape) : arena.next(shape);
    }

    /** A tensor of shape {@code [rows, columns]} for a result. */
    Tensor result(int rows, int columns) {
        return arena == null ? allocate(precision, Shape.of(rows, columns)) : arena.next(rows, columns);
    }

    /** A tensor of shape {@code [rows, n, size]} for a result. */
    Tensor result(int rows, int n, int size) {
        return arena == null ? allocate(precision, Shape.of(rows, n, size)) : arena.next(rows, n, size);
    }

    /** A tensor of shape {@code [rows, channels, height, width]} for a result. */
    Tensor result(int rows, int channels, int height, int width) {
        return arena == null
                ? allocate(precision, Shape.of(rows, channels, height, width))
                : arena.next(rows, channels, height, width);
    }

    private Tensor result(Tensor other) {
        if (!shape.endsWith(other.shape)) {
            throw new ShapeException(
                    "expected a tensor of shape " + shape + " or of its last dimensions, received " + other.shape);
        }
        Arena home = arena != null ? arena : other.arena;
        return home == null ? allocate(precision, shape) : home.next(shape);
    }

    private void requireSame(Tensor other) {
        if (!other.shape.equals(shape)) {
            throw new ShapeException("expected a tensor of shape " + shape + ", received " + other.shape);
        }
    }

    /** Shape and first numbers: {@code Tensor[2, 3] float32 (0.1, 0.2, 0.3, ...)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Tensor")
                .append(shape)
                .append(precision == Precision.FLOAT32 ? " float32 (" : " float64 (");
        for (int i = 0; i < Math.min(size(), 6); i++) {
            text.append(i == 0 ? "" : ", ").append(precision == Precision.FLOAT32 ? "" + (float) get(i) : "" + get(i));
        }
        return text.append(size() > 6 ? ", ...)" : ")").toString();
    }
}
