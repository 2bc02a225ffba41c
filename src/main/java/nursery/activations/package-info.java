/** The functions between the layers, one record for each. */
@NullMarked
package nursery.activations;

import org.jspecify.annotations.NullMarked;
