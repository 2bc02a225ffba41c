package nursery.notebook;

/** Documentation comments as plain text. */
final class Javadoc {

    private Javadoc() {}

    /** The text of a comment, without its markup. */
    static String text(String comment) {
        return comment.replaceAll("\\{@\\w+\\s+([^{}]*)\\}", "$1")
                .replaceAll("(?m)^ ", "")
                .replaceAll("<(?:p|/?[uo]l|br)\\s*/?>", "")
                .replaceAll("<li>", "- ")
                .replaceAll("</?[a-zA-Z][^<>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }
}
