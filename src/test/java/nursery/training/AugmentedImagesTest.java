package nursery.training;

import static nursery.Nursery.crop;
import static nursery.Nursery.flip;
import static nursery.Nursery.mixup;
import static nursery.Nursery.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import nursery.Data;
import nursery.augment.RandomFlip;
import nursery.augment.Unchanged;
import nursery.report.ImageGrid;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class AugmentedImagesTest {

    @Test
    void the_table_has_each_image_and_its_versions() {
        Table table = AugmentedImages.of(Data.digits(40, 1), noise(0.5)).table();

        assertThat(table.columnNames()).containsExactly("image", "version", "label", "change");
        assertThat(table.rowCount()).isEqualTo(20);
        assertThat(table.doubleColumn("change").getDouble(0)).isZero();
        assertThat(table.doubleColumn("change").getDouble(1)).isCloseTo(0.5 * Math.sqrt(2 / Math.PI), within(0.03));
    }

    @Test
    void what_does_nothing_changes_nothing() {
        assertThat(AugmentedImages.of(new Unchanged())
                        .table()
                        .doubleColumn("change")
                        .max())
                .isZero();
    }

    @Test
    void the_grid_shows_originals_at_the_left() {
        var data = Data.digits(40, 1);
        var panel = (ImageGrid)
                AugmentedImages.of(data, new RandomFlip(1)).plot().panels().get(0);

        assertThat(panel.columns()).isEqualTo(5);
        assertThat(panel.images()).hasSize(20);
        assertThat(panel.images().get(5).values())
                .containsExactly(data.features().rows(1, 2).toDoubles());
        assertThat(panel.images().get(6).values()[0]).isEqualTo(data.features().get(1, 27));
        assertThat(panel.images().get(5).label()).isEqualTo("" + data.label(1));
    }

    @Test
    void labels_that_are_mixed_show_their_shares() {
        Table table = AugmentedImages.of(mixup(1)).table();

        assertThat(table.stringColumn("label").asList()).anyMatch(label -> label.matches("\\d \\d+% \\d \\d+%"));
    }

    @Test
    void it_says_in_words_what_it_shows() {
        assertThat(AugmentedImages.of(crop(4)))
                .asString()
                .matches("crop\\(4\\): 4 images in 4 versions, mean change of a pixel 0\\.\\d+");
        assertThat(AugmentedImages.of(crop(4)).html()).contains("<img").contains("crop(4)");
    }

    @Test
    void rows_that_are_no_images_cannot_be_shown() {
        assertThatThrownBy(() -> AugmentedImages.of(Data.blobs(3, 10, 1), mixup(1)))
                .hasMessageStartingWith("expected images [channels, height, width] to show, received rows of [2]");
        assertThatThrownBy(() -> AugmentedImages.of(Data.digits(3, 1), flip().then(crop(28))))
                .hasMessageContaining("a padding of at most 27");
    }
}
