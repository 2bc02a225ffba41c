package nursery.tensor;

/** The width of a tensor's numbers. Training runs in float32; gradient checks and references run in float64. */
public enum Precision {
    /** 24 bits of significand, relative rounding 6e-8: the default of a model. */
    FLOAT32,
    /** 53 bits of significand, relative rounding 1.1e-16: gradient checks and reference values. */
    FLOAT64
}
