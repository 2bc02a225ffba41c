package nursery.bench.diagnosis;

import nursery.Model;
import nursery.data.Dataset;
import nursery.tensor.Tensor;
import nursery.training.History;

/** How good a trained net is on the test rows, which neither training nor diagnosis looks at. More is better. */
enum Score {
    /** The accuracy for classes; R² = 1 - Σ (y - t)² / Σ (t - mean)² for numbers, at least -1. */
    QUALITY {
        @Override
        double of(Model model, Dataset test) {
            return test.classification() ? model.accuracy(test) : Math.max(LEAST, explained(model, test));
        }
    },
    /** The loss, negative. */
    LOSS {
        @Override
        double of(Model model, Dataset test) {
            return -model.evaluate(test).loss();
        }
    };

    private static final double LEAST = -1;

    abstract double of(Model model, Dataset test);

    /** The score of a history's model on its test rows. */
    double of(History history) {
        return of(history.model(), history.data().test());
    }

    private static double explained(Model model, Dataset rows) {
        Tensor y = model.predict(rows);
        Tensor t = rows.targets();
        double mean = t.mean();
        double rest = 0;
        double all = 0;
        for (int i = 0; i < t.size(); i++) {
            rest += square(y.get(i) - t.get(i));
            all += square(t.get(i) - mean);
        }
        return Double.isFinite(rest) ? 1 - rest / all : LEAST;
    }

    private static double square(double x) {
        return x * x;
    }
}
