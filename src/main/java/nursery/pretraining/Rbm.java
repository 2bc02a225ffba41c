package nursery.pretraining;

import java.util.Locale;
import nursery.data.Dataset;
import nursery.report.ImageGrid;
import nursery.report.Plot;
import nursery.tensor.Mask;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import nursery.tensor.Tensor;

/**
 * A restricted Boltzmann machine: visible units v and hidden units h, each 0 or 1. Every visible unit is linked with every
 * hidden one, and no two units of a layer are linked (Smolensky 1986, Hinton 2002).
 *
 * <p>E(v, h) = -b·v - c·h - v W h and p(v, h) = e^-E / Z. Given one layer, the units of the other are independent:
 * p(h = 1 | v) = σ(v W + c) and p(v = 1 | h) = σ(h Wᵀ + b). A number between 0 and 1 in a visible unit, such as a grey
 * pixel, counts as the probability of a 1.
 *
 * <pre>{@code
 * var rbm = RbmTrainer.of(0.1).cd(1).epochs(5).fit(data, 100).rbm();
 *
 * rbm.filters()
 *
 * rbm.decode(rbm.encode(data.test()))
 * }</pre>
 *
 * @param weights W, [visible, hidden]; changing a number changes the machine
 * @param visibleBias b, [visible]
 * @param hiddenBias c, [hidden]
 */
public record Rbm(Tensor weights, Tensor visibleBias, Tensor hiddenBias) {
    private static final int MOST_FILTERS = 100;
    private static final double STD = 0.01;

    /**
     * Checks the shapes.
     *
     * @throws ShapeException if they do not fit together
     */
    public Rbm {
        Shapes.requireWeights("Rbm", weights, visibleBias, hiddenBias);
    }

    /** A machine in float32 with W from N(0, 0.01²) and biases 0, as in Hinton's practical guide (2012). */
    public static Rbm of(int visible, int hidden, long seed) {
        return of(visible, hidden, seed, Precision.FLOAT32);
    }

    /**
     * A machine in the given precision with W from N(0, 0.01²) and biases 0.
     *
     * @throws IllegalArgumentException if a layer has no unit
     */
    public static Rbm of(int visible, int hidden, long seed, Precision precision) {
        if (visible < 1 || hidden < 1) {
            throw new IllegalArgumentException("Rbm: expected at least 1 visible and 1 hidden unit, received " + visible
                    + " and " + hidden + "; 100 hidden units are a start");
        }
        Tensor w = Tensor.zeros(Shape.of(visible, hidden), precision);
        w.fillNormal(Seed.of(seed).with("rbm").generator(), 0, STD);
        return new Rbm(w, Tensor.zeros(Shape.of(visible), precision), Tensor.zeros(Shape.of(hidden), precision));
    }

    /** How many visible units there are. */
    public int visible() {
        return weights.rows();
    }

    /** How many hidden units there are. */
    public int hidden() {
        return weights.columns();
    }

    /** The same machine with numbers of its own. */
    public Rbm copy() {
        return new Rbm(weights.copy(), visibleBias.copy(), hiddenBias.copy());
    }

    // ---- from layer to layer ----

    /** {@link #encode(Tensor)} of the features. */
    public Tensor encode(Dataset data) {
        return encode(data.features());
    }

    /**
     * p(h = 1 | v) = σ(v W + c), [rows, hidden].
     *
     * @param v [rows, visible], or rows of any shape of that size
     * @throws ShapeException if a row has another size
     * @throws IllegalArgumentException if a number is not from 0 to 1
     */
    public Tensor encode(Tensor v) {
        return toHidden(visibleRows(v));
    }

    /**
     * p(v = 1 | h) = σ(h Wᵀ + b), [rows, visible].
     *
     * @param h [rows, hidden]
     * @throws ShapeException if a row has another size
     * @throws IllegalArgumentException if a number is not from 0 to 1
     */
    public Tensor decode(Tensor h) {
        return toVisible(Shapes.unitRows("hidden", h, hidden(), weights.precision()));
    }

    /** The rows in the shape [rows, visible] and the precision of the machine, checked. */
    Tensor visibleRows(Tensor v) {
        return Shapes.unitRows("visible", v, visible(), weights.precision());
    }

    /** σ(v W + c), unchecked, on the arena of {@code v}. */
    Tensor toHidden(Tensor v) {
        return v.affine(weights, hiddenBias).sigmoid();
    }

    /** σ(h Wᵀ + b), unchecked, on the arena of {@code h}. */
    Tensor toVisible(Tensor h) {
        return h.matmulTranspose(weights).plus(visibleBias).sigmoid();
    }

    /**
     * Rows of 0 and 1 that the machine makes up, [rows, visible]: visible units start from fair coins, and the layers are
     * drawn in turns (Gibbs sampling).
     *
     * @param rows how many, at least 1
     * @param steps how many turns, at least 1; a trained machine needs hundreds or more to forget its start
     * @param seed of all draws
     */
    public Tensor sample(int rows, int steps, long seed) {
        if (rows < 1) {
            throw new IllegalArgumentException("sample: expected at least 1 row, received " + rows + "; ask for one");
        }
        Tensor coins = Tensor.zeros(Shape.of(rows, visible()), weights.precision());
        coins.fill(0.5);
        return sample(coins, steps, seed);
    }

    /**
     * What the rows become when the layers are drawn in turns, [rows, visible] of 0 and 1.
     *
     * @param start [rows, visible]; its numbers are probabilities of 1
     * @param steps how many turns, at least 1
     * @param seed of all draws
     */
    public Tensor sample(Tensor start, int steps, long seed) {
        if (steps < 1) {
            throw new IllegalArgumentException("sample: expected at least 1 step, received " + steps + "; try 1000");
        }
        var seeds = Seed.of(seed).with("sample").generator();
        Tensor v = Mask.bernoulli(visibleRows(start), seeds.nextLong());
        for (int i = 0; i < steps; i++) {
            Tensor h = Mask.bernoulli(toHidden(v), seeds.nextLong());
            v = Mask.bernoulli(toVisible(h), seeds.nextLong());
        }
        return v;
    }

    // ---- how good it is ----

    /**
     * The free energy of each row, F(v) = -b·v - Σ ln(1 + e^(v W + c)), so that p(v) = e^-F(v) / Z. Rows that the machine
     * likes have a low one.
     */
    public double[] freeEnergy(Tensor v) {
        Tensor rows = visibleRows(v);
        Tensor inputs = rows.affine(weights, hiddenBias);
        double[] energies = new double[rows.rows()];
        for (int i = 0; i < energies.length; i++) {
            for (int j = 0; j < visible(); j++) {
                energies[i] -= rows.get(i, j) * visibleBias.get(j);
            }
            for (int j = 0; j < hidden(); j++) {
                energies[i] -= LogSum.softplus(inputs.get(i, j));
            }
        }
        return energies;
    }

    /** The mean over all numbers of (v - decode(encode(v)))². */
    public double reconstructionError(Tensor v) {
        Tensor rows = visibleRows(v);
        double distance = rows.distance(toVisible(toHidden(rows)));
        return distance * distance / rows.size();
    }

    /**
     * ln Z, the logarithm of Σ e^-E over all states: a sum over every state of the smaller layer.
     *
     * @throws IllegalArgumentException if both layers have more than 20 units
     */
    public double logPartition() {
        boolean byHidden = hidden() <= visible();
        Tensor own = byHidden ? hiddenBias : visibleBias;
        Tensor other = byHidden ? visibleBias : hiddenBias;
        double[] inputs = new double[other.size()];
        return LogSum.overStates("Rbm.logPartition", own.size(), state -> {
            double energy = LogSum.inputs(state, own);
            for (int j = 0; j < inputs.length; j++) {
                inputs[j] = other.get(j);
                for (int i = 0; i < own.size(); i++) {
                    inputs[j] += state[i] ? byHidden ? weights.get(j, i) : weights.get(i, j) : 0;
                }
                energy += LogSum.softplus(inputs[j]);
            }
            return energy;
        });
    }

    /** The weights of the first 100 hidden units as square pictures, each from its smallest (black) to its largest. */
    public Plot filters() {
        int side = (int) Math.round(Math.sqrt(visible()));
        if (side * side != visible()) {
            throw new ShapeException("filters: expected visible units that form a square, received " + visible()
                    + "; give the size, filters(height, width)");
        }
        return filters(side, side);
    }

    /**
     * The weights of the first 100 hidden units as pictures of {@code height} x {@code width}, each from its smallest
     * (black) to its largest (white).
     *
     * @throws ShapeException if there are not as many visible units
     */
    public Plot filters(int height, int width) {
        if (height < 1 || width < 1 || height * width != visible()) {
            throw new ShapeException("filters: expected a height and a width whose product is " + visible()
                    + ", received " + height + " and " + width);
        }
        int shown = Math.min(MOST_FILTERS, hidden());
        ImageGrid grid = ImageGrid.of("Filters of " + this);
        for (int j = 0; j < shown; j++) {
            double[] filter = new double[visible()];
            for (int i = 0; i < filter.length; i++) {
                filter[i] = weights.get(i, j);
            }
            grid = grid.stretched("", 1, height, width, filter);
        }
        return Plot.of(shown == hidden() ? grid : grid.remark("The first " + shown + " of " + hidden() + "."));
    }

    /** The sizes: {@code RBM 784 - 100, 79,284 parameters}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "RBM %d - %d, %,d parameters", visible(), hidden(), weights.size() + visible() + hidden());
    }
}
