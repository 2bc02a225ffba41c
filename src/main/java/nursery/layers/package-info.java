/** The layers of a net: what one is, one record for each, and what runs them in a row. */
@NullMarked
package nursery.layers;

import org.jspecify.annotations.NullMarked;
