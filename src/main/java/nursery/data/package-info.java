/**
 * Rows to learn from: the {@code Dataset}, its {@code Split} into training, validation and test part, preprocessing
 * fitted on the training part, generators that need no files, and readers for tables and images.
 */
@NullMarked
package nursery.data;

import org.jspecify.annotations.NullMarked;
