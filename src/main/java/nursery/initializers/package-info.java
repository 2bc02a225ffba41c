/** How weights are drawn before training, one record for each. */
@NullMarked
package nursery.initializers;

import org.jspecify.annotations.NullMarked;
