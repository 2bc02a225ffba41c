package nursery.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nursery.Model;
import nursery.layers.Variable;

/**
 * Keeps a running average a of the parameters w over the steps, in {@link History#averaged()}: an ensemble over time that
 * predicts at the cost of one model. Training goes on from w. Running state, such as that of batch normalization, is
 * averaged too.
 *
 * <ul>
 *   <li>{@link #polyak()}, the arithmetic mean: a = (w_1 + ... + w_n) / n (Polyak and Juditsky 1992)
 *   <li>{@link #ema(double)}, the exponential moving average: a = w_1 at first, then a = β a + (1 - β) w
 * </ul>
 *
 * <pre>{@code
 * Trainer.momentum(1e-2).callback(ParameterAverage.ema(0.999)).fit(net, data).averaged()
 * }</pre>
 *
 * @param beta the share β of what was there before, from 0 to below 1; empty for the arithmetic mean
 * @param start after how many epochs the average begins; until then it is w
 */
public record ParameterAverage(OptionalDouble beta, double start) implements Callback {

    /** Checks β and the start. */
    public ParameterAverage {
        if (beta.isPresent() && !(beta.getAsDouble() >= 0 && beta.getAsDouble() < 1)) {
            throw new IllegalArgumentException("ema: expected β from 0 to below 1, received " + beta.getAsDouble()
                    + "; 0.999 is usual, less for a few hundred steps");
        }
        if (!(start >= 0)) {
            throw new IllegalArgumentException(
                    "average: expected a start after at least 0 epochs, received " + start + "; 0 averages all steps");
        }
    }

    /** The arithmetic mean over all steps. */
    public static ParameterAverage polyak() {
        return new ParameterAverage(OptionalDouble.empty(), 0);
    }

    /** The exponential moving average; it remembers about 1 / (1 - β) steps. */
    public static ParameterAverage ema(double beta) {
        return new ParameterAverage(OptionalDouble.of(beta), 0);
    }

    /** The same average, begun after so many epochs. */
    public ParameterAverage from(double epochs) {
        return new ParameterAverage(beta, epochs);
    }

    @Override
    public Callback begin(History history) {
        return new Running(history);
    }

    /** The average of one training. */
    private final class Running implements Callback {
        private final Model average;
        private final List<Variable> averages;
        private final List<Variable> parameters;
        private final double firstStep;
        private long n;

        Running(History history) {
            average = history.model().copy();
            averages = average.variables();
            parameters = history.model().variables();
            firstStep = start * history.stepsPerEpoch();
            history.setAveraged(average);
        }

        @Override
        public Optional<String> afterStep(History history) {
            n += history.steps() > firstStep ? 1 : 0;
            double share = n <= 1 ? 1 : beta.isPresent() ? 1 - beta.getAsDouble() : 1.0 / n;
            for (int i = 0; i < averages.size(); i++) {
                add(averages.get(i), share, parameters.get(i));
            }
            return Optional.empty();
        }

        private static void add(Variable average, double share, Variable parameter) {
            if (share == 1) {
                average.value().assign(parameter.value());
            } else {
                average.value().timesInPlace(1 - share);
                average.value().addInPlace(share, parameter.value());
            }
        }

        @Override
        public void afterTraining(History history) {
            history.setAveraged(average); // also where the optimizer kept one
        }
    }
}
