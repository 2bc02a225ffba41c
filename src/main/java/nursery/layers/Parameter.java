package nursery.layers;

import nursery.initializers.Initializer;
import nursery.tensor.Shape;

/**
 * The declaration of one parameter.
 *
 * @param name its name within the layer
 * @param shape its shape
 * @param initializer how it is drawn
 * @param fanIn how many inputs reach one unit
 * @param fanOut how many units one input reaches
 * @param learned whether a gradient changes it
 * @param penalized whether {@code l2} counts it
 */
public record Parameter(
        String name, Shape shape, Initializer initializer, int fanIn, int fanOut, boolean learned, boolean penalized) {

    /** The same declaration under another name. */
    Parameter named(String other) {
        return new Parameter(other, shape, initializer, fanIn, fanOut, learned, penalized);
    }
}
