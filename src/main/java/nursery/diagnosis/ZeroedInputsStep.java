package nursery.diagnosis;

import java.util.List;
import nursery.Net;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.report.Chart;
import nursery.report.Numbers;
import nursery.report.Plot;
import nursery.tensor.Tensor;
import nursery.training.Evaluation;
import nursery.training.History;

/** A net that sees zeros instead of the data must do worse: otherwise it does not use its inputs (Karpathy). */
public record ZeroedInputsStep() implements Step {
    private static final int STEPS = 150;
    private static final int BATCH = 64;
    private static final int ENOUGH = 100; // validation rows that tell a difference
    private static final int ROWS = 1000;
    private static final double CLEAR = 0.97; // of the loss with zeros
    private static final double RATE = 3e-3; // of Adam

    @Override
    public Report run(Net net, Split data) {
        Dataset train = Probe.rows(data.train(), STEPS * BATCH);
        Dataset judges = Probe.rows(data.validation().rows() >= ENOUGH ? data.validation() : train, ROWS);
        History real = train(net, train);
        History zeros = train(net, zeroed(train));
        double withData = Evaluation.of(real.model(), judges).loss();
        double withZeros = Evaluation.of(zeros.model(), zeroed(judges)).loss();
        Check check = Check.of(
                "zeroed inputs",
                withData < CLEAR * withZeros,
                "a clearly lower loss with the data than with zeros",
                Numbers.brief(withData) + " with the data, " + Numbers.brief(withZeros) + " with zeros",
                "The net uses its inputs.",
                "The net learns no more from the data than from zeros: check that rows and labels belong together and that the signal gets through all layers.");
        Chart chart = Chart.of("Inputs zeroed")
                .x("step")
                .y("loss")
                .line("data", real.stepLosses())
                .line("zeros", zeros.stepLosses());
        return new Report("Zeroed inputs", List.of(check), Plot.of(chart));
    }

    private static History train(Net net, Dataset rows) {
        Trainer trainer = Trainer.adam(RATE).batchSize(BATCH).epochs(STEPS).maxSteps(STEPS);
        return Probe.fit(trainer, net.l2(0), rows.split(1, 0, 0));
    }

    private static Dataset zeroed(Dataset data) {
        Tensor zeros = Tensor.zeros(data.features().shape(), data.features().precision());
        return data.classification()
                ? Dataset.of(zeros, data.labels(), data.classNames())
                : Dataset.of(zeros, data.targets());
    }
}
