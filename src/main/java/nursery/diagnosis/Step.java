package nursery.diagnosis;

import nursery.Net;
import nursery.data.Split;

/** One step of the checklist. It changes nothing that the user has: it works on models and seeds of its own. */
public interface Step {

    /**
     * Makes the checks of this step.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    Report run(Net net, Split data);
}
