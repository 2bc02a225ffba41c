package nursery.pretraining;

/**
 * How good a machine is after an epoch, on at most 1000 rows of each part.
 *
 * @param epoch its number; 0 is before the first step
 * @param trainError the mean squared difference between training rows and their reconstruction
 * @param trainFreeEnergy the mean free energy of training rows
 * @param validationError the same for validation rows; NaN without
 * @param validationFreeEnergy the same for validation rows; NaN without
 */
public record RbmEpoch(
        int epoch, double trainError, double trainFreeEnergy, double validationError, double validationFreeEnergy) {}
