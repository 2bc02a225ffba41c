package nursery.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import nursery.activations.Activation;
import nursery.augment.Augmentation;
import nursery.augment.RandomCrop;
import nursery.data.Dataset;
import nursery.data.Split;
import nursery.layers.ActivationLayer;
import nursery.optimizers.Schedule;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

class ViewsTest {

    @Test
    void kernels_draw_results_data_tables_and_figures() {
        Set<Class<?>> drawn = new LinkedHashSet<>();
        Views.register(new Views.Renderers() {
            @Override
            public <T> void add(Class<T> type, Function<T, Displayable> view) {
                drawn.add(type);
            }
        });

        assertThat(drawn)
                .containsExactly(
                        Displayable.class,
                        Activation.class,
                        ActivationLayer.class,
                        Dataset.class,
                        Split.class,
                        Schedule.class,
                        Augmentation.class,
                        Table.class,
                        Figure.class);
    }

    @Test
    void an_augmentation_shows_what_it_makes_of_digits_or_its_name() {
        assertThat(shown(new RandomCrop(4)).html()).contains("<img").contains("crop(4)");
        assertThat(shown(new RandomCrop(40)).html()).isEqualTo("<pre>crop(40)</pre>");
        assertThat(shown(new RandomCrop(40))).hasToString("crop(40)");
    }

    private static Displayable shown(Augmentation augmentation) {
        AtomicReference<Displayable> shown = new AtomicReference<>();
        Views.register(new Views.Renderers() {
            @Override
            public <T> void add(Class<T> type, Function<T, Displayable> view) {
                if (type == Augmentation.class) {
                    shown.set(view.apply(type.cast(augmentation)));
                }
            }
        });
        return requireNonNull(shown.get());
    }
}
