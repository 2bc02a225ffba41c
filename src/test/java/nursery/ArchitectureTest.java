package nursery;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import nursery.activations.Activation;
import nursery.augment.Augmentation;
import nursery.initializers.Initializer;
import nursery.layers.Layer;
import nursery.losses.Loss;
import nursery.optimizers.Optimizer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two floors, and who may know which library. */
class ArchitectureTest {

    private static final String[] LOWER = {
        "nursery.activations",
        "nursery.augment",
        "nursery.data",
        "nursery.initializers",
        "nursery.layers",
        "nursery.losses",
        "nursery.optimizers",
        "nursery.tensor"
    };
    private static final String[] UPPER = {
        "nursery",
        "nursery.diagnosis",
        "nursery.notebook",
        "nursery.pretraining",
        "nursery.report",
        "nursery.search",
        "nursery.symptoms",
        "nursery.training"
    };
    private static final String[] KERNEL_LIBRARIES = {
        "com.google.gson..",
        "coursierapi..",
        "io.github.spencerpark..",
        "jdk.jshell..",
        "org.dflib.jjava..",
        "org.slf4j..",
        "org.zeromq.."
    };
    private static final JavaClasses NURSERY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nursery");

    @Test
    void everyPackageHasItsFloor() {
        assertThat(packages().map(JavaPackage::getName))
                .isSubsetOf(Stream.of(LOWER, UPPER).flatMap(Stream::of).toList());
    }

    @Test
    void theLowerFloorKnowsNothingOfTheUpper() {
        noClasses()
                .that()
                .resideInAnyPackage(LOWER)
                .should()
                .dependOnClassesThat(resideInAPackage("nursery..").and(not(resideInAnyPackage(LOWER))))
                .check(NURSERY);
    }

    @Test
    void theLowerFloorHasNoCycles() {
        slices().matching("nursery.(*)").should().beFreeOfCycles().check(NURSERY.that(resideInAnyPackage(LOWER)));
    }

    @Test
    void ejmlStaysInTensorButForSignatures() {
        noClasses()
                .that()
                .resideOutsideOfPackage("nursery.tensor")
                .should()
                .accessClassesThat()
                .resideInAPackage("org.ejml..")
                .check(NURSERY);
    }

    @Test
    void tablesawStaysInReportAndTheTableReaderButForSignatures() {
        noClasses()
                .that(not(resideInAPackage("nursery.report").or(tableReader())))
                .should()
                .accessClassesThat()
                .resideInAPackage("tech.tablesaw..")
                .check(NURSERY);
    }

    @Test
    void kernelLibrariesStayInNotebook() {
        noClasses()
                .that()
                .resideOutsideOfPackage("nursery.notebook")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(KERNEL_LIBRARIES)
                .check(NURSERY);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {Layer.class, Activation.class, Augmentation.class, Initializer.class, Loss.class, Optimizer.class
            })
    void aSpecIsARecord(Class<?> seam) {
        classes()
                .that(assignableTo(seam))
                .and(not(DescribedPredicate.equalTo(NURSERY.get(seam))))
                .should(be(DescribedPredicate.describe("records", JavaClass::isRecord)
                        .or(INTERFACES)))
                .check(NURSERY);
    }

    @Test
    void nullnessIsMarkedInEveryPackage() {
        assertThat(packages()).allMatch(p -> p.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void randomnessComesFromASeed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, ThreadLocalRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .check(NURSERY);
    }

    @Test
    void nothingIsDeserialized() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(NURSERY);
    }

    private static Stream<JavaPackage> packages() {
        return NURSERY.stream().map(JavaClass::getPackage).distinct();
    }

    private static DescribedPredicate<JavaClass> tableReader() {
        return DescribedPredicate.describe(
                "table reader",
                c -> c.getPackageName().equals("nursery.data")
                        && c.getSimpleName().startsWith("Table"));
    }
}
