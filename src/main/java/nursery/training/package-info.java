/** The training loop, its history, and what may watch it. */
@NullMarked
package nursery.training;

import org.jspecify.annotations.NullMarked;
