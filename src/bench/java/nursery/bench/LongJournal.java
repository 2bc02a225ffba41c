package nursery.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;
import nursery.Data;
import nursery.Net;
import nursery.Search;
import nursery.Trainer;
import nursery.search.Recipe;

/** How long a search takes to open a journal in which all of its trials are done. Usage: LongJournal [TRIALS], a million by default */
public final class LongJournal {
    private LongJournal() {}

    public static void main(String[] args) throws IOException {
        int trials = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Path file = Files.createTempFile("search", ".journal");
        try {
            Search search = Search.random(trials)
                    .logUniform("lr", 1e-6, 1e-1)
                    .logUniform("l2", 1e-6, 1)
                    .choice("hidden", 50, 100, 200)
                    .epochs(2)
                    .journal(file)
                    .on(
                            Data.spiral(3, 20, 231).split(0.5, 0.5, 0),
                            Recipe.of(
                                    p -> Net.input(2)
                                            .dense(p.getInt("hidden"))
                                            .relu()
                                            .dense(3)
                                            .softmax()
                                            .l2(p.get("l2")),
                                    p -> Trainer.momentum(p.get("lr"))));
            search.trials(1).run();
            write(file, search, trials);
            for (int round = 0; round < 3; round++) {
                long start = System.nanoTime();
                int read = search.run().trials().size();
                System.out.printf(
                        Locale.ROOT,
                        "%,d trials, %,d MB: %.2f s%n",
                        read,
                        Files.size(file) / 1_000_000,
                        (System.nanoTime() - start) * 1e-9);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file, Search search, int trials) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND))) {
            for (int i = 1; i < trials; i++) {
                double accuracy = (i * 7919L % trials) / (double) trials;
                String text = i + "\tFINISHED\t" + search.trialSeed(i) + "\t" + (1 - accuracy) + "\t" + accuracy
                        + "\t0.25\t" + accuracy / 2 + "," + accuracy + "\t\t" + search.configuration(i);
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                CRC32 crc = new CRC32();
                crc.update(bytes);
                out.write(bytes);
                out.write(("\t" + HexFormat.of().toHexDigits((int) crc.getValue()) + "\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
