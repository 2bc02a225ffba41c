package nursery;

import nursery.tensor.Seed;
import nursery.tensor.Tensor;
import nursery.tensor.Workers;

/**
 * A model with its random layers as in training: one of the many nets with shared weights that dropout trains at once.
 *
 * @param model has the weights
 * @param seed of the masks
 */
record MaskedModel(Model model, Seed seed) implements Predictor {

    /** Refuses layers whose state a pass in training would change. */
    MaskedModel {
        if (model.variables().stream().anyMatch(v -> !v.parameter().learned())) {
            throw new IllegalArgumentException("masks: expected a net without running means, received "
                    + model.net().layers() + "; leave out batch normalization");
        }
    }

    @Override
    public Net net() {
        return model.net();
    }

    @Override
    public Tensor predict(Tensor x, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return model.pass(x, workers, seed, true);
        }
    }
}
