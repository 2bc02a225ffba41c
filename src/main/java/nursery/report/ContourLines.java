package nursery.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines on which a grid of values has one level. In each cell the places where the level crosses its sides are
 * joined (marching squares, Lorensen and Cline 1987 in the plane); pieces that meet at a side become one line. Places
 * are counted in cells, (column, row), from the first value of the grid.
 */
final class ContourLines {
    private static final double FLAT = 0.05;

    private final double[][] z;
    private final double level;

    /** Crossed sides by number, each with the sides that it is joined to: one or two. */
    private final Map<Integer, Deque<Integer>> joined = new LinkedHashMap<>();

    private ContourLines(double[][] z, double level) {
        this.z = z;
        this.level = level;
    }

    /** Lines that end at the rim come first, then those that close. */
    static List<List<double[]>> of(double[][] z, double level) {
        var contour = new ContourLines(z, level);
        for (int row = 0; row + 1 < z.length; row++) {
            for (int column = 0; column + 1 < z[0].length; column++) {
                contour.cell(row, column);
            }
        }
        var lines = new ArrayList<List<double[]>>();
        for (int ends = 1; ends <= 2; ends++) {
            for (Integer side : contour.joined.keySet()) {
                if (contour.joinedTo(side).size() == ends) {
                    lines.add(withoutStraightStretches(contour.follow(side)));
                }
            }
        }
        return lines;
    }

    /** The sides of a cell that are crossed, two or, in a saddle, four, are joined in pairs. */
    private void cell(int row, int column) {
        int[] sides = {
            side(row, column, false), side(row, column + 1, true), side(row + 1, column, false), side(row, column, true)
        };
        var crossed = new ArrayList<Integer>();
        for (int side : sides) {
            if (crosses(side)) {
                crossed.add(side);
            }
        }
        for (int i = 0; i + 1 < crossed.size(); i += 2) {
            join(crossed.get(i), crossed.get(i + 1));
        }
    }

    private void join(Integer side, Integer other) {
        joinedTo(side).add(other);
        joinedTo(other).add(side);
    }

    private Deque<Integer> joinedTo(Integer side) {
        return joined.computeIfAbsent(side, s -> new ArrayDeque<>(2));
    }

    /** The number of the side that begins at a point of the grid and goes up or to the right. */
    private int side(int row, int column, boolean up) {
        return 2 * (row * z[0].length + column) + (up ? 1 : 0);
    }

    private int row(int side) {
        return side / 2 / z[0].length;
    }

    private int column(int side) {
        return side / 2 % z[0].length;
    }

    private double begin(int side) {
        return z[row(side)][column(side)] - level;
    }

    private double end(int side) {
        int up = side % 2;
        return z[row(side) + up][column(side) + 1 - up] - level;
    }

    private boolean crosses(int side) {
        double begin = begin(side);
        double end = end(side);
        return begin < 0 != end < 0 && Double.isFinite(begin) && Double.isFinite(end);
    }

    private double[] place(int side) {
        double share = begin(side) / (begin(side) - end(side));
        int up = side % 2;
        return new double[] {column(side) + share * (1 - up), row(side) + share * up};
    }

    /** Takes the pieces of one line away, from side to side. */
    private List<double[]> follow(Integer first) {
        var line = new ArrayList<double[]>();
        line.add(place(first));
        Integer side = first;
        while (!joinedTo(side).isEmpty()) {
            Integer next = joinedTo(side).remove();
            joinedTo(next).remove(side);
            line.add(place(next));
            side = next;
        }
        return line;
    }

    /** The same line, less the places that lie less than {@value #FLAT} cells beside the line between their neighbors. */
    private static List<double[]> withoutStraightStretches(List<double[]> line) {
        var kept = new ArrayList<double[]>();
        for (int i = 0; i < line.size(); i++) {
            boolean end = i == 0 || i + 1 == line.size();
            if (end || distance(line.get(i), kept.get(kept.size() - 1), line.get(i + 1)) > FLAT) {
                kept.add(line.get(i));
            }
        }
        return kept;
    }

    /** From a place to the straight line through two others. */
    private static double distance(double[] place, double[] from, double[] to) {
        double across = (to[0] - from[0]) * (place[1] - from[1]) - (to[1] - from[1]) * (place[0] - from[0]);
        return Math.abs(across) / Math.max(Math.hypot(to[0] - from[0], to[1] - from[1]), Double.MIN_NORMAL);
    }
}
