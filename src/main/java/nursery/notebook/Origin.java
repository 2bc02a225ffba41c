package nursery.notebook;

/**
 * Where a snippet comes from: its cell and its place there. Lines count from 1.
 *
 * @param cell number of the cell's execution
 * @param text the whole cell
 * @param offset where the snippet starts in it
 */
record Origin(int cell, String text, int offset) {

    /** Line of the cell for a character of the snippet. */
    int lineAt(long position) {
        int end = (int) Math.min(text.length(), offset + Math.max(0, position));
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    /** Line of the cell for a line of the snippet. */
    int line(int snippetLine) {
        return lineAt(0) + Math.max(1, snippetLine) - 1;
    }

    /** The text of one line; empty where the cell has no such line. */
    String source(int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("");
    }

    /** Place of a character of the snippet in its line, from 0. */
    int columnAt(long position) {
        int at = (int) Math.min(text.length(), offset + Math.max(0, position));
        return at - (text.lastIndexOf('\n', at - 1) + 1);
    }
}
