package nursery.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nursery.Data;
import nursery.augment.Augmentation;
import nursery.augment.Augmenter;
import nursery.data.Dataset;
import nursery.report.ImageGrid;
import nursery.report.Plot;
import nursery.report.Result;
import nursery.report.Rows;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;
import tech.tablesaw.api.Table;

/**
 * What an augmentation makes of images, to be looked at before a training: the first rows of a dataset as one batch, each
 * as it is and in four versions.
 *
 * <pre>{@code
 * AugmentedImages.of(data.train(), flip().then(crop(4)))
 * }</pre>
 *
 * @param data the images
 * @param augmentation what changes them
 * @param seed of the random numbers
 */
public record AugmentedImages(Dataset data, Augmentation augmentation, long seed) implements Result {
    private static final int IMAGES = 4;
    private static final int VERSIONS = 4;
    private static final int SHOWN_LABELS = 2; // that is how many mixing blends

    /**
     * Takes the first four rows.
     *
     * @throws IllegalArgumentException if they are no images, or the augmentation cannot change them
     */
    public AugmentedImages {
        if (data.rowShape().rank() != 3) {
            throw new IllegalArgumentException("expected images [channels, height, width] to show, received rows of "
                    + data.rowShape() + "; the augmentation itself may change them all the same");
        }
        augmentation.check(data.rowShape());
        data = data.take(Math.min(IMAGES, data.rows()));
    }

    /** Versions of these images, with seed 0. */
    public static AugmentedImages of(Dataset data, Augmentation augmentation) {
        return new AugmentedImages(data, augmentation, 0);
    }

    /** Versions of drawn digits. */
    public static AugmentedImages of(Augmentation augmentation) {
        return of(Data.digits(IMAGES, 231), augmentation);
    }

    /** One row of the batch in one version; 0 is the original. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Version(int image, int version, double[] pixels, double[] targets) {

        double change(Version original) {
            return IntStream.range(0, pixels.length)
                    .mapToDouble(i -> Math.abs(pixels[i] - original.pixels[i]))
                    .average()
                    .orElse(0);
        }
    }

    private List<List<Version>> versions() {
        Tensor targets = data.classification()
                ? data.encode(data.classes())
                : data.encode(data.targets().columns());
        Augmenter augmenter = Augmenter.of(
                augmentation,
                data.rowShape(),
                targets.columns(),
                data.rows(),
                Seed.of(seed).with("augment"));
        List<List<Version>> images = new ArrayList<>();
        for (int i = 0; i < data.rows(); i++) {
            images.add(new ArrayList<>());
        }
        for (int version = 0; version <= VERSIONS; version++) {
            Tensor x = data.features().copy();
            Tensor t = targets.copy();
            if (version > 0) {
                augmenter.apply(x, t, version);
            }
            for (int i = 0; i < data.rows(); i++) {
                double[] pixels = x.rows(i, i + 1).toDoubles();
                images.get(i)
                        .add(new Version(i, version, pixels, t.rows(i, i + 1).toDoubles()));
            }
        }
        return images;
    }

    /** The classes of a version with their shares, or the numbers to predict, with a text between two of them. */
    private String label(double[] targets, String between) {
        if (!data.classification()) {
            return Arrays.stream(targets)
                    .mapToObj(t -> String.format(Locale.ROOT, "%.3g", t))
                    .collect(Collectors.joining(between));
        }
        List<Integer> present = IntStream.range(0, targets.length)
                .filter(j -> targets[j] > 0)
                .boxed()
                .sorted((a, b) -> Double.compare(targets[b], targets[a]))
                .limit(SHOWN_LABELS)
                .toList();
        return present.stream()
                .map(j -> data.classNames().get(j) + (present.size() > 1 ? percent(targets[j]) : ""))
                .collect(Collectors.joining(between));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, " %.0f%%", 100 * share);
    }

    /**
     * One row for each version: image, version (0 for the original), label with shares where it is mixed, change (the mean
     * of |x - original| over the pixels).
     */
    @Override
    public Table table() {
        List<List<Version>> versions = versions();
        return Rows.of(
                        "Augmented images",
                        versions.stream().flatMap(List::stream).toList())
                .count("image", Version::image)
                .count("version", Version::version)
                .text("label", v -> label(v.targets, " "))
                .number("change", v -> v.change(versions.get(v.image).get(0)))
                .table();
    }

    /** Each image as it is and, in the same row, its versions, all from black to white as the original is. */
    @Override
    public Plot plot() {
        Shape image = data.rowShape();
        ImageGrid grid = ImageGrid.of(augmentation.getClass().isRecord() ? augmentation.toString() : "augmentation")
                .columns(VERSIONS + 1)
                .remark("Left: as they are. A version must still be a picture of its class.");
        for (List<Version> versions : versions()) {
            double low = DoubleStream.of(versions.get(0).pixels).min().orElse(0);
            double high = DoubleStream.of(versions.get(0).pixels).max().orElse(1);
            for (Version v : versions) {
                grid = grid.with(new ImageGrid.Image(
                        label(v.targets, "\n"), image.dim(0), image.dim(1), image.dim(2), v.pixels, low, high));
            }
        }
        return Plot.of(grid);
    }

    @Override
    public String html() {
        return plot().html();
    }

    /** The augmentation, and how much it changes the images. */
    @Override
    public String toString() {
        double change = versions().stream()
                .flatMap(image -> image.stream().skip(1).map(v -> v.change(image.get(0))))
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        return String.format(
                Locale.ROOT,
                "%s: %d images in %d versions, mean change of a pixel %.3g",
                augmentation.getClass().isRecord() ? augmentation : "augmentation",
                data.rows(),
                VERSIONS,
                change);
    }
}
