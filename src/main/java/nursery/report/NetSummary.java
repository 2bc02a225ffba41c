package nursery.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nursery.Net;
import nursery.layers.Parameter;
import nursery.losses.Regularization;
import nursery.tensor.Shape;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The layers of a net with their output shapes, parameters and initializers. */
public final class NetSummary {
    private NetSummary() {}

    /** One row for each layer: layer, output, parameters, weights. */
    public static Table table(Net net) {
        List<String> layers = new ArrayList<>(List.of("input"));
        List<String> outputs = new ArrayList<>();
        List<Long> counts = new ArrayList<>(List.of(0L));
        List<String> weights = new ArrayList<>(List.of(""));
        net.shapes().stream().map(Shape::toString).forEach(outputs::add);
        for (int i = 0; i < net.layers().size(); i++) {
            List<Parameter> declared = net.parameters(i);
            layers.add(net.layers().get(i).toString());
            counts.add(declared.stream()
                    .filter(Parameter::learned)
                    .mapToLong(p -> p.shape().size())
                    .sum());
            weights.add(declared.stream()
                    .filter(Parameter::penalized)
                    .map(p -> p.initializer().toString())
                    .findFirst()
                    .orElse(""));
        }
        return Table.create(
                "Net",
                StringColumn.create("layer", layers),
                StringColumn.create("output", outputs),
                LongColumn.create(
                        "parameters", counts.stream().mapToLong(c -> c).toArray()),
                StringColumn.create("weights", weights));
    }

    /** The table and a line below it, as text. */
    public static String text(Net net) {
        Table table = table(net);
        int widest = table.stringColumn("layer").asList().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        String format = "%-" + Math.max(20, widest) + "s %-16s %12s  %s";
        StringBuilder text =
                new StringBuilder(String.format(format + "%n", "layer", "output", "parameters", "weights"));
        for (int i = 0; i < table.rowCount(); i++) {
            String row = String.format(
                    Locale.ROOT,
                    format,
                    table.stringColumn("layer").get(i),
                    table.stringColumn("output").get(i),
                    count(table.longColumn("parameters").getLong(i)),
                    table.stringColumn("weights").get(i));
            text.append(row.stripTrailing()).append('\n');
        }
        return text.append(total(net)).toString();
    }

    /** The table and a line below it, as HTML. */
    public static String html(Net net) {
        return TableHtml.of(table(net)).html() + "<p>" + Html.escape(total(net)) + "</p>";
    }

    private static String total(Net net) {
        return String.format(
                Locale.ROOT,
                "%,d parameters, %s%s",
                net.parameterCount(),
                net.hasLoss() ? "loss " + net.loss() : "no loss yet",
                net.regularization().equals(Regularization.NONE) ? "" : ", " + net.regularization());
    }

    private static String count(long parameters) {
        return parameters == 0 ? "" : String.format(Locale.ROOT, "%,d", parameters);
    }
}
