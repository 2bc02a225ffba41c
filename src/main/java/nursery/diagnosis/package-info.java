/** The checklist's steps, gradient checks, statistics of activations, and diagnoses with evidence and advice. */
@NullMarked
package nursery.diagnosis;

import org.jspecify.annotations.NullMarked;
