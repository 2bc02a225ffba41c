/** Results as tables, figures, HTML and static pictures. */
@NullMarked
package nursery.report;

import org.jspecify.annotations.NullMarked;
