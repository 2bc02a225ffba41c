package nursery.tensor;

/**
 * The bodies of the float32 loops of ReLU's relatives, c = f(a, b). What needs e^x runs in short loops, one after the
 * other, so that the JIT compiler vectorizes the arithmetic and the Vector API may do e^x, with the same bits.
 */
final class RectifierLoops {
    private static final float FAR = 14; // beyond, e^(-x²/2) is 0
    private static final float DENSITY = 0.3989422804014327f; // 1 / √(2π)

    // ln(1 + t) / t on [0, 1], relative error 2e-9
    private static final float A1 = 1.068131446838379f;
    private static final float A2 = 0.2392389178276062f;
    private static final float A3 = 0.0034485606011003256f;
    private static final float B1 = 1.5681313276290894f;
    private static final float B2 = 0.6899737119674683f;
    private static final float B3 = 0.07570190727710724f;

    // (1 - Φ(z)) e^(z²/2) on [0, 14], relative error 6e-9
    private static final float P1 = 0.4365575313568115f;
    private static final float P2 = 0.18192358314990997f;
    private static final float P3 = 0.04018395021557808f;
    private static final float P4 = 0.004047479946166277f;
    private static final float Q1 = 1.6709998846054077f;
    private static final float Q2 = 1.197108507156372f;
    private static final float Q3 = 0.4660017192363739f;
    private static final float Q4 = 0.10073317587375641f;
    private static final float Q5 = 0.010145395994186401f;

    private RectifierLoops() {}

    static void leakyRelu(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] c = loop.c;
        float slope = loop.rate;
        for (int i = from; i < to; i++) {
            c[i] = Math.max(a[i], 0f) + slope * Math.min(a[i], 0f);
        }
    }

    static void leakyReluGradient(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        float slope = loop.rate;
        for (int i = from; i < to; i++) {
            c[i] = b[i] > 0 ? a[i] : slope * a[i];
        }
    }

    /** e^x - 1 = 2 t / (1 - t) with t = tanh(x / 2), which loses no digits near 0. */
    static void elu(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] c = loop.c;
        float alpha = loop.rate;
        for (int i = from; i < to; i++) {
            float t = FloatMath.tanh(0.5f * Math.min(a[i], 0f));
            c[i] = Math.max(a[i], 0f) + alpha * (2 * t / (1 - t));
        }
    }

    static void eluGradient(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        float alpha = loop.rate;
        for (int i = from; i < to; i++) {
            c[i] = b[i] > 0 ? a[i] : a[i] * (b[i] + alpha);
        }
    }

    /** ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|). */
    static void softplus(FloatLoop loop, int from, int to, FloatLoops.Exp exp) {
        float[] a = loop.a;
        float[] c = loop.c;
        for (int i = from; i < to; i++) {
            c[i] = -Math.abs(a[i]);
        }
        exp.apply(c, from, to - from);
        for (int i = from; i < to; i++) {
            float t = c[i];
            float p = ((A3 * t + A2) * t + A1) * t + 1;
            float q = ((B3 * t + B2) * t + B1) * t + 1;
            c[i] = Math.max(a[i], 0f) + t * p / q;
        }
    }

    /** x Φ(x) = max(x, 0) - |x| (1 - Φ(|x|)). */
    static void gelu(FloatLoop loop, int from, int to, FloatLoops.Exp exp) {
        float[] a = loop.a;
        float[] c = loop.c;
        bells(a, c, from, to, exp);
        for (int i = from; i < to; i++) {
            float z = Math.min(Math.abs(a[i]), FAR);
            c[i] = Math.max(a[i], 0f) - z * c[i] * tail(z);
        }
    }

    /** Φ(x) + x φ(x) is h = 1 - Φ(|x|) - |x| φ(x) for negative x, and 1 - h for positive. */
    static void geluGradient(FloatLoop loop, int from, int to, FloatLoops.Exp exp) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        bells(b, c, from, to, exp);
        for (int i = from; i < to; i++) {
            float z = Math.min(Math.abs(b[i]), FAR);
            float h = c[i] * (tail(z) - DENSITY * z);
            float sign = Math.min(1, Math.max(-1, b[i] * 1e30f)); // less than 1 only where h = 1/2
            c[i] = a[i] * (0.5f + sign * (0.5f - h));
        }
    }

    /** c = e^(-x²/2). */
    private static void bells(float[] x, float[] c, int from, int to, FloatLoops.Exp exp) {
        for (int i = from; i < to; i++) {
            c[i] = -0.5f * x[i] * x[i];
        }
        exp.apply(c, from, to - from);
    }

    /** (1 - Φ(z)) e^(z²/2) for z from 0 to 14. */
    private static float tail(float z) {
        float p = (((P4 * z + P3) * z + P2) * z + P1) * z + 0.5f;
        float q = ((((Q5 * z + Q4) * z + Q3) * z + Q2) * z + Q1) * z + 1;
        return p / q;
    }
}
