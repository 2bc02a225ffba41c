package nursery.symptoms;

import static nursery.diagnosis.Mechanism.INITIALIZATION;
import static nursery.diagnosis.Mechanism.SIGNAL;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.LayerActivations;
import nursery.diagnosis.Symptom;
import nursery.report.Numbers;

/**
 * Most outputs of tanh or sigmoid lie where the function is flat, so that hardly a gradient passes. A remark where
 * the net learned all the same.
 *
 * @param most of a layer's outputs
 */
public record Saturation(double most) implements Symptom {

    /** The usual thresholds. */
    public Saturation() {
        this(0.5);
    }

    @Override
    public Optional<Finding> look(Case c) {
        List<LayerActivations> hidden = c.hidden(c.after());
        Optional<LayerActivations> after = hidden.stream().max(Comparator.comparingDouble(LayerActivations::saturated));
        if (after.isEmpty() || !(after.get().saturated() > most)) {
            return Optional.empty();
        }
        LayerActivations worst = after.get();
        boolean born = c.hidden(c.before()).stream().anyMatch(l -> l.saturated() > most);
        return Optional.of(Finding.of(
                        "D45",
                        "saturated units",
                        born ? INITIALIZATION : SIGNAL,
                        c.learnedWell() ? INFO : WARN,
                        Evidence.of(
                                        Numbers.format(100 * worst.saturated(), 3) + " % of the outputs of layer "
                                                + worst.layer() + " lie where the function is flat",
                                        "saturated outputs",
                                        worst.saturated(),
                                        most,
                                        "TheDeepChecker")
                                .at(worst.layer()),
                        "Where tanh or sigmoid is flat its derivative is nearly 0, and everything before it gets no gradient.",
                        "Use smaller initial weights, xavier(), scale the inputs, put batchNorm() before the function, or use relu().")
                .confidence(0.8)
                .fix(c.fix("the usual initialization", q -> q.with(q.net().usualInit()))));
    }
}
