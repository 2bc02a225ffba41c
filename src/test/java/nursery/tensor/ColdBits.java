package nursery.tensor;

import java.lang.reflect.Field;
import java.util.List;
import java.util.SplittableRandom;
import nursery.Model;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.layers.Variable;

/** Prints the bits of many operations: the main class of a fresh JVM in {@link ColdAndWarmTest}. */
final class ColdBits {
    private static final List<String> FLAGS = List.of("relu", "sums", "images", "edges", "others");

    private ColdBits() {}

    /** Uses vectors as soon as they are fast; "compiled" waits for that, "uncompiled" does not mind. */
    public static void main(String[] args) throws ReflectiveOperationException, InterruptedException {
        switch (args.length == 0 ? "" : args[0]) {
            case "compiled" -> awaitVectors();
            case "uncompiled" -> trustVectors();
            default -> {}
        }
        System.out.println(hash());
    }

    private static void awaitVectors() throws ReflectiveOperationException, InterruptedException {
        WarmUp.await();
        for (String flag : FLAGS) {
            if (!flag(flag).getBoolean(null)) {
                throw new AssertionError("not compiled: " + flag);
            }
        }
    }

    private static void trustVectors() throws ReflectiveOperationException {
        for (String flag : FLAGS) {
            flag(flag).setBoolean(null, true);
        }
        flag("tiles").setInt(null, 0);
    }

    private static Field flag(String name) throws ReflectiveOperationException {
        Field field = Class.forName("nursery.tensor.VectorWarmUp").getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /** A hash of the results of products, loops, functions, updates, sums and a ConvNet. */
    static long hash() {
        Arena arena = Arena.of(Precision.FLOAT32);
        SplittableRandom random = new SplittableRandom(5);
        Tensor x = normal(random, 37, 83).in(arena);
        Tensor w = normal(random, 83, 67);
        Tensor b = normal(random, 67);
        Tensor y = x.affine(w, b);
        Tensor velocity = normal(random, 83, 67).in(arena);
        Updates.adam(w, x.transposeMatmul(y), velocity, velocity.times(velocity), 0.1, 0.9, 0.999, 1e-8, 0.1, 0.001);
        Tensor[] results = {
            y,
            y.matmulTranspose(w),
            y.tanh(),
            y.sigmoid(),
            y.softmax(),
            y.relu(),
            Rectifiers.leakyRelu(y, 0.1),
            Rectifiers.leakyReluGradient(y, y, 0.1),
            Rectifiers.elu(y, 1),
            Rectifiers.eluGradient(y, y, 1),
            Rectifiers.softplus(y),
            Rectifiers.gelu(y),
            Rectifiers.geluGradient(y, y),
            y.reluGradient(y.tanh()),
            y.plus(b).times(0.3),
            y.sumRows(),
            normal(random, 9, 1025).in(arena).matmul(normal(random, 1025, 1100)),
            w,
            velocity
        };
        long hash = Double.doubleToLongBits(y.sum()) ^ Double.doubleToLongBits(y.norm());
        for (Tensor t : results) {
            for (int i = 0; i < t.size(); i++) {
                hash = 31 * hash + Double.doubleToLongBits(t.get(i));
            }
        }
        return 31 * hash + images();
    }

    /** The weights of a small ConvNet after three steps. */
    private static long images() {
        Net net = Net.input(3, 20, 34)
                .conv(9, 3) // of planes, in blocks of more than FourRows.LONGEST
                .relu()
                .conv(9, 3) // of tiled planes, forward and backward
                .relu()
                .maxPool(2)
                .flatten()
                .dense(3)
                .softmax();
        SplittableRandom random = new SplittableRandom(6);
        Dataset rows =
                Dataset.of(normal(random, 6, 3, 20, 34), random.ints(6, 0, 3).toArray(), List.of("a", "b", "c"));
        Model model = Trainer.adam(0.01)
                .batchSize(2)
                .maxSteps(3)
                .seed(7)
                .fit(net, rows.split(1, 0, 0))
                .model();
        long hash = 0;
        for (Variable v : model.variables()) {
            for (int i = 0; i < v.value().size(); i++) {
                hash = 31 * hash + Double.doubleToLongBits(v.value().get(i));
            }
        }
        return hash;
    }

    private static Tensor normal(SplittableRandom random, int... dims) {
        Tensor t = Tensor.zeros(Shape.of(dims), Precision.FLOAT32);
        t.fillNormal(random, 0, 1);
        return t;
    }
}
