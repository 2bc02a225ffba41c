package nursery.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Colors that color-blind readers can tell apart (Okabe and Ito, 2008); shapes and dashes repeat the difference. */
final class Palette {

    static final String TEXT = "#222222";
    static final String GRID = "#e3e3e3";
    static final String BAND = "#009E73";

    private static final String GREEN = "#009E73";
    private static final String VERMILLION = "#D55E00";
    private static final String ORANGE = "#E69F00";
    private static final String SKY = "#56B4E9";

    private static final List<String> CYCLE =
            List.of("#0072B2", VERMILLION, GREEN, "#CC79A7", ORANGE, SKY, "#000000", "#8B5A2B", "#7F7F7F", "#B8A800");

    /** Words that mean the same color wherever they name a series. */
    private static final Map<String, String> VERDICTS = Map.ofEntries(
            Map.entry("good", GREEN),
            Map.entry("healthy", GREEN),
            Map.entry("pass", GREEN),
            Map.entry("too low", SKY),
            Map.entry("slow", SKY),
            Map.entry("too high", ORANGE),
            Map.entry("warn", ORANGE),
            Map.entry("fail", VERMILLION),
            Map.entry("diverged", VERMILLION));

    private Palette() {}

    static String color(int index) {
        return CYCLE.get(index % CYCLE.size());
    }

    static String color(String name, int index) {
        return verdict(name).orElse(color(index));
    }

    /** The color of a series whose name is a verdict. */
    static Optional<String> verdict(String name) {
        return Optional.ofNullable(VERDICTS.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Red, green and blue of viridis (van der Walt and Smith, 2015) at t in [0, 1], linear between nine colors. */
    static int viridis(double t) {
        double at = Math.min(Math.max(t, 0), 1) * (VIRIDIS.length - 1);
        int i = Math.min((int) at, VIRIDIS.length - 2);
        return mix(VIRIDIS[i], VIRIDIS[i + 1], at - i);
    }

    /** A color between two, component by component. */
    static int mix(int a, int b, double t) {
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            long part = Math.round(((a >> shift) & 255) * (1 - t) + ((b >> shift) & 255) * t);
            rgb |= (int) part << shift;
        }
        return rgb;
    }

    static String hex(int rgb) {
        return "#" + Integer.toHexString(0x1000000 | rgb).substring(1);
    }

    static int rgb(String hex) {
        return Integer.parseInt(hex.substring(1), 16);
    }

    private static final int[] VIRIDIS = {
        0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725
    };
}
