package nursery.bench;

import java.util.Locale;
import nursery.Checklist;
import nursery.Data;
import nursery.Net;

/** Seconds of {@code Checklist.run} for 784-100-10 on MNIST, in a fresh JVM, the reading of the files not counted. */
public final class ChecklistRun {
    private ChecklistRun() {}

    public static void main(String[] args) {
        var data = Data.mnist().official(5000).center();
        var net = Net.input(784).dense(100).relu().dense(10).softmax();
        long start = System.nanoTime();
        Checklist.run(net, data);
        System.out.printf(Locale.ROOT, "checklist %.2f%n", Timing.since(start));
    }
}
