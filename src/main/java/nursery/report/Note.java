package nursery.report;

/**
 * A short text at a point of a chart.
 *
 * @param x place in data units
 * @param y place in data units
 * @param text the words
 */
public record Note(double x, double y, String text) {}
