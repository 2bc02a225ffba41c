package nursery.bench;

import java.util.Locale;
import nursery.Model;
import nursery.tensor.Tensor;

/**
 * What the machine can do on one thread, and what comes of it: the products of a step of a, c and e, in GFLOP/s, and
 * the weights that d reads, in GB/s. Peak and products take turns, since clocks change.
 */
public final class Roofline {
    private Roofline() {}

    public static void main(String[] args) {
        for (char w : "ace".toCharArray()) {
            Workload workload = Workload.of(w);
            print("peak-" + w, Machine.gigaflops(1));
            try (var products =
                    new StepProducts(workload.net(), workload.trainer().batchSize(), 1)) {
                print("products-" + w, products.gigaflops());
            }
        }
        print("bandwidth", Machine.gigabytes(1));
        Model model = Workload.of('d').net().init(1);
        Tensor x = Workload.normal(model.net().inputShape().batch(16));
        print("weights-d", 4e-9 * model.net().parameterCount() / Timing.medianSeconds(() -> model.predict(x, 1)));
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "%s %.1f%n", what, value);
    }
}
