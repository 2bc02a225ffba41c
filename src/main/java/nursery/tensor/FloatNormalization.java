package nursery.tensor;

import java.util.Arrays;

/**
 * float32 batch normalization. For flat rows the loops run over the features of a row, for images over the places of a
 * channel, so that both read memory in order. Sums are in float32 lanes; the mean is subtracted before squaring.
 */
final class FloatNormalization implements NormalizationKernels {
    private final LaneSums lanes = new LaneSums();
    private float[] scales = {}; // gamma / √(variance + epsilon)
    private float[] slopes = {}; // what multiplies x - mean
    private float[] shifts = {}; // what is added

    @Override
    public void sum(Tensor x, Tensor sum) {
        int channels = sum.size();
        int places = x.columns() / channels;
        sum.fill(0);
        for (int n = 0; n < x.rows(); n++) {
            int at = x.offset + n * x.columns();
            if (places == 1) {
                add(x.floats, at, sum.floats, sum.offset, channels);
            } else {
                for (int c = 0; c < channels; c++) {
                    sum.floats[sum.offset + c] += (float) lanes.sum(x.floats, at + c * places, places);
                }
            }
        }
    }

    private static void add(float[] x, int at, float[] sum, int to, int n) {
        for (int c = 0; c < n; c++) {
            sum[to + c] += x[at + c];
        }
    }

    @Override
    public void variance(Tensor x, Tensor mean, Tensor variance) {
        products(x, mean.floats, mean.offset, x, mean.floats, mean.offset, variance);
        int m = x.size() / mean.size();
        for (int c = 0; c < mean.size(); c++) {
            variance.floats[variance.offset + c] /= m;
        }
    }

    @Override
    public void scaleGradient(Tensor dy, Tensor x, Tensor mean, Tensor variance, double epsilon, Tensor dgamma) {
        int channels = mean.size();
        slopes = zeros(slopes, channels);
        products(dy, slopes, 0, x, mean.floats, mean.offset, dgamma);
        for (int c = 0; c < channels; c++) {
            dgamma.floats[dgamma.offset + c] /= (float) Math.sqrt(variance.get(c) + epsilon);
        }
    }

    private static float[] zeros(float[] old, int length) {
        if (old.length < length) {
            return new float[length];
        }
        Arrays.fill(old, 0, length, 0);
        return old;
    }

    /** out[c] = Σ (a - meanA) (b - meanB). */
    private void products(Tensor a, float[] meanA, int meanAAt, Tensor b, float[] meanB, int meanBAt, Tensor out) {
        int channels = out.size();
        int places = a.columns() / channels;
        out.fill(0);
        for (int n = 0; n < a.rows(); n++) {
            int at = n * a.columns();
            if (places == 1) {
                addProducts(
                        a.floats,
                        a.offset + at,
                        meanA,
                        meanAAt,
                        b.floats,
                        b.offset + at,
                        meanB,
                        meanBAt,
                        out.floats,
                        out.offset,
                        channels);
            } else {
                for (int c = 0; c < channels; c++) {
                    out.floats[out.offset + c] += (float) lanes.products(
                            a.floats,
                            a.offset + at + c * places,
                            meanA[meanAAt + c],
                            b.floats,
                            b.offset + at + c * places,
                            meanB[meanBAt + c],
                            places);
                }
            }
        }
    }

    private static void addProducts(
            float[] a,
            int aAt,
            float[] meanA,
            int meanAAt,
            float[] b,
            int bAt,
            float[] meanB,
            int meanBAt,
            float[] out,
            int to,
            int n) {
        for (int c = 0; c < n; c++) {
            out[to + c] += (a[aAt + c] - meanA[meanAAt + c]) * (b[bAt + c] - meanB[meanBAt + c]);
        }
    }

    @Override
    public void normalize(Tensor x, Tensor mean, Tensor variance, double epsilon, Tensor gamma, Tensor beta, Tensor y) {
        setScales(variance, epsilon, gamma);
        int channels = mean.size();
        int places = x.columns() / channels;
        for (int n = 0; n < x.rows(); n++) {
            int at = n * x.columns();
            if (places == 1) {
                normalizeRow(
                        x.floats,
                        x.offset + at,
                        mean.floats,
                        mean.offset,
                        beta.floats,
                        beta.offset,
                        y.floats,
                        y.offset + at,
                        channels);
            } else {
                for (int c = 0; c < channels; c++) {
                    int from = at + c * places;
                    normalizeChannel(
                            x.floats,
                            x.offset + from,
                            mean.floats[mean.offset + c],
                            scales[c],
                            beta.floats[beta.offset + c],
                            y.floats,
                            y.offset + from,
                            places);
                }
            }
        }
    }

    private void setScales(Tensor variance, double epsilon, Tensor gamma) {
        scales = zeros(scales, gamma.size());
        for (int c = 0; c < gamma.size(); c++) {
            scales[c] = (float) (gamma.get(c) / Math.sqrt(variance.get(c) + epsilon));
        }
    }

    private void normalizeRow(
            float[] x, int at, float[] mean, int meanAt, float[] beta, int betaAt, float[] y, int to, int n) {
        float[] scale = scales;
        for (int c = 0; c < n; c++) {
            y[to + c] = (x[at + c] - mean[meanAt + c]) * scale[c] + beta[betaAt + c];
        }
    }

    private static void normalizeChannel(
            float[] x, int at, float mean, float scale, float beta, float[] y, int to, int n) {
        for (int q = 0; q < n; q++) {
            y[to + q] = (x[at + q] - mean) * scale + beta;
        }
    }

    /** dx = scale ((dy - shift) - slope (x - mean)), with a scale, a shift and a slope for each channel. */
    @Override
    public void inputGradient(
            Tensor dy,
            Tensor x,
            Tensor mean,
            Tensor variance,
            double epsilon,
            Tensor gamma,
            Tensor dgamma,
            Tensor dbeta,
            Tensor dx) {
        setScales(variance, epsilon, gamma);
        int channels = mean.size();
        int places = x.columns() / channels;
        double m = (double) x.size() / channels;
        slopes = zeros(slopes, channels);
        shifts = zeros(shifts, channels);
        for (int c = 0; c < channels; c++) {
            slopes[c] = (float) (dgamma.get(c) / m / Math.sqrt(variance.get(c) + epsilon));
            shifts[c] = (float) (dbeta.get(c) / m);
        }
        for (int n = 0; n < x.rows(); n++) {
            int at = n * x.columns();
            if (places == 1) {
                gradientRow(
                        dy.floats,
                        dy.offset + at,
                        x.floats,
                        x.offset + at,
                        mean.floats,
                        mean.offset,
                        dx.floats,
                        dx.offset + at,
                        channels);
            } else {
                for (int c = 0; c < channels; c++) {
                    int from = at + c * places;
                    gradientChannel(
                            dy.floats,
                            dy.offset + from,
                            scales[c],
                            x.floats,
                            x.offset + from,
                            mean.floats[mean.offset + c],
                            slopes[c],
                            shifts[c],
                            dx.floats,
                            dx.offset + from,
                            places);
                }
            }
        }
    }

    private void gradientRow(
            float[] dy, int dyAt, float[] x, int xAt, float[] mean, int meanAt, float[] dx, int to, int n) {
        float[] scale = scales;
        float[] slope = slopes;
        float[] shift = shifts;
        for (int c = 0; c < n; c++) {
            dx[to + c] = scale[c] * ((dy[dyAt + c] - shift[c]) - slope[c] * (x[xAt + c] - mean[meanAt + c]));
        }
    }

    private static void gradientChannel(
            float[] dy,
            int dyAt,
            float scale,
            float[] x,
            int xAt,
            float mean,
            float slope,
            float shift,
            float[] dx,
            int to,
            int n) {
        for (int q = 0; q < n; q++) {
            dx[to + q] = scale * ((dy[dyAt + q] - shift) - slope * (x[xAt + q] - mean));
        }
    }
}
