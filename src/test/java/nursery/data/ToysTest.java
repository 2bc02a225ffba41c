package nursery.data;

import static nursery.data.Failing.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import nursery.Data;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ToysTest {

    @Test
    void spiralArmsGrowFromTheCenterToTheCircle() {
        Dataset spiral = Data.spiral(3, 100, 231);
        assertThat(spiral.features().shape()).isEqualTo(Shape.of(300, 2));
        assertThat(spiral.classCounts()).containsExactly(100, 100, 100);
        for (int row = 0; row < 300; row++) {
            assertThat(radius(spiral, row)).isEqualTo(row % 100 / 99.0, within(1e-6));
        }
    }

    @Test
    void spiralArmsTurnByFourRadians() {
        Dataset spiral = Data.spiral(3, 2000, 231);
        double[] turns = IntStream.range(0, 20)
                .mapToDouble(i -> meanAngle(spiral, 100 * i, 100 * i + 100))
                .toArray();
        for (int i = 2;
                i < 20;
                i++) { // from block to block, except near the center, where 4 * 100/1999 is in the noise
            assertThat(Math.IEEEremainder(turns[i] - turns[i - 1], 2 * Math.PI)).isEqualTo(0.2, within(0.12));
        }
    }

    private static double meanAngle(Dataset data, int from, int to) {
        double x = 0;
        double y = 0;
        for (int row = from; row < to; row++) {
            x += data.features().get(row, 0) / radius(data, Math.max(row, 1));
            y += data.features().get(row, 1) / radius(data, Math.max(row, 1));
        }
        return Math.atan2(x, y);
    }

    private static double radius(Dataset data, int row) {
        return Math.hypot(data.features().get(row, 0), data.features().get(row, 1));
    }

    @Test
    void moonsWithoutNoiseLieOnTwoHalfCircles() {
        Dataset moons = Data.moons(41, 0, 7);
        assertThat(moons.classCounts()).containsExactly(20, 21);
        for (int row = 0; row < 41; row++) {
            double x = moons.features().get(row, 0);
            double y = moons.features().get(row, 1);
            boolean upper = moons.label(row) == 0;
            assertThat(upper ? Math.hypot(x, y) : Math.hypot(x - 1, y - 0.5)).isEqualTo(1, within(1e-6));
            assertThat(upper ? y : 0.5 - y).isGreaterThan(-1e-6);
        }
    }

    @Test
    void moonsHaveTheNoiseAskedFor() {
        Tensor difference =
                Data.moons(2000, 0.3, 7).features().minus(Data.moons(2000, 0, 7).features());
        assertThat(difference.norm() / Math.sqrt(difference.size())).isEqualTo(0.3, within(0.01));
        assertThat(Data.moons(50, 7).features().toDoubles())
                .isEqualTo(Data.moons(50, 0.1, 7).features().toDoubles());
    }

    @Test
    void blobsAreSixDeviationsApart() {
        Dataset blobs = Data.blobs(4, 500, 7);
        double[][] centers = new double[4][];
        for (int c = 0; c < 4; c++) {
            Tensor cloud = blobs.features().rows(500 * c, 500 * c + 500);
            centers[c] = cloud.sumRows().times(1 / 500.0).toDoubles();
        }
        for (int c = 0; c < 4; c++) {
            double[] next = centers[(c + 1) % 4];
            assertThat(Math.hypot(next[0] - centers[c][0], next[1] - centers[c][1]))
                    .isEqualTo(6, within(0.3));
        }
    }

    @Test
    void theSeedDecides() {
        assertThat(Data.spiral(3, 10, 1).features().toDoubles())
                .isEqualTo(Data.spiral(3, 10, 1).features().toDoubles())
                .isNotEqualTo(Data.spiral(3, 10, 2).features().toDoubles());
        assertThat(Data.blobs(3, 10, 1).features().toDoubles())
                .isEqualTo(Data.blobs(3, 10, 1).features().toDoubles())
                .isNotEqualTo(Data.blobs(3, 10, 2).features().toDoubles());
        assertThat(Data.moons(10, 1).features().toDoubles())
                .isEqualTo(Data.moons(10, 1).features().toDoubles())
                .isNotEqualTo(Data.moons(10, 2).features().toDoubles());
    }

    @Test
    void impossibleSizesAreRefused() {
        assertThat(messageOf(() -> Data.spiral(1, 10, 1))).contains("2 to 1000 classes, received 1");
        assertThat(messageOf(() -> Data.blobs(3, 0, 1))).contains("rows per class, received 0");
        assertThat(messageOf(() -> Data.moons(1, 1))).contains("at least 2 rows", "received 1");
        assertThat(messageOf(() -> Data.moons(10, Double.NaN, 1))).contains("noise", "received NaN");
        assertThat(messageOf(() -> Data.digits(0, 1))).contains("digits, received 0");
    }
}
