package nursery.notebook;

/**
 * One step of a cell: a snippet of Java, or a line magic.
 *
 * @param source the text, without blank lines and comments in front
 * @param offset where it starts in the cell
 * @param kind what to do with it
 */
record Piece(String source, int offset, Kind kind) {

    enum Kind {
        JAVA,
        MAGIC,
        /** Java that cannot be parsed. */
        BROKEN,
        /** Java that stops in the middle. */
        UNFINISHED
    }
}
