package nursery.layers;

import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/**
 * One step of a net: hyperparameters only. Parameters, saved values and gradients live in the pass.
 *
 * <p>A layer is a small record; {@code LayerContract} checks one that you wrote:
 *
 * <pre>{@code
 * record Scale() implements Layer {
 *     public Shape outputShape(Shape in) { return in; }
 *     public void parameters(Shape in, Parameters p) { p.add("gamma", in, ones()); }
 *     public Tensor forward(Tensor x, Pass pass) { return pass.save("x", x).times(pass.parameter("gamma")); }
 *     public Tensor backward(Tensor dy, Pass pass) {
 *         pass.gradient("gamma", dy.times(pass.saved("x")).sumRows());
 *         return dy.times(pass.parameter("gamma"));
 *     }
 * }
 * }</pre>
 */
public interface Layer {

    /**
     * The shape of one row of output for one row of input.
     *
     * @throws nursery.tensor.ShapeException with what was expected and what was received
     */
    Shape outputShape(Shape in);

    /** Declares parameters and running state for rows of shape {@code in}; none by default. */
    default void parameters(Shape in, Parameters p) {}

    /** y = f(x); saves what {@link #backward} needs. x: [batch, in], y: [batch, out]. */
    Tensor forward(Tensor x, Pass pass);

    /** dL/dx from dL/dy; hands over dL/dparameter with {@link Pass#gradient}. */
    Tensor backward(Tensor dy, Pass pass);
}
