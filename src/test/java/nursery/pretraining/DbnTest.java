package nursery.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nursery.Data;
import nursery.Model;
import nursery.Net;
import nursery.Nursery;
import nursery.Trainer;
import nursery.data.Split;
import nursery.tensor.Shape;
import nursery.tensor.ShapeException;
import org.junit.jupiter.api.Test;

class DbnTest {
    private final Split data = Data.digits(300, 231).split(0.8, 0.1, 0.1);
    private final RbmTrainer trainer = RbmTrainer.of(0.1).epochs(2).seed(5);

    @Test
    void the_lower_machine_stays_the_same_while_the_next_one_trains() {
        Rbm alone = trainer.stack(data, 30).dbn().layers().get(0);

        List<Rbm> three = trainer.stack(data, 30, 20, 10).dbn().layers();

        assertThat(three.get(0).weights().toDoubles())
                .containsExactly(alone.weights().toDoubles());
        assertThat(three.get(0).visibleBias().toDoubles())
                .containsExactly(alone.visibleBias().toDoubles());
        assertThat(three.get(0).hiddenBias().toDoubles())
                .containsExactly(alone.hiddenBias().toDoubles());
        List<Rbm> two = trainer.stack(data, 30, 20).dbn().layers();
        assertThat(three.get(1).weights().toDoubles())
                .containsExactly(two.get(1).weights().toDoubles());
    }

    @Test
    void the_next_machine_learns_the_hidden_probabilities_of_the_one_below() {
        Pretraining two = trainer.stack(data, 30, 20);
        RbmHistory upper = two.histories().get(1);
        double error = two.dbn()
                .layers()
                .get(1)
                .reconstructionError(two.dbn().layers().get(0).encode(data.train()));

        assertThat(upper.rbm().visible()).isEqualTo(30);
        assertThat(upper.lastEpoch().trainError()).isEqualTo(error);
        assertThat(error).isLessThan(upper.epochs().get(0).trainError());
    }

    @Test
    void the_unrolled_net_computes_what_the_stack_encodes() {
        Dbn dbn = trainer.stack(data, 30, 20).dbn();

        Model model = dbn.toModel(10, 7);

        Model hidden = Net.input(784)
                .dense(30)
                .sigmoid()
                .dense(20)
                .sigmoid()
                .loss(Nursery.meanSquaredError())
                .init(1);
        for (String name : List.of("dense1.W", "dense1.b", "dense2.W", "dense2.b")) {
            hidden.parameter(name).assign(model.parameter(name));
        }
        assertThat(hidden.predict(data.test()).toDoubles())
                .containsExactly(dbn.encode(data.test()).toDoubles());
        assertThat(model.net().layers()).hasSize(6);
        assertThat(model.predict(data.test()).shape()).isEqualTo(Shape.of(30, 10));
        assertThat(dbn.decode(dbn.encode(data.test())).shape()).isEqualTo(Shape.of(30, 784));
        assertThat(dbn).hasToString("DBN 784 - 30 - 20");
    }

    @Test
    void the_model_has_numbers_of_its_own() {
        Dbn dbn = trainer.stack(data, 30).dbn();
        double[] before = dbn.layers().get(0).weights().toDoubles();

        Trainer.momentum(0.1).epochs(1).fit(dbn.toModel(10, 7), data);
        dbn.toModel(10, 7).parameter("dense1.W").fill(0);

        assertThat(dbn.layers().get(0).weights().toDoubles()).containsExactly(before);
    }

    @Test
    void a_net_of_ones_own_takes_the_weights_too() {
        Dbn dbn = trainer.stack(data, 30).dbn();

        Model model = dbn.toModel(dbn.net(10).l2(1e-4), 7);

        assertThat(model.net().l2()).isEqualTo(1e-4);
        assertThat(model.parameter("dense1.W").toDoubles())
                .containsExactly(dbn.layers().get(0).weights().toDoubles());
        assertThatThrownBy(() ->
                        dbn.toModel(Net.input(784).dense(31).sigmoid().dense(10).softmax(), 7))
                .isInstanceOf(ShapeException.class)
                .hasMessage("toModel: expected dense1.W of shape [784, 30], found [784, 31] in the net;"
                        + " start from dbn.net(classes)");
        assertThatThrownBy(() -> dbn.toModel(Net.input(784).softmax(), 7))
                .hasMessage("toModel: expected a dense layer for each machine, found no dense1.W in the net;"
                        + " start from dbn.net(classes)");
    }

    @Test
    void an_interrupt_keeps_the_machines_so_far_and_leaves_the_others_as_drawn() {
        Thread.currentThread().interrupt();

        Pretraining early = trainer.stack(data, 30, 20);

        assertThat(early.interrupted()).isTrue();
        assertThat(early.histories()).hasSize(1);
        assertThat(early.histories().get(0).steps()).isEqualTo(1);
        assertThat(early.dbn()).hasToString("DBN 784 - 30 - 20");
        assertThat(early.toString())
                .contains("stopped: interrupted at step 1")
                .endsWith("layer 2, RBM 30 - 20, 650 parameters: not trained, its weights are as drawn");
    }

    @Test
    void pre_training_is_a_table_a_plot_and_a_text() {
        Pretraining two = trainer.stack(data, 30, 20);

        assertThat(two.interrupted()).isFalse();
        assertThat(two.table().columnNames())
                .containsExactly("layer", "visible", "hidden", "steps", "first_error", "last_error", "free_energy");
        assertThat(two.table().rowCount()).isEqualTo(2);
        assertThat(two.plot().panels()).hasSize(4);
        assertThat(two.plot().toString()).contains("Layer 1: error", "Layer 2: error", "Layer 2: free energy");
        assertThat(two.toString().lines()).hasSize(2);
        assertThat(two.toString()).startsWith("layer 1, RBM 784 - 30, 24,334 parameters: reconstruction error 0.");
    }

    @Test
    void machines_that_do_not_fit_are_refused() {
        assertThatThrownBy(() -> new Dbn(List.of()))
                .hasMessage("Dbn: expected at least one machine, received none; train one first");
        assertThatThrownBy(() -> new Dbn(List.of(Rbm.of(6, 4, 1), Rbm.of(5, 3, 1))))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Dbn: expected machine 2 to have as many visible units as the one below has hidden units,"
                        + " 4, received 5");
    }
}
