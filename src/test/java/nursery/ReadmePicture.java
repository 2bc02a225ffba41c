package nursery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nursery.data.Split;
import nursery.report.Panel;
import nursery.search.Sweep;
import nursery.training.History;

/** Draws the picture of the README with its own six lines: {@code ReadmePicture src/docs/babysitting.svg}. */
final class ReadmePicture {
    private static final int WIDTH = 430;
    private static final int HEIGHT = 290;
    private static final int GAP = 10;

    private ReadmePicture() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), picture());
    }

    static String picture() {
        Split data = Data.digits(4000, 231).split(0.8, 0.1, 0.1).center();
        Net net = Net.input(784).dense(100).relu().dense(10).softmax();
        Sweep sweep = Trainer.momentum(1e-2).sweep(net, data, 1e-6, 1e1, 15);
        History history =
                Trainer.momentum(sweep.best()).batchSize(64).epochs(10).seed(7).fit(net, data);
        return twoByTwo(Stream.concat(sweep.plot().panels().stream(), history.plot().panels().stream())
                .toList());
    }

    /** One standalone SVG, for a page shows it as an image, where nothing outside the file is loaded. */
    private static String twoByTwo(List<Panel> panels) {
        int width = 2 * WIDTH + 3 * GAP;
        int height = 2 * HEIGHT + 3 * GAP;
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">"
                        + "<rect width=\"100%%\" height=\"100%%\" rx=\"6\" fill=\"#ffffff\"/>",
                width,
                height,
                width,
                height));
        for (int i = 0; i < panels.size(); i++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "%n<g transform=\"translate(%d %d)\">%s</g>",
                    GAP + i % 2 * (WIDTH + GAP),
                    GAP + i / 2 * (HEIGHT + GAP),
                    fixed(panels.get(i).svg(WIDTH, HEIGHT))));
        }
        return svg.append("\n</svg>\n").toString();
    }

    /** Inside another picture a panel must keep its size. */
    private static String fixed(String svg) {
        return svg.replace(" style=\"max-width:100%;height:auto\"", "");
    }
}
