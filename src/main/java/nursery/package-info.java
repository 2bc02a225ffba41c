/** The words that a notebook cell begins with: data, nets, models, trainers and the checklist. */
@NullMarked
package nursery;

import org.jspecify.annotations.NullMarked;
