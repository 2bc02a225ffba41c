package nursery.symptoms;

import static nursery.diagnosis.Mechanism.DATA;
import static nursery.diagnosis.Severity.CRITICAL;

import java.util.Optional;
import nursery.diagnosis.Case;
import nursery.diagnosis.Evidence;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Neighbors;
import nursery.diagnosis.Symptom;

/**
 * The labels do not depend on the features: neither the net nor the nearest neighbors do better than chance
 * (TheDeepChecker). Looked for only where the validation rows, or without them the training rows, are not learned.
 *
 * @param sure by how many deviations of chance the neighbors must be better to acquit the labels
 */
public record UnrelatedLabels(double sure) implements Symptom {

    /** The usual thresholds. */
    public UnrelatedLabels() {
        this(3);
    }

    @Override
    public Optional<Finding> look(Case c) {
        if (c.explained() || c.curve().diverged() || !c.answers().learnedNothing() || c.unbalanced()) {
            return Optional.empty();
        }
        Neighbors neighbors = Neighbors.of(c.probe());
        if (neighbors.deviationsAboveChance() > sure) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        "D09",
                        "labels that do not belong to the rows",
                        DATA,
                        CRITICAL,
                        Evidence.of(
                                "the net is no better than chance, and neither are the nearest neighbors: " + neighbors,
                                "deviations above chance",
                                neighbors.deviationsAboveChance(),
                                sure,
                                "TheDeepChecker"),
                        "Rows that are alike have labels that are not. Features and labels were shuffled or joined apart, or the features say nothing about the labels.",
                        "Look at some rows with their labels, and check every shuffle, sort and join before the net.")
                .confidence(0.9));
    }
}
