import java.util.Arrays;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The comparison's workloads in DL4J on random data. It has no plain momentum, so a learns with Nesterov's. The number
 * of threads is OMP_NUM_THREADS. Usage: Dl4jBench [abcde]
 */
public final class Dl4jBench {
    private static final int BATCHES = 40;

    private Dl4jBench() {}

    public static void main(String[] args) {
        for (char workload : (args.length > 0 ? args[0] : "abcde").toCharArray()) {
            System.out.printf("%s %.0f%n", workload, workload == 'd' ? forward() : training(workload));
        }
        System.exit(0); // its threads stay
    }

    private static double training(char workload) {
        long[] shape = workload == 'e' ? new long[] {50, 3, 32, 32} : workload == 'c' ? new long[] {128, 784} : new long[] {100, 3072};
        int rows = (int) shape[0];
        MultiLayerNetwork net = new MultiLayerNetwork(net(workload).build());
        net.init();
        Random random = new Random(1);
        DataSet[] batches = new DataSet[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            INDArray y = Nd4j.zeros(rows, 10);
            for (int j = 0; j < rows; j++) {
                y.putScalar(j, random.nextInt(10), 1);
            }
            batches[i] = new DataSet(Nd4j.randn(shape), y);
        }
        int[] count = {0};
        return rows / seconds(() -> net.fit(batches[count[0]++ % BATCHES]));
    }

    private static ListBuilder net(char workload) {
        ListBuilder net = new NeuralNetConfiguration.Builder()
                .updater(workload == 'a' ? new Nesterovs(1e-4, 0.9) : new Adam(1e-4))
                .weightInit(WeightInit.XAVIER)
                .list();
        switch (workload) {
            case 'a' -> net.layer(dense(50, Activation.RELU)).setInputType(InputType.feedForward(3072));
            case 'b' -> {
                for (int i = 0; i < 5; i++) {
                    net.layer(dense(100, Activation.IDENTITY))
                            .layer(new BatchNormalization.Builder().activation(Activation.RELU).build());
                }
                net.setInputType(InputType.feedForward(3072));
            }
            case 'c' -> net.layer(dense(256, Activation.RELU))
                    .layer(dense(128, Activation.RELU))
                    .setInputType(InputType.feedForward(784));
            default -> net.layer(conv())
                    .layer(conv())
                    .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build())
                    .layer(dense(100, Activation.RELU))
                    .setInputType(InputType.convolutional(32, 32, 3));
        }
        return net.layer(new OutputLayer.Builder(LossFunction.MCXENT).nOut(10).activation(Activation.SOFTMAX).build());
    }

    private static DenseLayer dense(int units, Activation activation) {
        return new DenseLayer.Builder().nOut(units).activation(activation).build();
    }

    private static ConvolutionLayer conv() {
        return new ConvolutionLayer.Builder(3, 3).padding(1, 1).nOut(32).activation(Activation.RELU).build();
    }

    private static double forward() {
        INDArray[] weights = new INDArray[6];
        Arrays.setAll(weights, i -> Nd4j.randn(4096, 4096).muli(0.01));
        INDArray start = Nd4j.randn(16, 4096);
        return 16 / seconds(() -> {
            INDArray x = start;
            for (INDArray w : weights) {
                x = Transforms.tanh(x.mmul(w), false);
            }
        });
    }

    /** The median over rounds of 0.3 seconds, after 2 seconds of warm-up. */
    private static double seconds(Runnable call) {
        long start = System.nanoTime();
        int calls = 0;
        while (System.nanoTime() - start < 2e9 || calls < 3) {
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
