package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import nursery.activations.Activation;
import nursery.augment.Augmentation;
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
}
