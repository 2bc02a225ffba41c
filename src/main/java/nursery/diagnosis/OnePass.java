package nursery.diagnosis;

import nursery.Model;
import nursery.data.Dataset;
import nursery.layers.Chain;
import nursery.losses.Loss;
import nursery.tensor.Arena;
import nursery.tensor.Seed;
import nursery.tensor.Tensor;

/**
 * Some rows as one batch through a copy of a model in training mode, forward and backward: batch normalization uses the
 * batch, and the model keeps its running means.
 *
 * @param loss the mean loss
 * @param chain holds the gradients
 */
record OnePass(double loss, Chain chain) {

    static OnePass of(Model model, Dataset rows) {
        Model copy = model.copy();
        Chain chain = copy.chain(copy.net().layersBeforeLoss(), Arena.of(copy.precision()), Seed.of(Probe.SEED));
        Tensor z = chain.forward(copy.inputFor(rows.features()).in(chain.arena()), true);
        Tensor t = copy.net().targets(rows).to(copy.precision());
        Tensor dz = z.copy();
        Loss loss = copy.net().loss();
        double mean = copy.net().lossTakesScores() ? loss.ofScores(z, t, z.copy(), dz) : loss.apply(z, t, dz);
        chain.backward(dz.in(chain.arena()));
        return new OnePass(mean, chain);
    }
}
