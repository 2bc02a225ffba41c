/** How a gradient changes a parameter, one record for each, and the schedules of the learning rate. */
@NullMarked
package nursery.optimizers;

import org.jspecify.annotations.NullMarked;
