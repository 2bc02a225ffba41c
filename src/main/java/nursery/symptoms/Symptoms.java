package nursery.symptoms;

import java.util.List;
import nursery.diagnosis.Symptom;

/** All symptoms with their usual thresholds, in the order in which they are looked for: certain and cheap ones first. */
public final class Symptoms {
    /** The list. */
    public static final List<Symptom> ALL = List.of(
            new NonFiniteData(),
            new OneClass(),
            new DoubleSoftmax(),
            new HeadMismatch(),
            new HiddenSoftmax(),
            new MissingActivation(),
            new LossKind(),
            new DropoutPlace(),
            new WrongGradient(),
            new MixedRows(),
            new SummedLoss(),
            new PenaltyNotInLoss(),
            new OptimizerSettings(),
            new SmallNormalizedBatches(),
            new ConstantFeatures(),
            new LeakedRows(),
            new ShiftedSplit(),
            new SmallValidation(),
            new SymmetricUnits(),
            new UphillSteps(),
            new UnrelatedLabels(),
            new InputScale(),
            new TargetScale(),
            new DeadUnits(),
            new Bottleneck(),
            new InitialScale(),
            new TooMuchPenalty(),
            new Divergence(),
            new ManyEpochsInOneStep(),
            new ClippedAway(),
            new EarlyDecay(),
            new RateTooHigh(),
            new RateTooLow(),
            new UpdateSize(),
            new Saturation(),
            new VanishingGradient(),
            new EvaluationDiffers(),
            new Imbalance(),
            new CollapsedOutput(),
            new Overfitting(),
            new NoisyLabels(),
            new SuspiciouslyGood(),
            new Underfitting(),
            new StillImproving(),
            new TrainedTooLong(),
            new FrozenWeights(),
            new LossStandsStill());

    private Symptoms() {}
}
