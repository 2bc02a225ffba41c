package nursery.symptoms;

import static nursery.diagnosis.Mechanism.INITIALIZATION;
import static nursery.diagnosis.Severity.CRITICAL;

import java.util.List;
import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Symptom;
import nursery.layers.Variable;
import nursery.tensor.Tensor;

/**
 * All units of a hidden layer start with the same weights, so they stay the same (CS231n).
 *
 * @param same how far two units may be apart, over the size of their weights, to count as equal
 */
public record SymmetricUnits(double same) implements Symptom {

    /** The usual thresholds. */
    public SymmetricUnits() {
        this(1e-6);
    }

    @Override
    public Optional<Finding> look(Case c) {
        List<Variable> weights = c.initial().variables().stream()
                .filter(v -> v.parameter().penalized() && v.value().shape().rank() >= 2)
                .toList();
        for (int i = 0; i + 1 < weights.size(); i++) { // the output layer may start with zeros
            Variable v = weights.get(i);
            if (units(v.value()) > 1 && equal(v.value())) {
                return Optional.of(Finding.of(
                                "D21",
                                "units that start equal",
                                INITIALIZATION,
                                CRITICAL,
                                Evidence.of(
                                                "all " + units(v.value()) + " units of " + v.layer()
                                                        + " start with the same weights",
                                                "difference of the units",
                                                0,
                                                same,
                                                "CS231n")
                                        .at(v.layer()),
                                "Equal units get equal gradients, and stay equal: the layer can do no more than a single unit.",
                                "Draw the weights at random, he() before ReLU and xavier() before tanh.")
                        .confidence(0.98)
                        .fix(c.fix(
                                "the usual initialization", q -> q.with(q.net().usualInit()))));
            }
        }
        return Optional.empty();
    }

    private static int units(Tensor w) {
        return w.shape().rank() == 2 ? w.columns() : w.rows();
    }

    /** Whether all columns of [in, units], or all rows of [filters, ...], are equal. */
    private boolean equal(Tensor w) {
        boolean columns = w.shape().rank() == 2;
        double off = 0;
        double largest = 0;
        for (int i = 0; i < w.size(); i++) {
            double first = columns ? w.get(i - i % w.columns()) : w.get(i % w.columns());
            off = Math.max(off, Math.abs(w.get(i) - first));
            largest = Math.max(largest, Math.abs(first));
        }
        return off <= same * largest;
    }
}
