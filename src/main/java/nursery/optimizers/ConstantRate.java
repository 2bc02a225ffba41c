package nursery.optimizers;

/** The base rate all the time. */
public record ConstantRate() implements Schedule {

    @Override
    public double rate(double base, double epoch, double epochs) {
        return base;
    }

    @Override
    public String toString() {
        return "constantRate()";
    }
}
