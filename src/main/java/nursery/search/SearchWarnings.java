package nursery.search;

import java.util.List;
import java.util.stream.Collectors;
import nursery.report.Displayable;
import nursery.report.Html;

/**
 * The warnings of a search, as they are shown when it ends.
 *
 * @param warnings in order
 */
record SearchWarnings(List<SearchWarning> warnings) implements Displayable {

    @Override
    public String html() {
        return warnings.stream()
                .map(w -> "<li><b>" + Html.escape(w.name()) + "</b>: " + Html.escape(w.evidence() + ". " + w.advice())
                        + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    @Override
    public String toString() {
        return warnings.stream().map(SearchWarning::toString).collect(Collectors.joining("\n"));
    }
}
