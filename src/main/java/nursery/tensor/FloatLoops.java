package nursery.tensor;

/** The bodies of the plain float32 loops: c = f(a, b), where c may be an operand; updates change a, c and d. */
final class FloatLoops {
    private FloatLoops() {}

    /** x = e^x for n numbers. */
    interface Exp {
        void apply(float[] x, int at, int n);
    }

    static void plus(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        for (int i = from; i < to; i++) {
            c[i] = a[i] + b[i];
        }
    }

    static void minus(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        for (int i = from; i < to; i++) {
            c[i] = a[i] - b[i];
        }
    }

    static void times(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        for (int i = from; i < to; i++) {
            c[i] = a[i] * b[i];
        }
    }

    static void dividedBy(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        for (int i = from; i < to; i++) {
            c[i] = a[i] / b[i];
        }
    }

    /** c = rate a. */
    static void scale(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] c = loop.c;
        float rate = loop.rate;
        for (int i = from; i < to; i++) {
            c[i] = rate * a[i];
        }
    }

    /** c = a + rate b. */
    static void addScaled(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        float rate = loop.rate;
        for (int i = from; i < to; i++) {
            c[i] = a[i] + rate * b[i];
        }
    }

    /** Math.max and not {@code a > 0 ? a : 0}, which is not vectorized. */
    static void relu(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] c = loop.c;
        for (int i = from; i < to; i++) {
            c[i] = Math.max(a[i], 0f);
        }
    }

    static void reluGradient(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        for (int i = from; i < to; i++) {
            c[i] = b[i] > 0 ? a[i] : 0;
        }
    }

    static void tanh(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] c = loop.c;
        for (int i = from; i < to; i++) {
            c[i] = FloatMath.tanh(a[i]);
        }
    }

    static void tanhGradient(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        for (int i = from; i < to; i++) {
            c[i] = a[i] * (1 - b[i] * b[i]);
        }
    }

    static void sigmoid(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] c = loop.c;
        for (int i = from; i < to; i++) {
            c[i] = FloatMath.sigmoid(a[i]);
        }
    }

    /** {@link #sigmoid}, with its exponentials in a loop of their own. */
    static void sigmoid(FloatLoop loop, int from, int to, Exp exp) {
        float[] a = loop.a;
        float[] c = loop.c;
        for (int i = from; i < to; i++) {
            c[i] = -a[i];
        }
        exp.apply(c, from, to - from);
        for (int i = from; i < to; i++) {
            c[i] = 1 / (1 + c[i]);
        }
    }

    static void sigmoidGradient(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        for (int i = from; i < to; i++) {
            c[i] = a[i] * b[i] * (1 - b[i]);
        }
    }

    /** c = rho1 c + b; a -= rate c. */
    static void momentum(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        float rate = loop.rate;
        float rho = loop.rho1;
        for (int i = from; i < to; i++) {
            float step = rho * c[i] + b[i];
            c[i] = step;
            a[i] -= rate * step;
        }
    }

    /** c = rho1 c + b; a -= rate (b + rho1 c). */
    static void nesterov(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        float rate = loop.rate;
        float rho = loop.rho1;
        for (int i = from; i < to; i++) {
            float step = rho * c[i] + b[i];
            c[i] = step;
            a[i] -= rate * (b[i] + rho * step);
        }
    }

    /** c = rho1 c + rest1 b; d = rho2 d + rest2 b²; a -= rate c / (√d scale + epsilon). */
    static void adam(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        float[] d = loop.d;
        float rate = loop.rate;
        float rho1 = loop.rho1;
        float rest1 = loop.rest1;
        float rho2 = loop.rho2;
        float rest2 = loop.rest2;
        float scale = loop.scale;
        float epsilon = loop.epsilon;
        for (int i = from; i < to; i++) {
            float first = rho1 * c[i] + rest1 * b[i];
            float second = rho2 * d[i] + rest2 * b[i] * b[i];
            c[i] = first;
            d[i] = second;
            a[i] -= rate * first / ((float) Math.sqrt(second) * scale + epsilon);
        }
    }

    /** x = e^x for n numbers. */
    static void exp(float[] x, int at, int n) {
        for (int i = at; i < at + n; i++) {
            x[i] = FloatMath.exp(x[i]);
        }
    }
}
