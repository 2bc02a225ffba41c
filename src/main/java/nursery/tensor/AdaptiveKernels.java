package nursery.tensor;

/** Updates of parameters w by gradients g that choose the size of a step for each number, in one pass. */
interface AdaptiveKernels {

    /** h += g²; w -= rate g / (√h + epsilon). */
    default void adagrad(Tensor w, Tensor g, Tensor h, double rate, double epsilon) {
        for (int i = 0; i < w.size(); i++) {
            h.set(i, h.get(i) + g.get(i) * g.get(i));
            w.set(i, w.get(i) - rate * g.get(i) / (Math.sqrt(h.get(i)) + epsilon));
        }
    }

    /** v = rho v + (1 - rho) g²; w -= rate g / (√v + epsilon). */
    default void rmsprop(Tensor w, Tensor g, Tensor v, double rate, double rho, double epsilon) {
        for (int i = 0; i < w.size(); i++) {
            v.set(i, rho * v.get(i) + (1 - rho) * g.get(i) * g.get(i));
            w.set(i, w.get(i) - rate * g.get(i) / (Math.sqrt(v.get(i)) + epsilon));
        }
    }

    /**
     * v = rho v + (1 - rho) g²; m = rho m + (1 - rho) g; b = momentum b + g / (√(v - m²) + epsilon); w -= rate b. Without
     * centering m stays 0.
     */
    default void rmsprop(
            Tensor w,
            Tensor g,
            Tensor v,
            Tensor m,
            Tensor b,
            double rate,
            double rho,
            double epsilon,
            double momentum,
            boolean centered) {
        double share = centered ? 1 - rho : 0;
        for (int i = 0; i < w.size(); i++) {
            double gi = g.get(i);
            v.set(i, rho * v.get(i) + (1 - rho) * gi * gi);
            m.set(i, rho * m.get(i) + share * gi);
            double variance = Math.max(v.get(i) - m.get(i) * m.get(i), 0); // rounding may lead below 0
            b.set(i, momentum * b.get(i) + gi / (Math.sqrt(variance) + epsilon));
            w.set(i, w.get(i) - rate * b.get(i));
        }
    }

    /** v = rho v + (1 - rho) g²; d = g √(u + epsilon) / √(v + epsilon); u = rho u + (1 - rho) d²; w -= rate d. */
    default void adadelta(Tensor w, Tensor g, Tensor v, Tensor u, double rate, double rho, double epsilon) {
        for (int i = 0; i < w.size(); i++) {
            double gi = g.get(i);
            v.set(i, rho * v.get(i) + (1 - rho) * gi * gi);
            double d = gi * Math.sqrt(u.get(i) + epsilon) / Math.sqrt(v.get(i) + epsilon);
            u.set(i, rho * u.get(i) + (1 - rho) * d * d);
            w.set(i, w.get(i) - rate * d);
        }
    }

    /**
     * m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g²; w -= (gradientRate g + momentRate m) / (√(v /
     * correction2) + epsilon).
     */
    default void nadam(
            Tensor w,
            Tensor g,
            Tensor m,
            Tensor v,
            double gradientRate,
            double momentRate,
            double beta1,
            double beta2,
            double epsilon,
            double correction2) {
        for (int i = 0; i < w.size(); i++) {
            double gi = g.get(i);
            m.set(i, beta1 * m.get(i) + (1 - beta1) * gi);
            v.set(i, beta2 * v.get(i) + (1 - beta2) * gi * gi);
            double scale = Math.sqrt(v.get(i) / correction2) + epsilon;
            w.set(i, w.get(i) - (gradientRate * gi + momentRate * m.get(i)) / scale);
        }
    }

    /** m = beta1 m + (1 - beta1) g; u = max(beta2 u, |g| + epsilon); w -= rate m / u. */
    default void adamax(
            Tensor w, Tensor g, Tensor m, Tensor u, double rate, double beta1, double beta2, double epsilon) {
        for (int i = 0; i < w.size(); i++) {
            m.set(i, beta1 * m.get(i) + (1 - beta1) * g.get(i));
            u.set(i, Math.max(beta2 * u.get(i), Math.abs(g.get(i)) + epsilon));
            w.set(i, w.get(i) - rate * m.get(i) / u.get(i));
        }
    }

    /** w = keep w - rate g; a += share (w - a). */
    default void asgd(Tensor w, Tensor g, Tensor a, double rate, double keep, double share) {
        for (int i = 0; i < w.size(); i++) {
            w.set(i, keep * w.get(i) - rate * g.get(i));
            a.set(i, a.get(i) + share * (w.get(i) - a.get(i)));
        }
    }

    /**
     * Where g and the one before, p, have the same sign, size = min(grow size, most); where they differ, size =
     * max(shrink size, least) and g counts as 0; w -= sign(g) size; p = g.
     */
    default void rprop(
            Tensor w, Tensor g, Tensor p, Tensor size, double shrink, double grow, double least, double most) {
        for (int i = 0; i < w.size(); i++) {
            double product = Math.signum(g.get(i)) * Math.signum(p.get(i)); // g p would underflow to 0
            double factor = product > 0 ? grow : product < 0 ? shrink : 1;
            double gi = product < 0 ? 0 : g.get(i);
            size.set(i, Math.min(Math.max(factor * size.get(i), least), most));
            w.set(i, w.get(i) - Math.signum(gi) * size.get(i));
            p.set(i, gi);
        }
    }

    /**
     * In rows whose gradient is not all 0: m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g²; w -= rate m / (√v +
     * epsilon).
     */
    default void sparseAdam(
            Tensor w, Tensor g, Tensor m, Tensor v, double rate, double beta1, double beta2, double epsilon) {
        int n = w.columns();
        for (int from = 0; from < w.size(); from += n) {
            if (allZero(g, from, from + n)) {
                continue;
            }
            for (int i = from; i < from + n; i++) {
                double gi = g.get(i);
                m.set(i, beta1 * m.get(i) + (1 - beta1) * gi);
                v.set(i, beta2 * v.get(i) + (1 - beta2) * gi * gi);
                w.set(i, w.get(i) - rate * m.get(i) / (Math.sqrt(v.get(i)) + epsilon));
            }
        }
    }

    private static boolean allZero(Tensor g, int from, int to) {
        for (int i = from; i < to; i++) {
            if (g.get(i) != 0) {
                return false;
            }
        }
        return true;
    }
}
