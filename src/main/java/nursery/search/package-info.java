/** Sweeps over hyperparameters. */
@NullMarked
package nursery.search;

import org.jspecify.annotations.NullMarked;
