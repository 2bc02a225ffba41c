package nursery.bench;

import java.util.Locale;
import nursery.Data;
import nursery.Net;
import nursery.Trainer;

/** Five epochs of 784-256-128-10 on MNIST with Adam, batch 128, as one process. Usage: MnistRun THREADS */
public final class MnistRun {
    private MnistRun() {}

    public static void main(String[] args) {
        var data = Data.mnist().official(5000).center();
        var net = Net.input(784).dense(256).relu().dense(128).relu().dense(10).softmax();
        var history = Trainer.adam(1e-3)
                .batchSize(128)
                .epochs(5)
                .seed(1)
                .threads(Integer.parseInt(args[0]))
                .fit(net, data);
        System.out.printf(Locale.ROOT, "%.4f%n", history.model().accuracy(data.test()));
    }
}
