package nursery.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import nursery.Trainer;
import nursery.optimizers.Objective;
import nursery.optimizers.Optimizer;
import nursery.optimizers.WholeOptimizer;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** Takes one optimizer through a playground, in float64. */
final class Walker implements Objective {
    private static final Shape TWO = Shape.of(2);

    private final Playground playground;
    private final Trainer trainer;
    private final SplittableRandom random;
    private final Tensor w;
    private int evaluations;

    Walker(Playground playground, Trainer trainer) {
        this.playground = playground;
        this.trainer = trainer;
        random = Seed.of(playground.seed()).with("noise").generator();
        w = Tensor.of(new double[] {playground.startX(), playground.startY()}, TWO);
    }

    Walk walk() {
        Optimizer optimizer = trainer.optimizer();
        WholeOptimizer.Steps steps =
                optimizer instanceof WholeOptimizer whole ? whole.begin(this) : eachByItself(optimizer);
        List<Walk.Place> places = new ArrayList<>(List.of(place()));
        for (int step = 1; step <= playground.steps() && Double.isFinite(place().value()); step++) {
            double epoch = (double) trainer.epochs() * (step - 1) / playground.steps();
            steps.step(trainer.schedule().rate(trainer.learningRate(), epoch, trainer.epochs()), step);
            places.add(place());
        }
        return new Walk(optimizer, trainer.learningRate(), places, evaluations);
    }

    private WholeOptimizer.Steps eachByItself(Optimizer optimizer) {
        List<Tensor> slots = Stream.generate(() -> Tensor.zeros(TWO, Precision.FLOAT64))
                .limit(optimizer.slots())
                .toList();
        double[] g = new double[2];
        return (rate, step) -> {
            evaluate(g);
            optimizer.update(w, Tensor.of(g, TWO), slots, rate, step);
        };
    }

    private Walk.Place place() {
        return new Walk.Place(w.get(0), w.get(1), playground.f().applyAsDouble(w.get(0), w.get(1)));
    }

    @Override
    public int size() {
        return 2;
    }

    @Override
    public void position(double[] x) {
        x[0] = w.get(0);
        x[1] = w.get(1);
    }

    @Override
    public void moveTo(double[] x) {
        w.set(0, x[0]);
        w.set(1, x[1]);
    }

    @Override
    public double evaluate(double[] gradient) {
        evaluations++;
        double[] exact = playground.gradient(w.get(0), w.get(1));
        for (int i = 0; i < 2; i++) {
            gradient[i] = exact[i] + (playground.noise() == 0 ? 0 : playground.noise() * random.nextGaussian());
        }
        trainer.clipping().apply(List.of(Tensor.of(gradient, TWO)));
        return place().value();
    }
}
