package nursery.optimizers;

/** The cost of a batch, penalty included, as a function of all parameters in one row of numbers. */
public interface Objective {

    /** How many parameters there are. */
    int size();

    /** Writes the parameters as they are now to {@code x}. */
    void position(double[] x);

    /** Sets the parameters to {@code x}, rounded to their precision. */
    void moveTo(double[] x);

    /** The cost where the parameters are now; writes its gradient to {@code gradient}. */
    double evaluate(double[] gradient);
}
