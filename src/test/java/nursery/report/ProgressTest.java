package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The places of passing lines. */
class ProgressTest {

    /** What stands where. */
    private static final class Page implements Screen {
        final Map<String, String> places = new LinkedHashMap<>();

        @Override
        public void show(String id, Displayable d) {
            places.put(id, d.toString());
        }

        @Override
        public void update(String id, Displayable d) {
            places.put(id, d.toString());
        }
    }

    private record Text(String text) implements Displayable {
        @Override
        public String html() {
            return text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Test
    void one_cell_leaves_one_empty_place_however_many_lines_came_and_went() {
        var page = new Page();
        Display.nextCell();
        for (int i = 0; i < 3; i++) {
            var place = Display.passing();
            place.draw(page, new Text("line " + i));
            place.draw(page, new Text(""));
            Display.giveBack(place);
        }

        assertThat(page.places.values()).containsExactly("");
    }

    @Test
    void the_next_cell_has_a_place_of_its_own_and_so_has_a_call_inside_another() {
        var places = new ArrayList<Display.Live>();
        Display.nextCell();
        var outer = Display.passing();
        places.addAll(List.of(outer, Display.passing()));
        Display.giveBack(outer);
        Display.nextCell();
        places.add(Display.passing());

        assertThat(places).doesNotHaveDuplicates();
    }
}
