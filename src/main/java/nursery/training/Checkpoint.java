package nursery.training;

import nursery.Model;

/**
 * A model as it was on the way.
 *
 * @param epoch after which epoch, from 1
 * @param seconds how long the training had lasted
 * @param model the model, with parameters of its own
 */
public record Checkpoint(int epoch, double seconds, Model model) {}
