package nursery.search;

import nursery.tensor.Seed;

/**
 * Independent random points: with the same number of trials, many more values of the hyperparameter that matters than a grid
 * has (Bergstra and Bengio, "Random Search for Hyper-Parameter Optimization", 2012).
 *
 * @param trials how many
 */
public record RandomSampler(int trials) implements Sampler {

    /** Checks the number. */
    public RandomSampler {
        Sampler.checkedTrials(trials);
    }

    @Override
    public int trials(Space space) {
        return trials;
    }

    @Override
    public double[] point(Space space, long seed, int trial) {
        Seed draws = Seed.of(seed).with("search").with(trial);
        double[] point = new double[space.axes().size()];
        for (int i = 0; i < point.length; i++) {
            point[i] = draws.with(space.axes().get(i).name()).generator().nextDouble();
        }
        return point;
    }

    @Override
    public RandomSampler trials(int other) {
        return new RandomSampler(other);
    }

    @Override
    public String name() {
        return "random";
    }

    @Override
    public String toString() {
        return "random(" + trials + ")";
    }
}
