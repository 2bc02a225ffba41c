package nursery.tensor;

/** The bodies of float32 updates that choose the size of a step for each number: weights a, gradients b, slots c to e. */
final class AdaptiveLoops {
    private AdaptiveLoops() {}

    /** c += b²; a -= rate b / (√c + epsilon). */
    static void adagrad(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        float rate = loop.rate;
        float epsilon = loop.epsilon;
        for (int i = from; i < to; i++) {
            float sum = c[i] + b[i] * b[i];
            c[i] = sum;
            a[i] -= rate * b[i] / ((float) Math.sqrt(sum) + epsilon);
        }
    }

    /** c = rho1 c + rest1 b²; a -= rate b / (√c + epsilon). */
    static void rmsprop(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        float rate = loop.rate;
        float rho = loop.rho1;
        float rest = loop.rest1;
        float epsilon = loop.epsilon;
        for (int i = from; i < to; i++) {
            float mean = rho * c[i] + rest * b[i] * b[i];
            c[i] = mean;
            a[i] -= rate * b[i] / ((float) Math.sqrt(mean) + epsilon);
        }
    }

    /** c = rho1 c + rest1 b²; d = rho1 d + rest2 b; e = rho2 e + b / (√(c - d²) + epsilon); a -= rate e. */
    static void rmspropWithMomentum(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        float[] d = loop.d;
        float[] e = loop.e;
        float rate = loop.rate;
        float rho = loop.rho1;
        float rest = loop.rest1;
        float share = loop.rest2;
        float momentum = loop.rho2;
        float epsilon = loop.epsilon;
        for (int i = from; i < to; i++) {
            float square = rho * c[i] + rest * b[i] * b[i];
            float mean = rho * d[i] + share * b[i];
            float variance = Math.max(square - mean * mean, 0f);
            float step = momentum * e[i] + b[i] / ((float) Math.sqrt(variance) + epsilon);
            c[i] = square;
            d[i] = mean;
            e[i] = step;
            a[i] -= rate * step;
        }
    }

    /** c = rho1 c + rest1 b²; step = b √(d + epsilon) / √(c + epsilon); d = rho1 d + rest1 step²; a -= rate step. */
    static void adadelta(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        float[] d = loop.d;
        float rate = loop.rate;
        float rho = loop.rho1;
        float rest = loop.rest1;
        float epsilon = loop.epsilon;
        for (int i = from; i < to; i++) {
            float square = rho * c[i] + rest * b[i] * b[i];
            float step = b[i] * (float) Math.sqrt(d[i] + epsilon) / (float) Math.sqrt(square + epsilon);
            c[i] = square;
            d[i] = rho * d[i] + rest * step * step;
            a[i] -= rate * step;
        }
    }

    /** c = rho1 c + rest1 b; d = rho2 d + rest2 b²; a -= (rate b + momentRate c) / (√d scale + epsilon). */
    static void nadam(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        float[] d = loop.d;
        float rate = loop.rate;
        float momentRate = loop.momentRate;
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
            a[i] -= (rate * b[i] + momentRate * first) / ((float) Math.sqrt(second) * scale + epsilon);
        }
    }

    /** c = rho1 c + rest1 b; d = max(rho2 d, |b| + epsilon); a -= rate c / d. */
    static void adamax(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        float[] d = loop.d;
        float rate = loop.rate;
        float rho1 = loop.rho1;
        float rest1 = loop.rest1;
        float rho2 = loop.rho2;
        float epsilon = loop.epsilon;
        for (int i = from; i < to; i++) {
            float first = rho1 * c[i] + rest1 * b[i];
            float largest = Math.max(rho2 * d[i], Math.abs(b[i]) + epsilon);
            c[i] = first;
            d[i] = largest;
            a[i] -= rate * first / largest;
        }
    }

    /** a = rho1 a - rate b; c += rest1 (a - c). */
    static void asgd(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        float rate = loop.rate;
        float keep = loop.rho1;
        float share = loop.rest1;
        for (int i = from; i < to; i++) {
            float moved = keep * a[i] - rate * b[i];
            a[i] = moved;
            c[i] += share * (moved - c[i]);
        }
    }

    /** As {@link AdaptiveKernels#rprop} says, with p in c and size in d, within rho1 and rho2. */
    static void rprop(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        float[] d = loop.d;
        float shrink = loop.rest1;
        float grow = loop.rest2;
        float least = loop.rho1;
        float most = loop.rho2;
        for (int i = from; i < to; i++) {
            float product = Math.signum(b[i]) * Math.signum(c[i]); // b c would underflow to 0
            float g = product < 0 ? 0 : b[i];
            float size = (product > 0 ? grow : product < 0 ? shrink : 1) * d[i];
            d[i] = Math.min(Math.max(size, least), most);
            a[i] -= Math.signum(g) * d[i];
            c[i] = g;
        }
    }

    /** c = rho1 c + rest1 b; d = rho2 d + rest2 b²; a -= rate c / (√d + epsilon). */
    static void sparseAdam(FloatLoop loop, int from, int to) {
        float[] a = loop.a;
        float[] b = loop.b;
        float[] c = loop.c;
        float[] d = loop.d;
        float rate = loop.rate;
        float rho1 = loop.rho1;
        float rest1 = loop.rest1;
        float rho2 = loop.rho2;
        float rest2 = loop.rest2;
        float epsilon = loop.epsilon;
        for (int i = from; i < to; i++) {
            float first = rho1 * c[i] + rest1 * b[i];
            float second = rho2 * d[i] + rest2 * b[i] * b[i];
            c[i] = first;
            d[i] = second;
            a[i] -= rate * first / ((float) Math.sqrt(second) + epsilon);
        }
    }
}
