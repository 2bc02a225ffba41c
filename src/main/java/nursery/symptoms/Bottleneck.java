package nursery.symptoms;

import static nursery.diagnosis.Mechanism.WIRING;
import static nursery.diagnosis.Severity.INFO;
import static nursery.diagnosis.Severity.WARN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Experiment;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Program;
import nursery.diagnosis.Symptom;
import nursery.layers.Dense;
import nursery.layers.Layer;

/**
 * A hidden layer with fewer units than there are classes, in a net that learned badly. A remark, unless a short training
 * with a wider one learns much faster, or gets below where the training ended.
 *
 * @param times how many units for each class the wider layer has
 * @param faster how many times faster it must learn
 */
public record Bottleneck(int times, double faster) implements Symptom {

    /** The usual thresholds. */
    public Bottleneck() {
        this(4, 2);
    }

    @Override
    public Optional<Finding> look(Case c) {
        if (!c.data().train().classification()
                || c.explained()
                || c.learnedWell()
                || c.curve().diverged()) {
            return Optional.empty();
        }
        int classes = c.data().train().classes();
        List<Layer> layers = c.net().layers();
        List<Integer> narrow = IntStream.range(0, Math.max(0, Structure.lastWeights(c.net())))
                .filter(i -> layers.get(i) instanceof Dense d && d.units() < classes)
                .boxed()
                .toList();
        if (narrow.isEmpty()) {
            return Optional.empty();
        }
        int units = times * classes;
        String what = units + " units in place of fewer than " + classes;
        Optional<Experiment> tried = c.experiment(what, q -> widened(q, narrow, units));
        boolean helps = tried.filter(e -> e.helps(faster) || e.beatsTheEnd()).isPresent();
        String name = Structure.name(layers, narrow.get(0));
        int fewest = narrow.stream()
                .mapToInt(i -> ((Dense) layers.get(i)).units())
                .min()
                .orElseThrow();
        Evidence evidence = Evidence.of(name + " for " + classes + " classes", "units", fewest, classes, "NeuraLint")
                .at(name);
        return Optional.of(Finding.of(
                        "D17",
                        "bottleneck",
                        WIRING,
                        helps ? WARN : INFO,
                        tried.map(e -> evidence.and(e.toString())).orElse(evidence),
                        "All that the layers behind it know of a row has to pass through these few numbers.",
                        "Give hidden layers several units for each class.")
                .confidence(helps ? 0.95 : 0.5)
                .fix(c.fix(what, q -> widened(q, narrow, units))));
    }

    private static Program widened(Program p, List<Integer> narrow, int units) {
        List<Layer> layers = new ArrayList<>(p.net().layers());
        narrow.forEach(i -> layers.set(i, new Dense(units)));
        return p.with(p.net().layers(layers));
    }
}
