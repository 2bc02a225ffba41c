/** Nursery inside Jupyter: its own kernel, the extension for JJava and IJava, and the only code that knows kernels. */
@NullMarked
package nursery.notebook;

import org.jspecify.annotations.NullMarked;
