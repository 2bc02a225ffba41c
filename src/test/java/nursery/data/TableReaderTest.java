package nursery.data;

import static nursery.data.Failing.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nursery.Data;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableReaderTest {
    @TempDir
    Path folder;

    private Dataset csv(String text, String label) {
        return csv(text.getBytes(StandardCharsets.UTF_8), label);
    }

    private Dataset csv(byte[] bytes, String label) {
        try {
            return Data.csv(Files.write(folder.resolve("pets.csv"), bytes), label);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void textsInTheLabelColumnMeanClasses() {
        Dataset pets = csv("weight,kind,age\n4.5,cat,3\n30,dog,7\n5,cat,1\n", "kind");
        assertThat(pets.classNames()).containsExactly("cat", "dog");
        assertThat(pets.labels()).containsExactly(0, 1, 0);
        assertThat(pets.featureNames()).containsExactly("weight", "age");
        assertThat(pets.features().toDoubles()).containsExactly(4.5, 3, 30, 7, 5, 1);
        assertThat(pets.notes()).isEmpty();
    }

    @Test
    void numbersInTheLabelColumnMeanRegression() {
        Dataset pets = csv("weight,age\n4.5,3\n30,7\n", "age");
        assertThat(pets.classification()).isFalse();
        assertThat(pets.targets().toDoubles()).containsExactly(3, 7);
        assertThat(pets.asClasses().classNames()).containsExactly("3", "7");
    }

    @Test
    void categoriesBecomeAColumnEach() {
        Dataset pets = csv("kind,weight,age\ndog,30,7\ncat,4,3\ndog,20,2\n", "age");
        assertThat(pets.featureNames()).containsExactly("kind=cat", "kind=dog", "weight");
        assertThat(pets.features().toDoubles()).containsExactly(0, 1, 30, 1, 0, 4, 0, 1, 20);
    }

    @Test
    void rowsWithMissingValuesAreLeftOutAndCounted() {
        Dataset pets = csv("weight,kind,age\n4.5,cat,3\n?,dog,7\n5,cat,1\n6,,4\n7,dog,NA\n8,dog,9\n", "kind");
        assertThat(pets.rows()).isEqualTo(3);
        assertThat(pets.features().toDoubles()).containsExactly(4.5, 3, 5, 1, 8, 9);
        assertThat(pets.notes())
                .containsExactly("3 of 6 rows are left out: missing values in 'weight' (1), 'age' (1), 'kind' (1)");
        assertThat(pets.toString()).contains("note: 3 of 6 rows");
    }

    @Test
    void columnsOfNamesAreLeftOutAndNamed() {
        String rows = IntStream.range(0, 6)
                .mapToObj(i -> "name" + i + "," + (i % 2 == 0 ? "a" : "b") + "," + i + ",\n")
                .collect(Collectors.joining());
        Dataset data = csv("name,kind,size,nothing\n" + rows, "size");
        assertThat(data.featureNames()).containsExactly("kind=a", "kind=b");
        assertThat(data.rows()).isEqualTo(6);
        assertThat(data.notes())
                .containsExactly(
                        "column 'name' is left out: 6 different texts in 6 rows are too many to be categories (at most"
                                + " 50)",
                        "column 'nothing' is left out: it is empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weight,kind\r\n4.5,cat\r\n30,dog\r\n",
                "weight,kind\r\n4.5,cat\n30,dog",
                "weight;kind\n4.5;cat\n30;dog\n",
                "weight\tkind\n4.5\tcat\n30\tdog\n",
                "\ufeffweight,kind\n4.5,cat\n30,dog\n",
                "weight,\"kind\"\n4.5,\"cat\"\n\n30,dog\n"
            })
    void readsTheUsualDialects(String text) {
        Dataset pets = csv(text, "kind");
        assertThat(pets.features().toDoubles()).containsExactly(4.5, 30);
        assertThat(pets.classNames()).containsExactly("cat", "dog");
        assertThat(pets.featureNames()).containsExactly("weight");
    }

    @Test
    void decimalCommasAndPercentSignsAreTextsAndNotOtherNumbers() {
        Dataset data = csv("a;b;y\n3,14;5%;1\n2,5;7%;2\n3,14;5%;3\n", "y");
        assertThat(data.featureNames()).containsExactly("a=2,5", "a=3,14", "b=5%", "b=7%");
        assertThat(data.targets().toDoubles()).containsExactly(1, 2, 3);
    }

    @Test
    void aFirstLineOfNumbersIsData() {
        Dataset wine = csv("1,14.23,-.5\n2,13e-1,3\n2,12,4\n", "C0").asClasses();
        assertThat(wine.featureNames()).containsExactly("C1", "C2");
        assertThat(wine.features().toDoubles()).containsExactly(14.23, -0.5, 1.3, 3, 12, 4);
        assertThat(wine.labels()).containsExactly(0, 1, 1);
    }

    @Test
    void aRowThatStartsWithAHashIsNoComment() {
        assertThat(csv("kind,weight,age\n#1,4,1\n#1,5,2\n#2,6,3\n", "age").featureNames())
                .containsExactly("kind=#1", "kind=#2", "weight");
    }

    @Test
    void typesAreDecidedByAllRows() {
        String numbers = "1,2\n".repeat(20_000);
        assertThat(csv("a,b\n" + numbers + "many,2\n", "b").featureNames()).containsExactly("a=1", "a=many");
    }

    @Test
    void tablesOfAnyColumnTypes() {
        Table table = Table.create(
                "pets",
                IntColumn.create("age", new Integer[] {1, null, 3, 4}),
                BooleanColumn.create("tame", new Boolean[] {true, true, false, true}),
                DoubleColumn.create("weight", 4, 5, 6, 7),
                StringColumn.create("kind", "cat", "cat", "dog", "dog"));
        Dataset kinds = Data.table(table, "kind");
        assertThat(kinds.featureNames()).containsExactly("age", "tame=false", "tame=true", "weight");
        assertThat(kinds.features().toDoubles()).containsExactly(1, 0, 1, 4, 3, 1, 0, 6, 4, 0, 1, 7);
        assertThat(kinds.notes()).containsExactly("1 of 4 rows is left out: missing values in 'age' (1)");
        assertThat(Data.table(table, "tame").classNames()).containsExactly("false", "true");
        assertThat(Data.table(table, "weight").classification()).isFalse();
    }

    @Test
    void aWrongColumnNamesTheOnesThatExist() {
        assertThat(messageOf(() -> csv("weight,kind\n4.5,cat\n30,dog\n", "Kind")))
                .contains("received 'Kind'; the columns are weight, kind");
    }

    @Test
    void raggedRowsAreNamed() {
        assertThat(messageOf(() -> csv("a,b\n1,2\n3\n4,5\n", "b"))).contains("received more or fewer in row 2");
        assertThat(messageOf(() -> csv("a,b\n1,2\n3,4,5\n", "b"))).contains("received more or fewer in row 2");
    }

    @Test
    void infiniteNumbersAreNamed() {
        assertThat(messageOf(() -> csv("a,b\n1,2\nInfinity,3\n", "b")))
                .contains("column 'a', received Infinity in row 1");
        assertThat(messageOf(() -> csv("a,b\n1,2\n3,-Infinity\n", "b"))).contains("column 'b', received -Infinity");
    }

    @Test
    void nothingToLearnFromIsASentence() {
        assertThat(messageOf(() -> csv("", "b"))).contains("column names", "an empty line");
        assertThat(messageOf(() -> csv("a,b\n", "b"))).contains("rows below the first line", "none");
        assertThat(messageOf(() -> csv("b\n1\n2\n", "b"))).contains("beside 'b'", "no other column");
        assertThat(messageOf(() -> csv("a,b\n1,\n,2\n", "b"))).contains("2 of 2 rows are left out");
        assertThat(messageOf(() -> csv("a,b\n1,x\n2,x\n", "b"))).contains("at least 2 classes");
    }

    @Test
    void aFileThatIsNoTableIsASentence() {
        assertThat(messageOf(() -> csv("a,a\n1,2\n", "a"))).contains("pets.csv", "one row per line");
        assertThat(messageOf(() -> csv(new byte[] {'a', ',', 'b', '\n', (byte) 0xff, ',', '1'}, "a")))
                .contains("UTF-8");
        assertThat(messageOf(() -> csv("a,b\n\"" + "x".repeat(10_000) + ",1\n", "b")))
                .contains("one row per line");
    }

    @Test
    void aMissingFileIsASentence() {
        assertThat(messageOf(() -> Data.csv(folder.resolve("no.csv"), "b")))
                .contains("expected a CSV file", folder.resolve("no.csv").toString());
    }
}
