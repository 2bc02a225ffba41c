package nursery.report;

import java.util.function.Function;
import nursery.activations.Activation;
import nursery.augment.Augmentation;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.diagnosis.ActivationCurves;
import nursery.layers.ActivationLayer;
import nursery.optimizers.Schedule;
import nursery.training.AugmentedImages;
import nursery.training.LearningRates;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

/** What a notebook draws, and how; the same for every kernel. */
public final class Views {

    private Views() {}

    /** A kernel's way to take them. */
    public interface Renderers {

        /** From now on, values of {@code type} are shown as {@code view} says. */
        <T> void add(Class<T> type, Function<T, Displayable> view);
    }

    /** Hands every view to a kernel: results, data, and the tables and figures of Tablesaw. */
    public static void register(Renderers renderers) {
        renderers.add(Displayable.class, d -> d);
        renderers.add(Activation.class, ActivationCurves::of);
        renderers.add(ActivationLayer.class, ActivationCurves::of);
        renderers.add(Dataset.class, DataHtml::of);
        renderers.add(Split.class, DataHtml::of);
        renderers.add(Schedule.class, LearningRates::of);
        renderers.add(Augmentation.class, Views::augmented);
        renderers.add(Table.class, TableHtml::of);
        renderers.add(Figure.class, FigureHtml::of);
    }

    /** What it makes of drawn digits; its name where they are too small for it. */
    private static Displayable augmented(Augmentation augmentation) {
        try {
            return AugmentedImages.of(augmentation);
        } catch (IllegalArgumentException tooSmall) {
            return new Name(augmentation.toString());
        }
    }

    private record Name(String text) implements Displayable {

        @Override
        public String html() {
            return "<pre>" + Html.escape(text) + "</pre>";
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
