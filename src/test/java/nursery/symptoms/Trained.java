package nursery.symptoms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nursery.Data;
import nursery.Net;
import nursery.TestData;
import nursery.Trainer;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.diagnosis.Diagnosis;
import nursery.diagnosis.Finding;
import nursery.diagnosis.Severity;
import nursery.tensor.Tensor;
import nursery.training.Epoch;
import nursery.training.History;

/** A training with its diagnosis, and small data to train on. */
record Trained(History history, Diagnosis diagnosis) {
    static final Split BLOBS =
            TestData.blobs(3, 4, 200, 3).split(0.7, 0.15, 0.15).standardize();
    static final Net NET = Net.input(4).dense(30).relu().dense(3).softmax();
    static final Split SPIRAL = Data.spiral(3, 100, 231).split(0.8, 0.1, 0.1);
    static final Net SPIRAL_NET = Net.input(2).dense(100).relu().dense(3).softmax();
    static final Split MOONS = Data.moons(500, 3).split(0.7, 0.15, 0.15);
    static final Split CURVE = curve(1, 0);
    static final Net CURVE_NET = Net.input(2).dense(64).relu().dense(1).linear();

    static Trained of(Trainer trainer, Net net, Split data) {
        History history = trainer.fit(net, data);
        return new Trained(history, history.diagnose());
    }

    /** The healthy training of a small net. */
    static Trained blobs(Trainer trainer, Net net) {
        return of(trainer, net, BLOBS);
    }

    /** Two features, and a smooth function of them times {@code scale} plus {@code shift}. */
    static Split curve(double scale, double shift) {
        double[][] x = IntStream.range(0, 300)
                .mapToObj(i -> new double[] {i / 150.0 - 1, Math.cos(i)})
                .toArray(double[][]::new);
        double[] y = IntStream.range(0, 300)
                .mapToDouble(i -> shift + scale * (2 * Math.sin(i / 40.0) + Math.cos(i)))
                .toArray();
        return Data.of(x, y).split(0.7, 0.15, 0.15).standardize();
    }

    /** Copies of the rows with every feature of one column changed. */
    static Dataset column(Dataset rows, int column, DoubleUnaryOperator f) {
        Tensor x = rows.features().copy();
        for (int i = column; i < x.size(); i += x.columns()) {
            x.set(i, f.applyAsDouble(x.get(i)));
        }
        return Dataset.of(x, rows.labels());
    }

    /** All parts of the blobs changed. */
    static Split blobs(UnaryOperator<Dataset> change) {
        return Split.of(change.apply(BLOBS.train()), change.apply(BLOBS.validation()), change.apply(BLOBS.test()));
    }

    /** What was found under {@code id}, which comes first among the warnings if it is one. */
    Finding finding(String id, Severity severity) {
        Finding found = finding(id);
        assertThat(found.severity()).as(diagnosis.toString()).isEqualTo(severity);
        if (found.warns()) {
            assertThat(diagnosis.findings().get(0).id())
                    .as("the first of " + diagnosis)
                    .isEqualTo(id);
        }
        return found;
    }

    /** What was found under {@code id}, at any place. */
    Finding finding(String id) {
        List<Finding> found =
                diagnosis.findings().stream().filter(f -> f.id().equals(id)).toList();
        assertThat(found).as(id + " in " + diagnosis).hasSize(1);
        return found.get(0);
    }

    /** Nothing from a warning up, and not a word of {@code id}. */
    void silentAbout(String... ids) {
        assertThat(diagnosis.findings()).as(diagnosis.toString()).noneMatch(Finding::warns);
        assertThat(diagnosis.findings()).extracting(Finding::id).doesNotContain(ids);
    }

    /** The last epoch. */
    Epoch end() {
        return history.lastEpoch();
    }

    /** The last epoch of the training with the fix applied. */
    static Epoch fixed(Finding finding) {
        return finding.fix().orElseThrow().fit().lastEpoch();
    }
}
