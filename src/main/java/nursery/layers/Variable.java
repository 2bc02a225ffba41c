package nursery.layers;

import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Tensor;

/**
 * A parameter with its numbers.
 *
 * @param layer the unique name of its layer in the net, {@code "dense1"}
 * @param parameter its declaration
 * @param value its numbers, which training changes
 */
public record Variable(String layer, Parameter parameter, Tensor value) {

    /** A parameter as its initializer draws it from the stream {@code seed}. */
    public static Variable draw(String layer, Parameter parameter, Precision precision, Seed seed) {
        Tensor value = Tensor.zeros(parameter.shape(), precision);
        parameter
                .initializer()
                .fill(
                        value,
                        parameter.fanIn(),
                        parameter.fanOut(),
                        seed.with(parameter.name()).generator());
        return new Variable(layer, parameter, value);
    }

    /** Its name in the net, {@code "dense1.W"}. */
    public String name() {
        return layer + "." + parameter.name();
    }

    /** The same parameter with numbers of its own in the given precision. */
    public Variable to(Precision precision) {
        return new Variable(layer, parameter, value.to(precision));
    }
}
