package nursery.data;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is known about a dataset besides its numbers.
 *
 * @param featureNames the names of the columns, or none
 * @param notes remarks for the summary
 * @param officialTest how many of the last rows are the official test rows, 0 for none
 */
record Facts(List<String> featureNames, List<String> notes, int officialTest) {
    static final Facts NONE = new Facts(List.of(), List.of(), 0);

    Facts withFeatureNames(List<String> names) {
        return new Facts(List.copyOf(names), notes, officialTest);
    }

    Facts withNote(String note) {
        return new Facts(
                featureNames, Stream.concat(notes.stream(), Stream.of(note)).toList(), officialTest);
    }

    Facts withOfficialTest(int rows) {
        return new Facts(featureNames, notes, rows);
    }
}
