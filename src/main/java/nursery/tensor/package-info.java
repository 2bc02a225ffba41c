/**
 * Arrays of numbers with a shape, the operations on them, and the one seam ({@code Kernels}) below which the same
 * operation runs in float32 or, as the reference, in float64.
 */
@NullMarked
package nursery.tensor;

import org.jspecify.annotations.NullMarked;
