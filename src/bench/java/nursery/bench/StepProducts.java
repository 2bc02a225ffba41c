package nursery.bench;

import java.util.ArrayList;
import java.util.List;
import nursery.Net;
import nursery.layers.Conv;
import nursery.layers.Dense;
import nursery.layers.Layer;
import nursery.tensor.Arena;
import nursery.tensor.Convolution;
import nursery.tensor.Precision;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import nursery.tensor.Workers;

/** The matrix products and convolutions of one training step of a net, forward and backward, and nothing else of it. */
final class StepProducts implements AutoCloseable {
    private final Workers workers;
    private final Arena arena;
    private final List<Runnable> products = new ArrayList<>();
    private double operations;

    StepProducts(Net net, int batch, int threads) {
        workers = Workers.of(threads);
        arena = Arena.of(Precision.FLOAT32, workers);
        List<Shape> shapes = net.shapes();
        for (int i = 0; i < net.layers().size(); i++) {
            Layer layer = net.layers().get(i);
            Shape in = shapes.get(i).batch(batch);
            Shape out = shapes.get(i + 1).batch(batch);
            if (layer instanceof Dense) {
                dense(in, out);
            } else if (layer instanceof Conv conv) {
                convolution(conv, in, out);
            }
        }
    }

    private void dense(Shape in, Shape out) {
        Tensor x = Workload.normal(in).in(arena);
        Tensor w = Workload.normal(Shape.of(in.dim(1), out.dim(1)));
        Tensor dy = Workload.normal(out).in(arena);
        double each = 2.0 * in.size() * out.dim(1);
        add(each, () -> x.matmul(w), () -> x.transposeMatmul(dy), () -> dy.matmulTranspose(w));
    }

    private void convolution(Conv conv, Shape in, Shape out) {
        Tensor x = Workload.normal(in).in(arena);
        Tensor w = Workload.normal(Shape.of(conv.filters(), in.dim(1), conv.size(), conv.size()));
        Tensor b = Workload.normal(Shape.of(conv.filters()));
        Tensor dy = Workload.normal(out).in(arena);
        double each = 2.0 * out.size() * in.dim(1) * conv.size() * conv.size();
        add(
                each,
                () -> Convolution.forward(x, w, b, conv.stride(), conv.padding()),
                () -> Convolution.weightGradient(dy, x, w, conv.stride(), conv.padding()),
                () -> Convolution.inputGradient(dy, w, x, conv.stride(), conv.padding()));
    }

    /** The first layer of a net needs no gradient of its input. */
    private void add(double each, Runnable forward, Runnable weightGradient, Runnable inputGradient) {
        boolean first = products.isEmpty();
        products.add(forward);
        products.add(weightGradient);
        if (!first) {
            products.add(inputGradient);
        }
        operations += (first ? 2 : 3) * each;
    }

    /** 10^9 multiplications and additions per second. */
    double gigaflops() {
        return operations * 1e-9 / Timing.medianSeconds(this::run);
    }

    private void run() {
        arena.reset();
        for (Runnable product : products) {
            product.run();
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}
