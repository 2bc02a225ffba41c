package nursery.diagnosis;

/**
 * The gradient at one weight.
 *
 * @param name the weight, {@code "dense1.W"}
 * @param gradient the root mean square of dL/dW
 * @param size the root mean square of W
 */
public record WeightGradient(String name, double gradient, double size) {}
