package nursery.layers;

import nursery.initializers.He;
import nursery.initializers.Initializer;

/** A layer that is an activation function with a parameter or a chance of its own, beside {@link Activate}. */
public interface ActivationLayer extends Layer {

    /** How the weights before this function are drawn unless the net says otherwise; He by default. */
    default Initializer initializer() {
        return new He();
    }
}
