package nursery.diagnosis;

import java.util.Optional;
import nursery.training.History;

/** One thing to look for in a training. It changes nothing. */
public interface Symptom {

    /** What this symptom shows in {@code history}, if anything. */
    Optional<Finding> look(History history);
}
