/** What training makes small, one record for each. */
@NullMarked
package nursery.losses;

import org.jspecify.annotations.NullMarked;
