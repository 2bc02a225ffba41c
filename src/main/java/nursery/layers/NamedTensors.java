package nursery.layers;

import java.util.ArrayList;
import java.util.List;
import nursery.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** A few tensors by name. Unlike a map it keeps its places when it is cleared, so that a warm step allocates nothing. */
final class NamedTensors {
    private final List<String> names = new ArrayList<>(4);
    private final List<@Nullable Tensor> tensors = new ArrayList<>(4);

    void put(String name, Tensor tensor) {
        int i = names.indexOf(name);
        if (i >= 0) {
            tensors.set(i, tensor);
        } else {
            names.add(name);
            tensors.add(tensor);
        }
    }

    @Nullable
    Tensor get(String name) {
        int i = names.indexOf(name);
        return i < 0 ? null : tensors.get(i);
    }

    void clear() {
        for (int i = 0; i < tensors.size(); i++) {
            tensors.set(i, null);
        }
    }
}
