package nursery.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import nursery.symptoms.Symptoms;
import nursery.training.History;

/**
 * What a diagnosis looks for, in order, and how much it may try out. Immutable.
 *
 * @param symptoms causes before effects
 * @param budget what short experiments may cost together, as a share of the training's steps; 0 for none
 */
public record Examination(List<Symptom> symptoms, double budget) {
    private static final Comparator<Finding> CAUSES_FIRST = Comparator.comparing(Finding::mechanism)
            .thenComparing(f -> f.severity(), Comparator.reverseOrder())
            .thenComparing(f -> f.confidence(), Comparator.reverseOrder());

    /** Copies the list. */
    public Examination {
        symptoms = List.copyOf(symptoms);
        if (!(budget >= 0)) {
            throw new IllegalArgumentException(
                    "budget: expected a share of the training of at least 0, received " + budget + "; 0.2 is usual");
        }
    }

    /** Everything that Nursery knows to look for, with the usual thresholds and a fifth of the training's steps. */
    public static Examination usual() {
        return new Examination(Symptoms.ALL, Case.BUDGET);
    }

    /** The same with one more symptom, looked for last. */
    public Examination add(Symptom symptom) {
        List<Symptom> more = new ArrayList<>(symptoms);
        more.add(symptom);
        return new Examination(more, budget);
    }

    /**
     * The same with other thresholds for a symptom.
     *
     * @throws IllegalArgumentException if there is no symptom of this class
     */
    public Examination replace(Symptom symptom) {
        if (symptoms.stream().noneMatch(s -> s.getClass() == symptom.getClass())) {
            throw new IllegalArgumentException("replace: expected a symptom that is looked for, received " + symptom
                    + "; add(...) takes one of your own");
        }
        return new Examination(
                symptoms.stream()
                        .map(s -> s.getClass() == symptom.getClass() ? symptom : s)
                        .toList(),
                budget);
    }

    /** The same without the symptoms of this class. */
    public Examination without(Class<? extends Symptom> kind) {
        return new Examination(
                symptoms.stream().filter(s -> s.getClass() != kind).toList(), budget);
    }

    /** The same with another budget for experiments, a share of the training's steps; 0 for none, 1 for as many again. */
    public Examination budget(double share) {
        return new Examination(symptoms, share);
    }

    /** Looks for everything. An interrupt ends it and keeps what was found. */
    public Diagnosis of(History history) {
        if (history.steps() == 0) {
            return new Diagnosis(history, List.of(), List.of());
        }
        Case c = new Case(history, budget);
        try {
            for (Symptom symptom : symptoms) {
                Probe.requireNotInterrupted();
                Optional<Finding> finding = symptom.look(c);
                finding.ifPresent(c::found);
            }
        } catch (CancellationException e) {
            return new Diagnosis(history, ranked(c.found()), c.experiments());
        }
        return new Diagnosis(history, ranked(c.found()), c.experiments());
    }

    /** Causes first; what a cause explains is a remark behind it. */
    static List<Finding> ranked(List<Finding> found) {
        Optional<Finding> cause = found.stream()
                .filter(f -> f.warns() && f.mechanism() != Mechanism.JUDGING)
                .min(CAUSES_FIRST);
        return found.stream()
                .map(f -> cause.isPresent() && follows(f, cause.get()) ? f.following(cause.get()) : f)
                .sorted(Comparator.comparing((Finding f) -> !f.warns()).thenComparing(CAUSES_FIRST))
                .toList();
    }

    /** Of several warnings about one training the first cause explains the others, unless they are faults of their own. */
    private static boolean follows(Finding f, Finding cause) {
        boolean own = f.equals(cause)
                || f.mechanism() == Mechanism.JUDGING
                || (f.mechanism() == cause.mechanism() && f.mechanism().compareTo(Mechanism.INITIALIZATION) < 0);
        return f.warns() && !own;
    }
}
