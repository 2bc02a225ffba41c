package nursery.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import nursery.tensor.Precision;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Analytic gradients against centered differences of L = Σ r y, in float64. */
@Tag("engine")
class LayerGradientTest {
    private static final double H = 1e-5;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void every_layer_passes(boolean training) {
        for (Layer layer : List.of(
                Conv.same(3, 3),
                new Conv(2, 3, 2, 1),
                new Conv(2, 2, 3, 1),
                new MaxPool(2, 2),
                new MaxPool(3, 1),
                new BatchNorm(),
                new Dropout(0))) {
            check(layer, training, 2, 5, 6);
        }
        check(new BatchNorm(), training, 4);
    }

    private static void check(Layer layer, boolean training, int... in) {
        SplittableRandom random = new SplittableRandom(11);
        LayerRun run = new LayerRun(layer, Precision.FLOAT64, in);
        int size = 1;
        for (int d : in) {
            size *= d;
        }
        double[] x = random.doubles(3L * size, -1, 1).toArray();
        Tensor y = run.forward(x, training);
        double[] r = random.doubles(y.size(), -1, 1).toArray();
        double[] dx = run.backward(y, r).toDoubles();

        for (int i = 0; i < x.length; i++) {
            double at = x[i];
            x[i] = at + H;
            double above = loss(run, x, r, training);
            x[i] = at - H;
            double below = loss(run, x, r, training);
            x[i] = at;
            requireClose(layer + ": x[" + i + "]", dx[i], (above - below) / (2 * H));
        }
        for (Variable v : run.variables()) {
            if (v.parameter().learned()) {
                checkParameter(run, layer, v, x, r, training);
            }
        }
    }

    private static void checkParameter(
            LayerRun run, Layer layer, Variable v, double[] x, double[] r, boolean training) {
        run.backward(run.forward(x, training), r);
        double[] analytic = run.gradient(v.parameter().name()).toDoubles();
        for (int i = 0; i < analytic.length; i++) {
            double at = v.value().get(i);
            v.value().set(i, at + H);
            double above = loss(run, x, r, training);
            v.value().set(i, at - H);
            double below = loss(run, x, r, training);
            v.value().set(i, at);
            requireClose(layer + ": " + v.parameter().name() + "[" + i + "]", analytic[i], (above - below) / (2 * H));
        }
    }

    private static double loss(LayerRun run, double[] x, double[] r, boolean training) {
        double[] y = run.forward(x, training).toDoubles();
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += r[i] * y[i];
        }
        return sum;
    }

    private static void requireClose(String what, double analytic, double numeric) {
        double error = Math.abs(analytic - numeric) / Math.max(1e-2, Math.abs(analytic) + Math.abs(numeric));
        assertThat(error).as(what + ": " + analytic + " against " + numeric).isLessThan(1e-6);
    }
}
