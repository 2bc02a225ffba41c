package nursery.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nursery.Data;
import nursery.Net;
import nursery.Search;
import nursery.Trainer;
import nursery.tensor.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    private static final Search SEARCH = SearchCases.spiral(8);

    @TempDir
    Path folder;

    private Path file;
    private final AtomicInteger trained = new AtomicInteger();

    @BeforeEach
    void in_a_folder() {
        file = folder.resolve("search.journal");
    }

    private SearchResult run(Search search) {
        trained.set(0);
        return search.journal(file).onTrial(t -> trained.incrementAndGet()).run();
    }

    @Test
    void a_study_goes_on_where_it_was_and_gives_the_result_of_one_that_was_not_stopped() throws IOException {
        SearchResult whole = SEARCH.run();
        run(SEARCH);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(9);
        for (int kept : new int[] {0, 1, 5, 8}) {
            Files.write(file, lines.subList(0, kept + 1));

            SearchResult resumed = run(SEARCH);

            assertThat(trained).hasValue(8 - kept);
            assertThat(SearchTest.numbers(resumed)).isEqualTo(SearchTest.numbers(whole));
            assertThat(resumed.best().seconds()).isPositive();
        }
    }

    @Test
    void so_does_one_that_ends_trials_by_comparison() throws IOException {
        Search search = SearchCases.spiral(12).epochs(9).halving();
        SearchResult whole = search.run();
        run(search);
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), lines.get(2), lines.get(5), lines.get(9)));

        assertThat(SearchTest.numbers(run(search))).isEqualTo(SearchTest.numbers(whole));
        assertThat(trained).hasValue(9);
    }

    @Test
    void a_last_line_torn_anywhere_is_cut_off() throws IOException {
        run(SEARCH);
        byte[] all = Files.readAllBytes(file);
        int lastLine = new String(all, StandardCharsets.UTF_8).lastIndexOf('\n', all.length - 2) + 1;
        for (int length = lastLine; length < all.length; length++) {
            Files.write(file, Arrays.copyOf(all, length));

            run(SEARCH);

            assertThat(trained).as("torn after " + length).hasValue(1);
            assertThat(Files.readAllLines(file)).hasSize(9);
        }
    }

    @Test
    void a_last_line_that_the_disk_got_in_part_is_cut_off() throws IOException {
        run(SEARCH);
        byte[] all = Files.readAllBytes(file);
        Arrays.fill(all, all.length - 40, all.length - 20, (byte) 0);
        Files.write(file, all);

        run(SEARCH);

        assertThat(trained).hasValue(1);
        assertThat(Files.readAllLines(file)).hasSize(9);
    }

    @Test
    void so_is_a_torn_first_line() throws IOException {
        run(SEARCH.trials(1));
        String first = Files.readAllLines(file).get(0);
        for (int length = 0; length < first.length(); length += 20) {
            Files.writeString(file, first.substring(0, length));

            run(SEARCH.trials(1));

            assertThat(trained).hasValue(1);
            assertThat(Files.readAllLines(file)).hasSize(2).startsWith(first);
        }
    }

    @Test
    void more_trials_go_on_with_the_same_journal() {
        run(SEARCH.trials(5));
        SearchResult more = run(SEARCH.trials(8));

        assertThat(trained).hasValue(3);
        assertThat(SearchTest.numbers(more)).isEqualTo(SearchTest.numbers(SEARCH.run()));
        assertThat(run(SEARCH.trials(2)).trials()).hasSize(2);
        assertThat(trained).hasValue(0);
    }

    @Test
    void the_journal_of_another_study_is_refused() throws IOException {
        run(SEARCH);
        byte[] before = Files.readAllBytes(file);
        Recipe recipe =
                Recipe.of(SearchCases::net, p -> Trainer.momentum(p.get("lr")).batchSize(16));

        for (Search other : List.of(
                SEARCH.seed(232),
                SEARCH.epochs(4),
                SEARCH.uniform("more", 0, 1),
                SEARCH.halving(),
                SEARCH.on(Data.spiral(3, 60, 232).split(0.7, 0.3, 0), recipe),
                SEARCH.on(
                        SearchCases.SPIRAL,
                        Recipe.of(
                                SearchCases::net,
                                p -> Trainer.momentum(p.get("lr")).batchSize(17))),
                SEARCH.on(
                        SearchCases.SPIRAL,
                        Recipe.of(
                                p -> Net.input(2)
                                        .dense(p.getInt("hidden"))
                                        .tanh()
                                        .dense(3)
                                        .softmax(),
                                p -> Trainer.momentum(p.get("lr")).batchSize(16))))) {
            assertThatThrownBy(() -> run(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("journal " + file + ": expected this ")
                    .hasMessageEndingWith("; give this study a journal of its own");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        run(SEARCH.on(SearchCases.SPIRAL, recipe).parallel(1));
        assertThat(trained).hasValue(0);
    }

    @Test
    void a_file_of_another_kind_is_refused_and_left_alone() throws IOException {
        for (String content : List.of("my thesis", "my thesis\n", "\n\n", "a\tb\n".repeat(1000))) {
            Files.writeString(file, content);

            assertThatThrownBy(() -> run(SEARCH))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("expected the journal of a search, found another file; name another");
            assertThat(Files.readString(file)).isEqualTo(content);
        }
        assertThatThrownBy(() -> SEARCH.journal(folder).run()).hasMessageContaining("expected a file");
        assertThatThrownBy(() -> SEARCH.journal(folder.resolve("no/such")).run())
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void damage_in_the_middle_is_refused_with_its_line() throws IOException {
        run(SEARCH);
        byte[] bytes = Files.readAllBytes(file);
        int second = new String(bytes, StandardCharsets.UTF_8).indexOf('\n') + 3;
        bytes[second] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> run(SEARCH)).hasMessage(damaged(2));
    }

    private String damaged(int line) {
        return "journal " + file + ": line " + line + " is damaged; restore the file,"
                + " delete that line if it is the last one, or begin another journal";
    }

    /** One byte of it, the newline included, and the trials behind it are kept. */
    @Test
    void so_is_damage_in_the_first_line() throws IOException {
        run(SEARCH);
        byte[] good = Files.readAllBytes(file);
        int newline = new String(good, StandardCharsets.UTF_8).indexOf('\n');
        for (int at : new int[] {newline / 2, newline - 1, newline}) {
            byte[] bytes = good.clone();
            bytes[at] ^= 1;
            Files.write(file, bytes);

            assertThatThrownBy(() -> run(SEARCH)).hasMessage(damaged(1));
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        }
    }

    /** Lines whose checksum is right, made by somebody who knows how. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1\tFINISHED\t0\t1\t1\t1\t1\t\t",
                "2000000000\tFINISHED\t0\t1\t1\t1\t1\t\t",
                "99999999999\tFINISHED\t0\t1\t1\t1\t1\t\t",
                "1\tFAILED\t0\t1\t1\t1\t1\t\t",
                "1\tBEST\t0\t1\t1\t1\t1\t\t",
                "1\tFINISHED\t0\tone\t1\t1\t1\t\t",
                "1\tFINISHED\t0\t1\t1\t1\t1;2\t\t",
                "1\tFINISHED\t0\t1\t1\t1",
                "0\tFINISHED\t0\t1\t1\t1\t1\t\t"
            })
    void trials_that_cannot_be_are_refused(String line) {
        run(SEARCH.trials(1));
        try (JournalFile journal = JournalFile.open(file)) {
            while (!journal.next().isEmpty()) {}
            journal.cutTornLine();
            journal.append(line);
        }

        assertThatThrownBy(() -> run(SEARCH.trials(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("journal " + file + ": line 3 ");
    }

    @Test
    void sizes_are_limited() throws IOException {
        Files.write(file, new byte[3 << 20]);
        assertThatThrownBy(() -> run(SEARCH)).hasMessageContaining("line 1 is longer than 1048576 bytes");
        Files.delete(file);
        run(SEARCH.trials(1));
        try (JournalFile journal = JournalFile.open(file)) {
            while (!journal.next().isEmpty()) {}
            journal.cutTornLine();
            journal.append("1\tFINISHED\t0\t1\t1\t1\t" + "1,".repeat(10_001) + "\t\t");
            assertThatThrownBy(() -> journal.append("1".repeat(1 << 20))).hasMessageContaining("at most 1048576 bytes");
        }
        assertThatThrownBy(() -> run(SEARCH)).hasMessageContaining("more than 10000 epochs");
    }

    /** One byte, and it must not cost two trials that were kept. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_damaged_newline_is_refused_with_its_line(int fromTheEnd) throws IOException {
        run(SEARCH);
        byte[] bytes = Files.readAllBytes(file);
        int lines = 0;
        for (int i = bytes.length - 1; lines < fromTheEnd; i--) {
            if (bytes[i] == '\n' && ++lines == fromTheEnd) {
                bytes[i] = 'x';
            }
        }
        Files.write(file, bytes);

        assertThatThrownBy(() -> run(SEARCH)).hasMessage(damaged(10 - fromTheEnd));
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    /** Whatever the bytes are, a journal opens or is refused with a sentence. */
    @Test
    void random_damage_never_ends_in_anything_else() throws IOException {
        run(SEARCH);
        byte[] good = Files.readAllBytes(file);
        var random = Seed.of(231).generator();
        for (int i = 0; i < 200; i++) {
            byte[] bytes = good.clone();
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Files.write(file, bytes);
            try (Journal journal = Journal.open(file, SEARCH, SEARCH.task().orElseThrow())) {
                assertThat(journal.trials()).hasSizeBetween(7, 8);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageStartingWith("journal ");
            }
        }
    }

    @Test
    void one_search_at_a_time_writes_a_journal() {
        List<Throwable> thrown = new ArrayList<>();

        SearchResult result = SEARCH.trials(2)
                .journal(file)
                .onTrial(t -> thrown.add(
                        catchThrowable(() -> SEARCH.trials(2).journal(file).run())))
                .run();

        assertThat(thrown)
                .hasSize(2)
                .allSatisfy(t -> assertThat(t)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("another search is writing it"));
        assertThat(result.trials()).hasSize(2);
    }

    @Test
    void an_interrupted_search_goes_on_too() {
        Thread.currentThread().interrupt();

        SearchResult none = run(SEARCH);

        assertThat(none.interrupted()).isTrue();
        assertThat(Thread.interrupted()).isFalse();
        assertThat(SearchTest.numbers(run(SEARCH))).isEqualTo(SearchTest.numbers(SEARCH.run()));
    }

    @Test
    void failed_trials_are_tried_again() {
        Search search = Search.grid()
                .choice("hidden", 0, 8)
                .epochs(1)
                .on(SearchCases.SPIRAL, Recipe.of(SearchCases::net, p -> Trainer.sgd(0.1)));
        // the first configuration says what the recipe makes, so it has to be a good one
        Search turned = search.space(new Space(List.of(new ChoiceAxis("hidden", List.of(8, 0)))));
        run(turned);

        assertThat(run(turned).trials()).extracting(Trial::outcome).containsExactly(Outcome.FINISHED, Outcome.FAILED);
        assertThat(trained).hasValue(1);
    }

    @Test
    void a_finer_search_keeps_a_journal_beside_it() {
        SearchResult coarse = run(SearchCases.spiral(6));

        SearchResult fine = coarse.zoom(3).trials(4).run();

        assertThat(folder.resolve("search.journal.2")).exists();
        assertThat(fine.zoom(2).execution().journal()).contains(folder.resolve("search.journal.3"));
        assertThat(SearchTest.numbers(coarse.zoom(3)
                        .trials(4)
                        .onTrial(t -> trained.incrementAndGet())
                        .run()))
                .isEqualTo(SearchTest.numbers(fine));
        assertThat(trained).as("six coarse and four fine trials, once each").hasValue(10);
    }

    @Test
    void a_long_journal_opens_correctly() throws IOException {
        Search search = SEARCH.trials(20_000);
        try (Journal journal = Journal.open(file, search, search.task().orElseThrow())) {
            assertThat(journal.trials()).isEmpty();
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND))) {
            for (int i = 0; i < 20_000; i++) {
                out.write(JournalFile.line(TrialLine.of(made(search, i))));
            }
        }

        try (Journal journal = Journal.open(file, search, search.task().orElseThrow())) {
            assertThat(journal.trials()).hasSize(20_000);
            assertThat(journal.trials().get(17_123)).isEqualTo(made(search, 17_123));
        }
    }

    private static Trial made(Search search, int i) {
        return new Trial(
                i,
                search.configuration(i),
                search.trialSeed(i),
                i % 9 == 0 ? Outcome.DIVERGED : Outcome.FINISHED,
                i % 9 == 0 ? Double.NaN : 1.0 / (i + 1),
                i / 20_000.0,
                List.of(0.1, i / 20_000.0),
                0.25,
                i % 9 == 0 ? "the loss became NaN at step " + i : "");
    }

    @Test
    void the_file_is_text_for_readers() throws IOException {
        run(SEARCH.trials(1));

        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).startsWith("nursery search journal 1\trandom.logUniform(\"lr\", 1.0E-4, 10.0)");
        assertThat(lines.get(1)).startsWith("0\t").contains("lr = ", "hidden = ");
        Files.writeString(file, "0\tFINISHED", StandardOpenOption.APPEND);
        assertThat(run(SEARCH.trials(1)).trials()).hasSize(1);
    }
}
