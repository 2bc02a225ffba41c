package nursery.notebook;

import java.util.List;
import java.util.stream.Stream;

/** What a cell may use without importing it. */
final class Imports {

    private static final List<String> PACKAGES = List.of(
            "java.nio.file",
            "java.util",
            "java.util.function",
            "java.util.stream",
            "tech.tablesaw.api",
            "nursery",
            "nursery.training",
            "nursery.diagnosis",
            "nursery.symptoms",
            "nursery.pretraining",
            "nursery.search",
            "nursery.layers",
            "nursery.activations",
            "nursery.augment",
            "nursery.initializers",
            "nursery.losses",
            "nursery.optimizers",
            "nursery.data",
            "nursery.tensor");

    private Imports() {}

    static Stream<String> all() {
        return Stream.concat(
                PACKAGES.stream().map(p -> "import " + p + ".*;"), Stream.of("import static nursery.Nursery.*;"));
    }
}
