package nursery.diagnosis;

import java.util.Optional;

/** A symptom that shows before anything is trained: in the net, its loss, the trainer or the data. */
public interface Precheck extends Symptom {

    /** What this symptom shows, if anything. */
    Optional<Finding> review(Program program);

    @Override
    default Optional<Finding> look(Case c) {
        return review(c.program());
    }
}
