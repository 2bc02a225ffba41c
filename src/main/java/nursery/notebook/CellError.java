package nursery.notebook;

import java.util.List;

/** A cell that failed, in the words that the front end shows; the message alone already says everything. */
final class CellError extends Exception {

    private static final long serialVersionUID = 1;

    private final String name;
    private final transient List<String> lines;

    CellError(String name, String message, List<String> lines) {
        super(message, null, false, false);
        this.name = name;
        this.lines = List.copyOf(lines);
    }

    /** Simple name of what was thrown. */
    String name() {
        return name;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** What the cell shows, line by line. */
    List<String> lines() {
        return lines;
    }
}
