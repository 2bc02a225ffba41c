package nursery.data;

import java.util.List;

/** The strokes of the ten digits, in the ways that people write them; x to the right and y down, both from -1 to 1. */
final class DigitGlyphs {
    private DigitGlyphs() {}

    /** A stroke of the pen through points x0, y0, x1, y1, ...: straight from point to point, or a smooth curve. */
    @SuppressWarnings("ArrayRecordComponent") // constants, compared by nobody
    record Stroke(boolean curved, double... points) {}

    /** For every digit the ways to write it, each a list of strokes. */
    static final List<List<List<Stroke>>> WAYS = List.of(
            List.of( // 0: round, narrow
                    List.of(curve(0, -1, -.5, -.75, -.68, 0, -.5, .75, 0, 1, .5, .75, .68, 0, .5, -.75, 0, -1)),
                    List.of(curve(
                            .15, -1, -.3, -.7, -.45, 0, -.3, .75, .05, 1, .35, .7, .45, 0, .35, -.75, -.05, -.95))),
            List.of( // 1: a bar, with a flag, with a flag and a foot
                    List.of(lines(0, -1, 0, 1)),
                    List.of(lines(-.45, -.5, .05, -1, .05, 1)),
                    List.of(lines(-.4, -.6, 0, -1, 0, 1), lines(-.45, 1, .45, 1))),
            List.of( // 2: with a straight foot, with a loop
                    List.of(curve(-.6, -.5, -.35, -.92, .25, -.98, .55, -.5, .25, .1, -.6, 1), lines(-.6, 1, .65, 1)),
                    List.of(curve(
                            -.6, -.55, -.2, -.98, .4, -.85, .5, -.3, .05, .4, -.5, .9, -.6, .65, -.3, .65, .2, .95, .65,
                            .8))),
            List.of( // 3: round, with a flat top
                    List.of(
                            curve(-.6, -.75, -.1, -1, .5, -.8, .45, -.3, -.15, -.05),
                            curve(-.15, -.05, .5, .1, .6, .6, .1, 1, -.6, .75)),
                    List.of(lines(-.55, -1, .5, -1, -.1, -.2), curve(-.1, -.2, .5, 0, .6, .55, .15, .98, -.55, .8))),
            List.of( // 4: open, closed
                    List.of(lines(-.4, -1, -.6, .2, .65, .2), lines(.3, -.6, .25, 1)),
                    List.of(lines(.3, 1, .3, -1, -.65, .35, .65, .35))),
            List.of( // 5: with corners, in one sweep
                    List.of(
                            lines(.55, -1, -.45, -1, -.5, -.15),
                            curve(-.5, -.15, .1, -.3, .6, .15, .45, .8, -.05, 1, -.6, .8)),
                    List.of(curve(.55, -.95, -.2, -.95, -.4, -.3, .2, -.25, .55, .3, .2, .9, -.55, .85))),
            List.of( // 6: a deep bow, a steep one
                    List.of(curve(.45, -1, -.2, -.65, -.58, .1, -.4, .85, .1, 1, .52, .6, .35, .1, -.1, .02, -.5, .4)),
                    List.of(curve(
                            .05, -1, -.35, -.4, -.5, .35, -.2, .95, .3, .9, .45, .5, .15, .2, -.25, .3, -.45, .6))),
            List.of( // 7: plain, with a bar, with a hook
                    List.of(lines(-.6, -1, .6, -1, -.15, 1)),
                    List.of(lines(-.6, -1, .6, -1, -.1, 1), lines(-.3, 0, .5, 0)),
                    List.of(lines(-.6, -.65, -.6, -.95, .6, -.95), curve(.6, -.95, .2, -.1, .05, .5, .05, 1))),
            List.of( // 8: in one stroke, as two rings
                    List.of(curve(
                            .4, -.8, 0, -1, -.42, -.65, 0, -.1, .5, .5, 0, 1, -.5, .5, 0, -.1, .42, -.6, .3, -.9)),
                    List.of(
                            curve(0, -1, -.42, -.55, 0, -.1, .42, -.55, 0, -1),
                            curve(0, -.1, -.52, .45, 0, 1, .52, .45, 0, -.1))),
            List.of( // 9: with a straight stem, with a bow
                    List.of(curve(.5, -.6, .1, -1, -.45, -.75, -.45, -.3, .05, -.1, .5, -.5), lines(.5, -.8, .4, 1)),
                    List.of(curve(
                            .5, -.6, 0, -1, -.5, -.6, -.3, -.1, .3, -.15, .52, -.6, .5, .2, .1, .95, -.45, .85))));

    private static Stroke curve(double... points) {
        return new Stroke(true, points);
    }

    private static Stroke lines(double... points) {
        return new Stroke(false, points);
    }
}
