package nursery.notebook;

import java.util.Map;
import java.util.function.Supplier;
import nursery.Data;
import nursery.Net;
import nursery.Trainer;
import nursery.report.Display;
import nursery.report.Displayable;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** The few cells that the small kernels of a test understand, by name. */
public final class SmallCells {

    private static final Map<String, Supplier<@Nullable Object>> CELLS = Map.of(
            "init", SmallCells::init,
            "history", SmallCells::history,
            "table", () -> Table.create("t", DoubleColumn.create("v", 1.5)),
            "live", SmallCells::live);

    private SmallCells() {}

    /** Runs a cell. */
    public static @Nullable Object run(String name) {
        Supplier<@Nullable Object> cell = CELLS.get(name);
        if (cell == null) {
            throw new IllegalArgumentException("no such cell: " + name);
        }
        return cell.get();
    }

    private static @Nullable Object init() {
        Notebook.init();
        Notebook.init(); // twice is as good as once
        return null;
    }

    private static Object history() {
        var data = Data.spiral(3, 20, 1).split(0.8, 0.1, 0.1);
        return Trainer.sgd(0.1).epochs(1).fit(Net.input(2).dense(3).softmax(), data);
    }

    private static @Nullable Object live() {
        var live = Display.live();
        live.update(new Step(1));
        live.finish(new Step(2));
        return null;
    }

    private record Step(int n) implements Displayable {
        @Override
        public String html() {
            return "<i>" + n + "</i>";
        }
    }
}
