/** Augmentations of training rows: what one is, one record for each, and what applies them to a batch. */
@NullMarked
package nursery.augment;

import org.jspecify.annotations.NullMarked;
