import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Arrays;

/** The comparison's workloads in DJL with its native PyTorch on random data. Usage: DjlBench THREADS [abcde] */
public final class DjlBench {
    private static final int BATCHES = 40;

    private DjlBench() {}

    public static void main(String[] args) {
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("ai.djl.pytorch.num_threads", args[0]);
        Engine.getInstance();
        if (JniUtils.getNumThreads() != Integer.parseInt(args[0])) {
            throw new IllegalStateException("expected " + args[0] + " threads, PyTorch has " + JniUtils.getNumThreads());
        }
        for (char workload : (args.length > 1 ? args[1] : "abcde").toCharArray()) {
            System.out.printf("%s %.0f%n", workload, workload == 'd' ? forward() : training(workload));
        }
    }

    private static double training(char workload) {
        Shape shape = workload == 'e' ? new Shape(50, 3, 32, 32) : workload == 'c' ? new Shape(128, 784) : new Shape(100, 3072);
        int rows = (int) shape.get(0);
        Loss loss = Loss.softmaxCrossEntropyLoss();
        try (Model model = Model.newInstance("net")) {
            model.setBlock(net(workload));
            var config = new DefaultTrainingConfig(loss).optOptimizer(optimizer(workload)).optDevices(new Device[] {Device.cpu()});
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(shape);
                NDManager manager = trainer.getManager();
                NDArray[] xs = new NDArray[BATCHES];
                NDArray[] ys = new NDArray[BATCHES];
                for (int i = 0; i < BATCHES; i++) {
                    xs[i] = manager.randomNormal(shape);
                    ys[i] = manager.randomInteger(0, 10, new Shape(rows), DataType.INT64).toType(DataType.FLOAT32, false);
                }
                int[] count = {0};
                return rows / seconds(() -> step(trainer, loss, xs[count[0] % BATCHES], ys[count[0]++ % BATCHES]));
            }
        }
    }

    private static void step(Trainer trainer, Loss loss, NDArray x, NDArray y) {
        try (NDManager scope = trainer.getManager().newSubManager()) {
            try (GradientCollector collector = trainer.newGradientCollector()) {
                NDList in = new NDList(x.duplicate());
                in.attach(scope);
                NDArray value = loss.evaluate(new NDList(y), trainer.forward(in));
                collector.backward(value);
                value.close();
            }
            trainer.step();
        }
    }

    private static Optimizer optimizer(char workload) {
        return workload == 'a'
                ? Optimizer.sgd().setLearningRateTracker(Tracker.fixed(1e-4f)).optMomentum(0.9f).build()
                : Optimizer.adam().optLearningRateTracker(Tracker.fixed(1e-4f)).build();
    }

    private static SequentialBlock net(char workload) {
        SequentialBlock net = new SequentialBlock();
        switch (workload) {
            case 'a' -> dense(net, 50).add(Activation::relu);
            case 'b' -> {
                for (int i = 0; i < 5; i++) {
                    dense(net, 100).add(BatchNorm.builder().build()).add(Activation::relu);
                }
            }
            case 'c' -> dense(dense(net, 256).add(Activation::relu), 128).add(Activation::relu);
            default -> {
                conv(conv(net)).add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2))).add(Blocks.batchFlattenBlock());
                dense(net, 100).add(Activation::relu);
            }
        }
        return dense(net, 10);
    }

    private static SequentialBlock dense(SequentialBlock net, int units) {
        return net.add(Linear.builder().setUnits(units).build());
    }

    private static SequentialBlock conv(SequentialBlock net) {
        Shape one = new Shape(1, 1);
        return net.add(Conv2d.builder().setKernelShape(new Shape(3, 3)).optPadding(one).setFilters(32).build())
                .add(Activation::relu);
    }

    private static double forward() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray[] weights = new NDArray[6];
            Arrays.setAll(weights, i -> manager.randomNormal(0, 0.01f, new Shape(4096, 4096), DataType.FLOAT32));
            NDArray start = manager.randomNormal(new Shape(16, 4096));
            return 16 / seconds(() -> {
                try (NDManager scope = manager.newSubManager()) {
                    NDArray x = start.duplicate();
                    x.attach(scope);
                    for (NDArray w : weights) {
                        x = x.matMul(w).tanh();
                    }
                    x.getFloat(0, 0);
                }
            });
        }
    }

    /** The median over rounds of 0.3 seconds, after 1.5 seconds of warm-up. */
    private static double seconds(Runnable call) {
        long start = System.nanoTime();
        int calls = 0;
        while (System.nanoTime() - start < 1.5e9 || calls < 3) {
            call.run();
            calls++;
        }
        int repeats = (int) Math.max(1, 0.3e9 * calls / (System.nanoTime() - start));
        double[] rounds = new double[7];
        for (int i = 0; i < rounds.length; i++) {
            long begin = System.nanoTime();
            for (int j = 0; j < repeats; j++) {
                call.run();
            }
            rounds[i] = (System.nanoTime() - begin) * 1e-9 / repeats;
        }
        Arrays.sort(rounds);
        return rounds[rounds.length / 2];
    }
}
