package nursery.diagnosis;

import nursery.Net;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.report.Numbers;
import nursery.training.Baseline;
import nursery.training.Evaluation;

/**
 * The initial loss, without penalty, is that of a net that knows nothing: -ln(1/C) = ln C for softmax over C classes, and
 * the loss's own expectation elsewhere.
 */
public record InitialLossStep() implements Step {
    private static final int ROWS = 1000;
    private static final double CLOSE = 0.25; // of the expectation

    @Override
    public Report run(Net net, Split data) {
        Dataset rows = Probe.rows(data.train(), ROWS);
        double expected = Baseline.ignorant(net, rows);
        double actual = Evaluation.of(net.init(Probe.SEED), rows).loss();
        double off = actual / expected - 1;
        Status status = Math.abs(off) <= CLOSE ? Status.PASS : off > 1 || Double.isNaN(off) ? Status.FAIL : Status.WARN;
        return Report.of(
                "Initial loss",
                new Check(
                        "initial loss",
                        status,
                        "about " + Numbers.brief(expected) + name(expected, rows.classes()),
                        Numbers.brief(actual),
                        status == Status.PASS
                                ? "The loss is right: add regularization and see it go up."
                                : advice(net, off)));
    }

    private static String name(double expected, int classes) {
        if (Math.abs(expected - Math.log(classes)) < 1e-3) {
            return " = ln " + classes;
        }
        return expected == classes - 1 ? " = " + classes + " - 1" : "";
    }

    private static String advice(Net net, double off) {
        if (Double.isNaN(off)) {
            return "The loss is no number: end the net in a head such as .softmax() that fits its loss.";
        }
        if (net.lossMismatch().isPresent()) {
            return net.lossMismatch().get() + ".";
        }
        return off > 0
                ? "The net starts out sure of wrong answers: use smaller initial weights, center the data, or check that head and loss fit."
                : "The net seems to know the answer before it learned: look for labels among the features.";
    }
}
