package nursery.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import nursery.tensor.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study survives a process that is killed, and killed again. */
class KilledSearchTest {
    private static final String VECTOR = "jdk.incubator.vector";
    private static final int KILLS = 20;
    private static final int MOST_LINES = 5;
    private static final String ERRORS = "errors.txt";

    @TempDir
    Path folder;

    @Test
    void twenty_kills_lose_no_finished_trial_and_repeat_none() throws Exception {
        Path file = folder.resolve("search.journal");
        SplittableRandom random = Seed.of(231).generator();
        Set<Integer> kept = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(file);
            try (BufferedReader said = process.inputReader()) {
                for (int lines = random.nextInt(1, MOST_LINES); lines > 0; lines--) {
                    note(kept, said.readLine());
                }
                Thread.sleep(random.nextInt(15)); // anywhere in a trial, or in a line
                process.toHandle().destroyForcibly(); // leaves open what it said
                process.waitFor();
                said.lines().forEach(line -> note(kept, line));
            }
            assertThat(numbersIn(file)).as("after kill " + kill).containsAll(kept);
        }
        assertThat(kept).hasSizeBetween(KILLS, KilledSearch.SEARCH.trials() - 1);

        SearchResult resumed = KilledSearch.SEARCH.journal(file).run();

        assertThat(SearchTest.numbers(resumed)).isEqualTo(SearchTest.numbers(KilledSearch.SEARCH.run()));
    }

    /** A trial that is kept twice would have been trained twice. */
    private void note(Set<Integer> kept, String line) {
        assertThat(line)
                .as(() -> "what the process said, beside "
                        + contentOf(folder.resolve(ERRORS).toFile()))
                .isNotNull();
        if (line.startsWith("kept ")) {
            assertThat(kept.add(Integer.parseInt(line.substring(5)))).as(line).isTrue();
        }
    }

    private static Set<Integer> numbersIn(Path file) {
        try (Journal journal = Journal.open(
                file, KilledSearch.SEARCH, KilledSearch.SEARCH.task().orElseThrow())) {
            return journal.trials().stream().map(Trial::number).collect(Collectors.toSet());
        }
    }

    private Process start(Path file) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        if (ModuleLayer.boot().findModule(VECTOR).isPresent()) { // for the same bits
            command.add("--add-modules=" + VECTOR);
        }
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), KilledSearch.class.getName(), file.toString()));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve(ERRORS).toFile())
                .start();
    }
}
