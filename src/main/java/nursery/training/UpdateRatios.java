package nursery.training;

import java.util.List;
import java.util.stream.IntStream;
import nursery.layers.Variable;

/**
 * The sizes of the updates against the weights, |ΔW| / |W| in the Euclidean norm, for each weight (biases not counted)
 * on the first five steps and every tenth, or once an epoch where epochs are shorter. About 1e-3 is healthy (CS231n).
 */
public final class UpdateRatios {
    private static final int FIRST = 5;
    private static final int MOST = 10;

    private final int every;
    private final List<String> weights;
    private final Numbers steps;
    private final List<Numbers> ratios;

    UpdateRatios(List<Variable> learned, int stepsPerEpoch, long totalSteps) {
        every = Math.min(MOST, stepsPerEpoch);
        weights = learned.stream()
                .filter(v -> v.parameter().penalized())
                .map(Variable::name)
                .toList();
        long samples = FIRST + totalSteps / every;
        steps = new Numbers(samples);
        ratios = weights.stream().map(w -> new Numbers(samples)).toList();
    }

    /** Whether step {@code step}, from 1, is sampled. */
    boolean samples(long step) {
        return step <= FIRST || step % every == 0;
    }

    void addStep(long step) {
        steps.add(step);
    }

    void add(int weight, double ratio) {
        ratios.get(weight).add(ratio);
    }

    /** The names of the weights, {@code "dense1.W"}. */
    public List<String> weights() {
        return weights;
    }

    /** The sampled steps, from 1. */
    public double[] steps() {
        return steps.toArray();
    }

    /** The ratio of one weight at each sampled step. */
    public double[] ratios(int weight) {
        return ratios.get(weight).toArray();
    }

    int size() {
        return steps.size();
    }

    /** The median over all weights and the samples from {@code from} on; NaN if there are none. */
    double median(int from) {
        Numbers all = new Numbers((long) ratios.size() * (size() - from));
        IntStream.range(from, size()).forEach(i -> ratios.forEach(r -> all.add(r.get(i))));
        return all.median(0);
    }
}
