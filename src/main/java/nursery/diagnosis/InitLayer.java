package nursery.diagnosis;

/**
 * One layer of an {@link InitStudy}.
 *
 * @param initializer what drew the weights
 * @param layer its place, from 1
 * @param outputs the outputs of its activation function
 * @param gradientStd the standard deviation of dL/dy at its outputs
 * @param weightGradientStd the standard deviation of dL/dW of its weights
 */
public record InitLayer(
        String initializer, int layer, LayerActivations outputs, double gradientStd, double weightGradientStd) {}
