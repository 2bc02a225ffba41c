package nursery.tensor;

/** What penalties, clipping and constraints need. */
interface LimitKernels {

    /** Σ |x|. */
    default double sumAbs(Tensor x) {
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            sum += Math.abs(x.get(i));
        }
        return sum;
    }

    /** y += factor sign(x), where the sign of 0 is 0. */
    default void addSign(Tensor y, double factor, Tensor x) {
        for (int i = 0; i < y.size(); i++) {
            y.set(i, y.get(i) + factor * Math.signum(x.get(i)));
        }
    }

    /** x = max(-most, min(x, most)); NaN stays. */
    default void clamp(Tensor x, double most) {
        for (int i = 0; i < x.size(); i++) {
            x.set(i, Math.max(-most, Math.min(x.get(i), most)));
        }
    }

    /** Shrinks each column of x whose Euclidean norm is above {@code most} to that norm. */
    default void limitColumns(Tensor x, double most) {
        int n = x.columns();
        for (int j = 0; j < n; j++) {
            double squares = 0;
            for (int i = j; i < x.size(); i += n) {
                squares += x.get(i) * x.get(i);
            }
            for (int i = j; squares > most * most && i < x.size(); i += n) {
                x.set(i, x.get(i) * (most / Math.sqrt(squares)));
            }
        }
    }

    /** Shrinks each row of x whose Euclidean norm is above {@code most} to that norm. */
    default void limitRows(Tensor x, double most) {
        int n = x.columns();
        for (int from = 0; from < x.size(); from += n) {
            double squares = 0;
            for (int i = from; i < from + n; i++) {
                squares += x.get(i) * x.get(i);
            }
            for (int i = from; squares > most * most && i < from + n; i++) {
                x.set(i, x.get(i) * (most / Math.sqrt(squares)));
            }
        }
    }
}
