package nursery.diagnosis;

import nursery.report.*;
import nursery.training.History;

/** Stub. */
public record Diagnosis(History history) {
    /** Stub. */
    public static Diagnosis of(History h) {
        return new Diagnosis(h);
    }
}
