package nursery.search;

import java.nio.file.Path;
import nursery.Search;

/** A search in a JVM of its own, which {@link KilledSearchTest} kills; says which trials it has kept. */
final class KilledSearch {
    /** So many trials that it is not over before the last kill, even when the machine stands still for a second. */
    static final Search SEARCH = SearchCases.spiral(400).epochs(5).parallel(2);

    private KilledSearch() {}

    /** The journal is the only argument. */
    public static void main(String[] args) {
        System.out.println("begins");
        SEARCH.journal(Path.of(args[0]))
                .onTrial(t -> System.out.println("kept " + t.number()))
                .run();
        System.out.println("done");
    }
}
