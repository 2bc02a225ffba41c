package nursery.symptoms;

import static nursery.diagnosis.Mechanism.INITIALIZATION;
import static nursery.diagnosis.Mechanism.SIGNAL;
import static nursery.diagnosis.Severity.CRITICAL;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nursery.diagnosis.ActivationStats;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.LayerActivations;
import nursery.diagnosis.Program;
import nursery.diagnosis.Severity;
import nursery.diagnosis.Symptom;
import nursery.layers.BatchNorm;
import nursery.layers.Layer;
import nursery.report.Numbers;

/**
 * Units of a ReLU, or channels behind a convolution, that are 0 for every row: no gradient passes, so they never
 * come back. A remark up to half of a layer, and where the net learned all the same.
 *
 * @param some of a layer; 10 to 20 % are usual after training
 * @param half of a layer, a warning
 * @param nearlyAll of a layer, critical
 */
public record DeadUnits(double some, double half, double nearlyAll) implements Symptom {

    /** The usual thresholds. */
    public DeadUnits() {
        this(0.2, 0.5, 0.9);
    }

    @Override
    public Optional<Finding> look(Case c) {
        Optional<LayerActivations> after = worst(c.after());
        if (after.isEmpty() || !(after.get().deadShare() > some)) {
            return Optional.empty();
        }
        LayerActivations worst = after.get();
        boolean born = worst(c.before()).map(LayerActivations::deadShare).orElse(0.0) > half;
        boolean suffers = !c.learnedWell();
        Severity severity =
                !suffers || worst.deadShare() <= half ? INFO : worst.deadShare() >= nearlyAll ? CRITICAL : WARN;
        return Optional.of(Finding.of(
                        worst.channels() ? "D44" : "D43",
                        "dead units",
                        born ? INITIALIZATION : SIGNAL,
                        severity,
                        Evidence.of(
                                        worst.dead() + " of " + worst.units() + " units ("
                                                + Numbers.format(100 * worst.deadShare(), 3)
                                                + " %) of layer " + worst.layer()
                                                + " are 0 for every training row looked at"
                                                + (born ? ", and were before the first step" : ""),
                                        "share of dead units",
                                        worst.deadShare(),
                                        some,
                                        "CS231n")
                                .at(worst.layer()),
                        "A unit that is never active has gradient 0 and cannot learn: it was initialized off the data, or a step that was too large threw it off.",
                        "Lower the learning rate, use he() or a slightly positive bias, or leakyRelu().")
                .confidence(born ? 0.95 : 0.8)
                .fix(
                        born
                                ? c.fix("the usual initialization, and batch norm where it is not enough", this::awake)
                                : Changes.sweptRate(c.program(), c.trainer().learningRate() * 1e-4)));
    }

    /** With the usual initialization; where units are dead all the same, of a layer of one's own, batch norm before them. */
    private Program awake(Program sick) {
        Program usual = sick.with(sick.net().usualInit());
        var stats = ActivationStats.of(
                usual.net().init(usual.trainer().seed()),
                Changes.sample(usual.data().train()));
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < usual.net().layers().size(); i++) {
            if (stats.layers().get(i).activation() && stats.layers().get(i).deadShare() > half) {
                layers.add(new BatchNorm());
            }
            layers.add(usual.net().layers().get(i));
        }
        return usual.with(usual.net().layers(layers));
    }

    private static Optional<LayerActivations> worst(ActivationStats stats) {
        return stats.layers().stream()
                .filter(LayerActivations::activation)
                .max(Comparator.comparingDouble(LayerActivations::deadShare));
    }
}
