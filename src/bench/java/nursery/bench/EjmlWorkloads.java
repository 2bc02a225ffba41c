package nursery.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nursery.tensor.Losses;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import nursery.tensor.Updates;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * Rows per second of workloads a and c when every matrix product is EJML's float multiplication: the bare loop of
 * forward, backward and update, without shuffling and history, and Nursery's loops for all that is no product. Usage:
 * EjmlWorkloads [ac]
 */
public final class EjmlWorkloads {
    private static final int BATCHES = 40;

    private EjmlWorkloads() {}

    public static void main(String[] args) {
        for (char w : (args.length > 0 ? args[0] : "ac").toCharArray()) {
            int rows = w == 'a' ? 100 : 128;
            Runnable step = w == 'a' ? steps(rows, false, 3072, 50, 10) : steps(rows, true, 784, 256, 128, 10);
            System.out.printf(Locale.ROOT, "%s %.0f%n", w, rows / Timing.medianSeconds(step));
        }
    }

    /** A step of training on the next batch. */
    private static Runnable steps(int rows, boolean adam, int... widths) {
        List<FMatrixRMaj> batches = new ArrayList<>();
        for (int i = 0; i < BATCHES; i++) {
            batches.add(normal(rows, widths[0], 1));
        }
        Tensor targets = tensor(new FMatrixRMaj(rows, 10));
        for (int i = 0; i < rows; i++) {
            targets.set(i * 10 + i % 10, 1);
        }
        List<Dense> layers = new ArrayList<>();
        for (int i = 0; i + 1 < widths.length; i++) {
            layers.add(new Dense(rows, widths[i], widths[i + 1]));
        }
        int[] count = {0};
        return () -> {
            FMatrixRMaj x = batches.get(count[0]++ % BATCHES);
            for (int i = 0; i < layers.size(); i++) {
                x = layers.get(i).forward(x, i + 1 < layers.size());
            }
            Dense last = layers.get(layers.size() - 1);
            Losses.softmaxCrossEntropy(tensor(x), targets, tensor(last.probabilities), tensor(last.dy));
            for (int i = layers.size() - 1; i >= 0; i--) {
                layers.get(i).backward(i > 0 ? layers.get(i - 1) : null);
                layers.get(i).update(adam);
            }
        };
    }

    private static FMatrixRMaj normal(int rows, int columns, double std) {
        FMatrixRMaj m = new FMatrixRMaj(rows, columns);
        Tensor t = tensor(m);
        t.assign(Workload.normal(t.shape()).times(std));
        return m;
    }

    private static Tensor tensor(FMatrixRMaj m) {
        return Tensor.of(m.data, Shape.of(m.numRows, m.numCols));
    }

    /** y = x W + b, and relu(y) within the net. */
    private static final class Dense {
        private final FMatrixRMaj w;
        private final FMatrixRMaj dw;
        private final Tensor m;
        private final Tensor v;
        private final Tensor b;
        private final Tensor bm;
        private final Tensor bv;
        private final FMatrixRMaj y;
        private final FMatrixRMaj dy;
        private final FMatrixRMaj probabilities;
        private FMatrixRMaj x;

        Dense(int rows, int in, int out) {
            w = normal(in, out, Math.sqrt(2.0 / in));
            dw = new FMatrixRMaj(in, out);
            m = tensor(new FMatrixRMaj(in, out));
            v = tensor(new FMatrixRMaj(in, out));
            b = Tensor.of(new float[out], Shape.of(out));
            bm = b.copy();
            bv = b.copy();
            y = new FMatrixRMaj(rows, out);
            dy = new FMatrixRMaj(rows, out);
            probabilities = new FMatrixRMaj(rows, out);
            x = y;
        }

        FMatrixRMaj forward(FMatrixRMaj input, boolean relu) {
            x = input;
            CommonOps_FDRM.mult(x, w, y);
            Tensor out = tensor(y);
            Tensor sum = out.plus(b);
            out.assign(relu ? sum.relu() : sum);
            return y;
        }

        /** dL/dW, and dL/dy of the layer before. */
        void backward(Dense before) {
            CommonOps_FDRM.multTransA(x, dy, dw);
            if (before != null) {
                CommonOps_FDRM.multTransB(dy, w, before.dy);
                tensor(before.dy).assign(tensor(before.dy).reluGradient(tensor(x)));
            }
        }

        void update(boolean adam) {
            if (adam) {
                Updates.adam(tensor(w), tensor(dw), m, v, 1e-4, 0.9, 0.999, 1e-8, 0.1, 0.001);
                Updates.adam(b, tensor(dy).sumRows(), bm, bv, 1e-4, 0.9, 0.999, 1e-8, 0.1, 0.001);
            } else {
                Updates.momentum(tensor(w), tensor(dw), m, 1e-4, 0.9);
                Updates.momentum(b, tensor(dy).sumRows(), bm, 1e-4, 0.9);
            }
        }
    }
}
