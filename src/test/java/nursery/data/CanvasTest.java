package nursery.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CanvasTest {
    private final float[] pixels = new float[2 + 5 * 5];
    private final Canvas canvas = new Canvas(5, pixels, 2);

    private float pixel(int x, int y) {
        return pixels[2 + 5 * y + x];
    }

    @Test
    void aLineIsDarkWithinThePenAndFadesOverOnePixel() {
        canvas.line(0, 2, 4, 2, 0.75, 0.8);
        for (int x = 0; x < 5; x++) {
            assertThat(pixel(x, 2)).isEqualTo(0.8f);
            assertThat(pixel(x, 1)).isEqualTo(0.2f, within(1e-6f)); // 0.8 * (0.75 + 0.5 - 1)
            assertThat(pixel(x, 0)).isZero();
        }
    }

    @Test
    void aLineWithoutLengthIsADot() {
        canvas.line(2, 2, 2, 2, 0.5, 1);
        assertThat(pixel(2, 2)).isEqualTo(1);
        assertThat(pixel(3, 3)).isZero();
    }

    @Test
    void whereLinesCrossTheDarkerOneCounts() {
        canvas.line(0, 2, 4, 2, 0.5, 0.9);
        canvas.line(2, 0, 2, 4, 0.5, 0.4);
        assertThat(pixel(2, 2)).isEqualTo(0.9f);
        assertThat(pixel(2, 0)).isEqualTo(0.4f);
    }

    @Test
    void drawingOutsideTouchesNothing() {
        canvas.line(-50, -40, -30, -60, 1, 1);
        canvas.line(30, 40, 50, 60, 1, 1);
        assertThat(pixels).containsOnly(0);
    }

    @Test
    void inkStaysBetweenZeroAndOne() {
        canvas.add(0, 0.4);
        canvas.add(1, 7);
        canvas.add(2, -7);
        assertThat(pixel(0, 0)).isEqualTo(0.4f);
        assertThat(pixel(1, 0)).isEqualTo(1);
        assertThat(pixel(2, 0)).isZero();
    }
}
