package nursery.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import nursery.Search;

/** The finished trials of one search on disk. Its first line says which search that is; any other is refused. */
final class Journal implements AutoCloseable {
    private static final String MAGIC = "nursery search journal 1";
    private static final int MOST_NUMBERS = 20_000_000; // in all curves

    private final Path path;
    private final JournalFile file;
    private final List<Trial> trials = new ArrayList<>();

    private Journal(Path path, JournalFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens or begins the journal of a search.
     *
     * @throws IllegalArgumentException if it is that of another one, or damaged
     * @throws IllegalStateException if another search is writing it
     */
    static Journal open(Path path, Search search, Task task) {
        String header = String.join(
                "\t", MAGIC, search.identity(), Fingerprint.of(task.data()), Fingerprint.of(task.recipe(), search));
        JournalFile file = JournalFile.open(path);
        try {
            Journal journal = new Journal(path, file);
            String first = file.next();
            if (first.isEmpty() && file.isTornBeginOf(header)) {
                file.cutTornLine();
                file.append(header);
            } else {
                journal.requireSame(first, header);
                journal.readTrials(search);
                file.cutTornLine();
            }
            return journal;
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void requireSame(String found, String expected) {
        if (found.isEmpty() && file.continuesWith(MAGIC)) {
            throw file.damaged();
        }
        if (!found.startsWith(MAGIC)) {
            throw new IllegalArgumentException(
                    "journal " + path + ": expected the journal of a search, found another file; name another");
        }
        List<String> names = List.of("form", "search", "data", "net or trainer");
        String[] a = expected.split("\t", -1);
        String[] b = found.split("\t", -1);
        for (int i = 0; i < a.length; i++) {
            if (i >= b.length || !a[i].equals(b[i])) {
                throw new IllegalArgumentException("journal " + path + ": expected this " + names.get(i) + ", " + a[i]
                        + ", found that of another study, " + (i < b.length ? b[i] : "")
                        + "; give this study a journal of"
                        + " its own");
            }
        }
    }

    private void readTrials(Search search) {
        BitSet seen = new BitSet();
        long numbers = 0;
        for (String line = file.next(); !line.isEmpty(); line = file.next()) {
            Trial trial = parse(line, search);
            numbers += trial.curve().size();
            if (seen.get(trial.number()) || numbers > MOST_NUMBERS) {
                throw new IllegalArgumentException("journal " + path + ": line " + file.lines()
                        + (seen.get(trial.number()) ? " repeats trial " + trial.number() : " holds too many numbers")
                        + "; restore the file, or begin another journal");
            }
            seen.set(trial.number());
            trials.add(trial);
        }
    }

    private Trial parse(String line, Search search) {
        try {
            return TrialLine.parse(line, search);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "journal " + path + ": line " + file.lines() + " holds no trial of this search (" + e.getMessage()
                            + "); restore the file, or begin another journal",
                    e);
        }
    }

    /** The trials that it held when it was opened. */
    List<Trial> trials() {
        return trials;
    }

    /** Adds a trial; it is on the disk when this returns. */
    void append(Trial trial) {
        file.append(TrialLine.of(trial));
    }

    @Override
    public void close() {
        file.close();
    }
}
