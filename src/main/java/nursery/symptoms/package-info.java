/** What a diagnosis looks for: one record each, its thresholds the components. */
@NullMarked
package nursery.symptoms;

import org.jspecify.annotations.NullMarked;
