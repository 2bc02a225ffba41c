package nursery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A cell imports all of these packages with a star, so a simple name must mean one type. */
class CellNamesTest {

    private static final List<String> FOREIGN = List.of(
            "java.lang", "java.nio.file", "java.util", "java.util.function", "java.util.stream", "tech.tablesaw.api");
    private static final Set<String> NOT_IMPORTED = Set.of("nursery.notebook", "nursery.report");

    @Test
    void noPublicTypeHasTheNameOfAnImportedOne() {
        assertThat(namesInCells())
                .noneMatch(type -> FOREIGN.stream().anyMatch(p -> exists(p + "." + type.getSimpleName())));
    }

    @Test
    void noTwoPublicTypesShareAName() {
        var byName =
                namesInCells().collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));

        assertThat(byName.values()).allMatch(types -> types.size() == 1);
    }

    private static Stream<JavaClass> namesInCells() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("nursery").stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(c -> !NOT_IMPORTED.contains(c.getPackageName()));
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, CellNamesTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
