package nursery.tensor;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * exp and tanh for float32, from multiplications and additions alone: the JIT compiler vectorizes them, and the
 * interpreter, every compiler and the Vector API give the same bits, which holds for no function of the platform. The
 * coefficients come from a weighted least-squares fit (Lawson's iteration) in float64.
 */
final class FloatMath {
    static final float LOG2_E = 1.4426950408889634f;
    /** ln 2 in two parts; the first has so few digits that its product with an exponent is exact. */
    static final float LN2_HIGH = 0.693359375f;

    static final float LN2_LOW = -2.12194440054690583e-4f;

    /** Adding 1.5 · 2^23 to a float leaves its nearest integer in the low bits. */
    static final float ROUND = 12582912f;

    static final float EXP_MIN = -87;
    static final float EXP_MAX = 88.3f;
    static final float E2 = 0.4999999403953552f;
    static final float E3 = 0.1666652113199234f;
    static final float E4 = 0.04166838899254799f;
    static final float E5 = 0.00836874544620514f;
    static final float E6 = 0.0013814539415761828f;

    /** tanh rounds to 1 from here on. */
    static final float TANH_MAX = 9.2f;

    static final float P1 = 0.13379716873168945f;
    static final float P2 = 0.0034940335899591446f;
    static final float P3 = 2.0583465811796486e-05f;
    static final float P4 = 1.3319052527549502e-08f;
    static final float Q1 = 0.4671303331851959f;
    static final float Q2 = 0.025871070101857185f;
    static final float Q3 = 0.0003283091355115175f;
    static final float Q4 = 7.76201147800748e-07f;

    /** Whether the processor has a fused multiply-add; where it has not, Math.fma is a thousand times slower. */
    static final boolean FMA = hasFma();

    private FloatMath() {}

    private static boolean hasFma() {
        try {
            HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return jvm == null || jvm.getVMOption("UseFMA").getValue().equals("true");
        } catch (IllegalArgumentException e) {
            return true; // a JVM without that option
        }
    }

    /** a b + c, rounded once where the processor can. */
    static float fma(float a, float b, float c) {
        return FMA ? Math.fma(a, b, c) : a * b + c;
    }

    /** e^x with a relative error below 2e-7 within [-87, 88.3]; 0 below and infinity above. */
    static float exp(float x) {
        float c = Math.min(EXP_MAX, Math.max(EXP_MIN, x));
        float t = c * LOG2_E + ROUND;
        float k = t - ROUND; // x = k ln 2 + f, |f| <= ln 2 / 2
        float f = c - k * LN2_HIGH - k * LN2_LOW;
        float p = ((((E6 * f + E5) * f + E4) * f + E3) * f + E2) * f * f + f + 1;
        float y = p * Float.intBitsToFloat((Float.floatToRawIntBits(t) << 23) + 0x3f800000); // e^f 2^k
        return x < EXP_MIN ? 0 : x > EXP_MAX ? Float.POSITIVE_INFINITY : y;
    }

    /** tanh(x) with an absolute and relative error below 4e-7, as x P(x²) / Q(x²). */
    static float tanh(float x) {
        float c = Math.min(TANH_MAX, Math.max(-TANH_MAX, x));
        float s = c * c;
        float p = (((P4 * s + P3) * s + P2) * s + P1) * s + 1;
        float q = (((Q4 * s + Q3) * s + Q2) * s + Q1) * s + 1;
        return Math.min(1, Math.max(-1, c * p / q));
    }

    /** 1 / (1 + e^-x) with a relative error below 4e-7. */
    static float sigmoid(float x) {
        return 1 / (1 + exp(-x));
    }
}
