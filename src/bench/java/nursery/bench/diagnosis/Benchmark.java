package nursery.bench.diagnosis;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How well {@code history.diagnose()} names seeded faults, and how often it warns of nothing: trains faulty programs and
 * healthy ones, and prints a table. Usage: Benchmark [--only tuning|validation] [--programs REGEX] [--seeds 5]
 * [--fix-seeds 2] [--csv FILE] [--page FILE]
 *
 * <p>Trainings run two at a time, each on one thread. The numbers depend on the seeds alone, but for the seconds.
 */
public final class Benchmark {
    private static final int TRAININGS_AT_A_TIME = 2;

    private Benchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        Options options = Options.of(args);
        List<Suite> suites = List.of(Tuning.suite(), Validation.suite());
        long start = System.nanoTime();
        Map<String, List<Outcome>> outcomes = run(suites, options);
        Summary summary = new Summary(suites, outcomes, options, (System.nanoTime() - start) * 1e-9);
        System.out.print(summary.page());
        if (!options.page().isEmpty()) {
            Files.writeString(Path.of(options.page()), summary.page());
        }
    }

    /** The outcomes of each program that was asked for, and of the twin of each faulty one, by its name. */
    private static Map<String, List<Outcome>> run(List<Suite> suites, Options options)
            throws IOException, InterruptedException, ExecutionException {
        Map<String, Program> programs = new LinkedHashMap<>();
        for (Suite suite : suites) {
            if (options.wants(suite)) {
                for (Healthy healthy : suite.healthy()) {
                    if (options.wants(healthy)) {
                        programs.put(healthy.name(), healthy);
                    }
                }
                for (Faulty faulty : suite.faulty()) {
                    if (options.wants(faulty)) {
                        programs.putIfAbsent(faulty.twin().name(), faulty.twin());
                        programs.put(faulty.name(), faulty);
                    }
                }
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(TRAININGS_AT_A_TIME);
        try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(Path.of(options.csv())))) {
            Map<String, List<Future<Outcome>>> running = new LinkedHashMap<>();
            for (Program program : programs.values()) {
                List<Future<Outcome>> seeds = new ArrayList<>();
                for (int seed = 1; seed <= options.seeds(); seed++) {
                    boolean fixes = program instanceof Faulty && seed <= options.fixSeeds();
                    seeds.add(threads.submit(new Trial(program, seed, fixes)::run));
                }
                running.put(program.name(), seeds);
            }
            Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
            csv.println(Outcome.csvHeader());
            for (Map.Entry<String, List<Future<Outcome>>> entry : running.entrySet()) {
                List<Outcome> seeds = new ArrayList<>();
                for (Future<Outcome> future : entry.getValue()) {
                    Outcome outcome = future.get();
                    csv.println(outcome.csv());
                    csv.flush(); // to be watched
                    seeds.add(outcome);
                }
                outcomes.put(entry.getKey(), seeds);
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
