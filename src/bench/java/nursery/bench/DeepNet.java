package nursery.bench;

import java.util.Locale;

/** Seconds to draw six layers of 4096 and pass 16 rows forward, in a fresh JVM. */
public final class DeepNet {
    private DeepNet() {}

    public static void main(String[] args) {
        var net = Workload.of('d').net();
        var x = Workload.normal(net.inputShape().batch(16));
        long start = System.nanoTime();
        net.init(1).predict(x);
        System.out.printf(Locale.ROOT, "deep %.2f%n", Timing.since(start));
    }
}
