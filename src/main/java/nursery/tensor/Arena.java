package nursery.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The reused memory of a training step. Every operation on a tensor of an arena takes its result from there: the n-th
 * tensor asked for after {@link #reset()} is the n-th of the step before when the shape agrees, so that plain-looking
 * code allocates nothing once it is warm.
 *
 * <p>A tensor of an arena is overwritten in the next step: {@link Tensor#copy()} what is to be kept. An arena belongs
 * to one thread; its kernels may share the work of one operation among several.
 */
public final class Arena {
    private final Kernels kernels;
    private final Families families;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Tensor> views = new ArrayList<>();
    private final Map<Shape, Shape> rowShapes = new HashMap<>();
    private int next;
    private int nextView;

    private Arena(Kernels kernels) {
        this.kernels = kernels;
        this.families = Families.of(kernels);
    }

    /** An empty arena for tensors of the given precision that works on the calling thread alone. */
    public static Arena of(Precision precision) {
        return of(precision, Workers.of(1));
    }

    /** An empty arena for tensors of the given precision, whose operations {@code workers} share; the bits stay the same. */
    public static Arena of(Precision precision, Workers workers) {
        return new Arena(Kernels.create(precision, workers));
    }

    /** Starts a step: hands out the first tensor again. */
    public void reset() {
        next = 0;
        nextView = 0;
    }

    /** The next tensor, of shape {@code shape}. Its numbers are those that some earlier step left there. */
    public Tensor next(Shape shape) {
        return slot().fit(this, shape);
    }

    /** The next tensor, of shape {@code [rows, columns]}. */
    Tensor next(int rows, int columns) {
        return slot().fit(this, rows, columns);
    }

    /** The next tensor, of shape {@code [rows, n, size]}. */
    Tensor next(int rows, int n, int size) {
        return slot().fit(this, rows, n, size);
    }

    /** The next tensor, of shape {@code [rows, channels, height, width]}. */
    Tensor next(int rows, int channels, int height, int width) {
        return slot().fit(this, rows, channels, height, width);
    }

    /** {@code source} in another shape of the same size, the same object as in the step before if nothing changed. */
    Tensor view(Tensor source, Shape shape) {
        Tensor last = nextView < views.size() ? views.get(nextView) : null;
        return last != null && last.sharesMemory(source) && last.shape().equals(shape)
                ? keep(last)
                : keep(source.header(shape));
    }

    /** {@code source} in the shape {@code [rows, columns]}. */
    Tensor view(Tensor source, int rows, int columns) {
        Tensor last = nextView < views.size() ? views.get(nextView) : null;
        boolean same = last != null
                && last.sharesMemory(source)
                && last.shape().rank() == 2
                && last.rows() == rows
                && last.columns() == columns;
        return last != null && same ? keep(last) : keep(source.header(Shape.of(rows, columns)));
    }

    private Tensor keep(Tensor view) {
        if (nextView == views.size()) {
            views.add(view);
        } else {
            views.set(nextView, view);
        }
        nextView++;
        return view;
    }

    Kernels kernels() {
        return kernels;
    }

    Families families() {
        return families;
    }

    /** The shape of a row of {@code batch}, remembered so that a warm step need not make it again. */
    Shape rowOf(Shape batch) {
        return rowShapes.computeIfAbsent(batch, Shape::row);
    }

    private Slot slot() {
        if (next == slots.size()) {
            slots.add(new Slot());
        }
        return slots.get(next++);
    }

    /** One place of a step: a buffer as large as the largest tensor it ever held, and a header per shape. */
    private static final class Slot {
        private final List<Tensor> headers = new ArrayList<>(2);

        Tensor fit(Arena arena, Shape shape) {
            for (int i = 0; i < headers.size(); i++) {
                if (headers.get(i).shape().equals(shape)) {
                    return headers.get(i);
                }
            }
            return add(arena, shape);
        }

        Tensor fit(Arena arena, int rows, int columns) {
            for (int i = 0; i < headers.size(); i++) {
                Shape s = headers.get(i).shape();
                if (s.rank() == 2 && s.dim(0) == rows && s.dim(1) == columns) {
                    return headers.get(i);
                }
            }
            return add(arena, Shape.of(rows, columns));
        }

        Tensor fit(Arena arena, int rows, int n, int size) {
            for (int i = 0; i < headers.size(); i++) {
                Shape s = headers.get(i).shape();
                if (s.rank() == 3 && s.dim(0) == rows && s.dim(1) == n && s.dim(2) == size) {
                    return headers.get(i);
                }
            }
            return add(arena, Shape.of(rows, n, size));
        }

        Tensor fit(Arena arena, int rows, int channels, int height, int width) {
            for (int i = 0; i < headers.size(); i++) {
                Shape s = headers.get(i).shape();
                if (s.rank() == 4
                        && s.dim(0) == rows
                        && s.dim(1) == channels
                        && s.dim(2) == height
                        && s.dim(3) == width) {
                    return headers.get(i);
                }
            }
            return add(arena, Shape.of(rows, channels, height, width));
        }

        private Tensor add(Arena arena, Shape shape) {
            Tensor header = null;
            for (Tensor t : headers) {
                if (t.capacity() >= shape.size()) {
                    header = t.header(shape);
                    break;
                }
            }
            if (header == null) {
                headers.clear();
                header = Tensor.allocate(arena.kernels.precision(), shape).in(arena);
            }
            headers.add(header);
            return header;
        }
    }
}
