package nursery.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SvgChartTest {

    private static final double NAN = Double.NaN;

    private static String svg(Chart chart) {
        return chart.svg(560, 340);
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /** The texts of a picture in their order. */
    private static List<String> texts(String svg) throws Exception {
        var nodes = parse(svg).getElementsByTagName("text");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    /** The shapes of the data lines: grid lines have no fill attribute. */
    private static List<String> lines(String svg) {
        return Pattern.compile("<path d=\"([^\"]*)\" fill=\"none\"")
                .matcher(svg)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    @Test
    void a_line_joins_all_its_points_and_the_axes_carry_round_numbers() throws Exception {
        String svg = svg(Chart.of("Loss")
                .x("epoch")
                .y("loss")
                .line("train", new double[] {1, 2, 3, 4}, new double[] {2, 1.5, 1, 0.5})
                .line("validation", new double[] {1, 2, 3, 4}, new double[] {2, 1.6, 1.2, 1}));

        assertThat(lines(svg))
                .hasSize(2)
                .allSatisfy(path -> assertThat(count(path, "L")).isEqualTo(3));
        assertThat(texts(svg))
                .contains("Loss", "epoch", "loss", "train", "validation")
                .contains("1", "2", "3", "4")
                .contains("0.5", "1.5");
    }

    @Test
    void a_point_in_the_middle_of_both_axes_is_drawn_in_the_middle_of_the_frame() throws Exception {
        String svg = svg(Chart.of("").rangeX(0, 10).rangeY(-1, 1).points("", new double[] {5}, new double[] {0}));
        var frame = Pattern.compile(
                        "<rect x=\"([\\d.]+)\" y=\"([\\d.]+)\" width=\"([\\d.]+)\" height=\"([\\d.]+)\" fill=\"none\"")
                .matcher(svg);
        var dot = Pattern.compile("<circle cx=\"([\\d.]+)\" cy=\"([\\d.]+)\"").matcher(svg);

        assertThat(frame.find()).isTrue();
        assertThat(dot.find()).isTrue();
        assertThat(Double.parseDouble(dot.group(1)))
                .isCloseTo(Double.parseDouble(frame.group(1)) + Double.parseDouble(frame.group(3)) / 2, offset(0.11));
        assertThat(Double.parseDouble(dot.group(2)))
                .isCloseTo(Double.parseDouble(frame.group(2)) + Double.parseDouble(frame.group(4)) / 2, offset(0.11));
    }

    @Test
    void a_value_that_is_not_finite_is_a_gap_and_the_caption_says_so() {
        var chart = Chart.of("Loss")
                .x("step")
                .line("train", new double[] {3, 2, NAN, 1, 0.5, Double.POSITIVE_INFINITY, NAN});

        assertThat(lines(svg(chart)))
                .singleElement()
                .satisfies(path -> assertThat(count(path, "M")).isEqualTo(2));
        assertThat(chart.caption())
                .isEqualTo("train: not finite from step = 5 on (Infinity); 1 of 7 values not finite, left as gaps.");
    }

    @Test
    void a_lone_point_between_gaps_gets_a_dot() {
        double[] values = new double[60];
        Arrays.fill(values, NAN);
        values[30] = 1;

        assertThat(count(svg(Chart.of("").line("", values)), "<circle")).isEqualTo(1);
    }

    @Test
    void no_value_is_a_picture_that_says_so() throws Exception {
        assertThat(texts(svg(Chart.of("Empty")))).containsExactly("Empty", "no data", "", "");
        assertThat(texts(svg(Chart.of("Empty").line("train", new double[0])))).contains("no data");
        assertThat(texts(svg(Chart.of("NaN").line("train", new double[] {NAN, NAN}))))
                .contains("no data");
        assertThat(texts(svg(Chart.of("Log").logY().line("train", new double[] {0, -1}))))
                .contains("no data");
        assertThat(texts(svg(Chart.of("Bars").histogram("", new double[] {NAN}, 5))))
                .contains("no data");
        assertThat(texts(svg(Chart.of("Cells").heatmap("", new double[0][], 0, 1, 0, 1))))
                .contains("no data");
    }

    @Test
    void a_log_axis_has_decades_and_leaves_out_what_is_not_positive() throws Exception {
        var chart = Chart.of("Sweep")
                .logX()
                .points("loss", new double[] {0, 1e-6, 1e-4, 1e-2, 1}, new double[] {1, 2, 3, 2, 1});

        assertThat(texts(svg(chart))).contains("1e-6", "1e-4", "0.01", "1");
        assertThat(count(svg(chart), "<circle")).isEqualTo(4 + 1); // and the key of the legend
        assertThat(chart.caption()).isEqualTo("loss: 1 of 5 values not positive, without a place on a log axis.");
    }

    @Test
    void extreme_values_neither_break_the_picture_nor_hide_a_number_format() {
        for (double[] values : new double[][] {
            {-Double.MAX_VALUE, Double.MAX_VALUE},
            {Double.MIN_VALUE, Double.MIN_VALUE},
            {1e300, 1e300},
            {0, 0},
            {1, Math.nextUp(1.0)},
            {-5, -5}
        }) {
            for (var chart :
                    List.of(Chart.of("").line("", values), Chart.of("").logY().line("", values))) {
                assertThat(svg(chart)).as(Arrays.toString(values)).doesNotContain("NaN", "Infinity");
            }
        }
    }

    @Test
    void a_long_line_is_drawn_with_few_points_that_keep_its_peak() {
        double[] values = new double[20_000];
        values[12_345] = 7;
        var chart = Chart.of("").line("loss", values);
        String path = lines(svg(chart)).get(0);

        assertThat(count(path, "L") + count(path, "M")).isBetween(200, 403);
        assertThat(chart.summary()).contains("max 7");
        assertThat(chart.caption())
                .isEqualTo("loss: 20,000 points, drawn by the lowest and highest of each of 200 stretches.");
        assertThat(svg(chart).length()).isLessThan(12_000);
    }

    @Test
    void texts_are_escaped_everywhere() throws Exception {
        String evil = "<script>alert('x')</script> & \"\u0000\uD800";
        var chart = Chart.of(evil)
                .x(evil)
                .y(evil)
                .band(1, 2, evil)
                .note(0, 1, evil)
                .line(evil, new double[] {1, 2})
                .bars(evil, List.of(evil, evil), new double[] {1, 2});

        assertThat(svg(chart)).doesNotContain("<script", "alert('");
        assertThat(texts(svg(chart))).anySatisfy(text -> assertThat(text).startsWith("<script>alert('x')"));
    }

    @Test
    void a_band_lies_between_its_ends_and_a_band_without_width_is_a_line() {
        String wide = svg(Chart.of("").rangeY(0, 10).band(2, 4, "healthy").line("", new double[] {1, 9}));
        String thin = svg(Chart.of("").rangeY(0, 10).band(3, 3, "target").line("", new double[] {1, 9}));
        String beyond = svg(Chart.of("").rangeY(0, 10).band(20, 30, "far").line("", new double[] {1, 9}));

        assertThat(wide)
                .containsPattern("fill=\"#009E73\" fill-opacity=\"0.15\"")
                .contains(">healthy<");
        assertThat(thin)
                .contains("stroke-dasharray=\"5 4\"")
                .contains(">target<")
                .doesNotContain("fill-opacity=\"0.15\"");
        assertThat(beyond).doesNotContain("NaN");
    }

    /** Where the label of a band stands: x of its middle and y of its base line. */
    private static double[] place(String svg, String label) {
        var found = Pattern.compile("<text x=\"([\\d.]+)\" y=\"([\\d.]+)\"[^>]*>" + label + "<")
                .matcher(svg);
        assertThat(found.find()).isTrue();
        return new double[] {Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2))};
    }

    @Test
    void the_label_of_a_band_keeps_off_the_data() {
        double[] x = {0, 1, 2, 3};
        var banded = Chart.of("").rangeY(0, 10).band(5, 5, "goal");
        double[] free = place(svg(banded.line("", x, new double[] {9, 9, 9, 9})), "goal");
        double[] fallsOnIt = place(svg(banded.line("", x, new double[] {9, 9, 4.7, 4.7})), "goal");
        double[] allAlong = place(svg(banded.line("", x, new double[] {4.7, 4.7, 4.7, 4.7})), "goal");

        assertThat(free[0]).isGreaterThan(450);
        assertThat(fallsOnIt[1]).as("above the line").isLessThan(free[1] - 10);
        assertThat(allAlong[1]).isLessThan(free[1] - 10);
        double[] low = place(
                svg(Chart.of("").rangeY(0, 10).band(0.3, 0.3, "start").line("", x, new double[] {9, 9, 9, 9})),
                "start");
        double[] line = place(
                svg(Chart.of("").rangeY(0, 10).band(3, 3, "start").line("", x, new double[] {9, 9, 9, 9})), "start");
        assertThat(low[1]).as("above a line near the floor").isLessThan(340 - 24 - 0.03 * 250);
        assertThat(line[1]).as("below a line with room").isLessThan(low[1] - 30);
        var peak = Chart.of("").bandX(1.5, 1.5, "start").bars("", new double[] {0, 1, 2, 3}, new double[] {5, 3, 5});
        assertThat(place(svg(peak), "start")[1]).as("over the bars").isLessThan(100);
        String column = svg(Chart.of("")
                .rangeX(0, 10)
                .bandX(8, 9.9, "a label wider than its band")
                .line("", x, x));
        assertThat(place(column, "a label wider than its band")[0]
                        + SvgChart.width("a label wider than its band", 12) / 2)
                .as("inside the frame")
                .isLessThan(560 - 14);
    }

    @Test
    void a_name_below_a_bar_may_be_as_long_as_its_bar_is_wide() throws Exception {
        var names = List.of("running statistics", "each row its own batch");

        assertThat(texts(svg(Chart.of("").bars("", names, new double[] {1, 2}))))
                .containsAll(names);
        assertThat(texts(svg(Chart.of("")
                        .namesX(List.of("a long name at the end", "b"))
                        .line("", new double[] {1, 2}))))
                .contains("a long name at the end");
    }

    @Test
    void bars_stand_on_zero() {
        String svg = svg(Chart.of("").bars("mean", List.of("a", "b"), new double[] {2, -1}));
        var bars = Pattern.compile(
                        "y=\"([\\d.]+)\" width=\"[\\d.]+\" height=\"([\\d.]+)\" fill=\"#0072B2\" fill-opacity")
                .matcher(svg)
                .results()
                .skip(1) // the key of the legend
                .toList();

        assertThat(bars).hasSize(2);
        double footOfFirst = Double.parseDouble(bars.get(0).group(1))
                + Double.parseDouble(bars.get(0).group(2));
        assertThat(Double.parseDouble(bars.get(1).group(1))).isCloseTo(footOfFirst, offset(0.2));
        assertThat(Double.parseDouble(bars.get(0).group(2)))
                .isCloseTo(2 * Double.parseDouble(bars.get(1).group(2)), offset(0.2));
    }

    @Test
    void bars_of_several_series_share_a_category_and_one_without_height_takes_no_room() {
        String svg = svg(Chart.of("")
                .bars("before", List.of("a", "b"), new double[] {2, 0})
                .bars("after", List.of("a", "b"), new double[] {1, 3}));
        var bars = Pattern.compile("x=\"([\\d.]+)\" y=\"[\\d.]+\" width=\"([\\d.]+)\" height=\"[1-9][\\d.]*\" fill=\"#")
                .matcher(svg)
                .results()
                .skip(2) // the keys of the legend
                .map(m -> new double[] {Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2))})
                .toList();

        assertThat(bars).hasSize(3);
        double[] first = bars.get(0);
        double[] beside = bars.get(1);
        double[] alone = bars.get(2);
        assertThat(beside[0]).isCloseTo(first[0] + first[1], offset(0.2));
        assertThat(beside[1]).isCloseTo(first[1], offset(0.2));
        assertThat(alone[1]).isCloseTo(2 * first[1], offset(0.4));
    }

    @Test
    void a_series_never_has_the_color_of_a_verdict_in_the_same_chart() {
        double[] ys = {1, 2};
        String svg = svg(
                Chart.of("").line("low", ys).line("good", ys).line("high", ys).line("very high", ys));

        var colors = Pattern.compile("fill=\"none\" stroke=\"(#[0-9A-Z]+)\" stroke-width")
                .matcher(svg)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(colors).hasSize(4).doesNotHaveDuplicates().contains("#009E73");
    }

    @Test
    void wide_letters_take_more_room_than_narrow_ones_and_a_cut_text_fits() {
        assertThat(SvgChart.width("momentum", 12)).isGreaterThan(1.4 * SvgChart.width("illicitl", 12));
        assertThat(SvgChart.fit("momentum 0.02", 200, 12)).isEqualTo("momentum 0.02");
        String cut = SvgChart.fit("mmmmmmmmmmmm", 60, 12);
        assertThat(cut).endsWith("m…");
        assertThat(SvgChart.width(cut, 12)).isLessThanOrEqualTo(60);
        assertThat(SvgChart.fit("momentum", 1, 12)).isEqualTo("…");
    }

    @Test
    void names_that_have_no_room_side_by_side_are_slanted_and_whole() throws Exception {
        var names = List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
        var chart = Chart.of("").x("answer").bars("", names, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});

        String narrow = new SvgChart(chart, 330, 230).draw();
        assertThat(texts(narrow)).containsAll(names);
        assertThat(narrow).contains("rotate(-40");
        double lowest = place(narrow, "automobile")[1] + 0.64 * SvgChart.width("automobile", 12);
        assertThat(lowest).as("above the label of the axis").isLessThan(place(narrow, "answer")[1] - 8);

        assertThat(new SvgChart(chart, 1100, 230).draw()).doesNotContain("rotate(-40");
    }

    @Test
    void a_slanted_name_at_the_left_edge_stays_in_the_picture() throws Exception {
        var chart = Chart.of("").bars("", List.of("the longest name of all names", "b", "c"), new double[] {1, 2, 3});

        String svg = new SvgChart(chart, 200, 230).draw();

        String name =
                texts(svg).stream().filter(t -> t.startsWith("the")).findFirst().orElseThrow();
        assertThat(name).endsWith("…");
        assertThat(place(svg, name)[0]).isGreaterThanOrEqualTo(0.76 * SvgChart.width(name, 12));
    }

    @Test
    void the_ink_of_bars_side_by_side_is_where_each_stands() {
        var bars = BarSeries.sideBySide(
                List.of(BarSeries.ofCategories("a", new double[] {1}), BarSeries.ofCategories("b", new double[] {2})));

        double[] left = Arrays.stream(bars.get(0).ink()[0]).sorted().toArray();
        double[] right = Arrays.stream(bars.get(1).ink()[0]).sorted().toArray();
        assertThat(left[0]).isCloseTo(-0.4, offset(1e-9));
        assertThat(left[left.length - 1]).isCloseTo(0, offset(1e-9));
        assertThat(right[0]).isCloseTo(0, offset(1e-9));
        assertThat(right[right.length - 1]).isCloseTo(0.4, offset(1e-9));
    }

    @Test
    void names_below_the_axis_that_have_the_room_are_whole() throws Exception {
        var five = List.of("none", "more data", "fewer features", "regularization", "dropout");
        assertThat(texts(svg(Chart.of("").bars("", five, new double[] {1, 2, 3, 4, 5}))))
                .containsAll(five);
    }

    @Test
    void the_label_of_a_line_avoids_the_line_the_border_and_the_data() {
        double[] flat = new double[50];
        Arrays.fill(flat, 2.8);
        var beside = place(svg(Chart.of("").rangeX(0, 10).bandX(5, 5, "edge").line("", new double[] {1, 9})), "edge");
        var under = place(svg(Chart.of("").rangeY(0, 10).band(3, 3, "goal").line("", new double[] {1, 1})), "goal");
        var over = place(
                svg(Chart.of("").rangeX(0, 49).rangeY(0, 10).band(3, 3, "goal").line("", flat)), "goal");
        var low = place(svg(Chart.of("").rangeY(0, 10).band(0.1, 0.1, "coins").line("", new double[] {1, 9})), "coins");

        double half = SvgChart.width("edge", 12) / 2;
        assertThat(beside[0]).as("right of the line in the middle of the frame").isBetween(275 + half, 290 + half);
        assertThat(over[1]).isLessThan(under[1] - 10);
        assertThat(low[1]).isLessThan(310);
    }

    @Test
    void no_two_labels_of_the_horizontal_axis_overlap() {
        var names = IntStream.range(0, 40).mapToObj(i -> "no " + i).toList();
        String svg = new SvgChart(Chart.of("").bars("", names, new double[40]), 400, 230).draw();
        var labels = Pattern.compile(
                        "<text x=\"([\\d.]+)\" y=\"[\\d.]+\" text-anchor=\"middle\" font-size=\"12\">([^<]*)")
                .matcher(svg)
                .results()
                .toList();

        assertThat(labels).hasSizeBetween(2, 10);
        for (int i = 1; i < labels.size(); i++) {
            double gap = Double.parseDouble(labels.get(i).group(1))
                    - Double.parseDouble(labels.get(i - 1).group(1));
            assertThat(gap).isGreaterThan(SvgChart.width(labels.get(i).group(2), 12));
        }
    }

    @Test
    void slanted_names_stand_a_line_apart() {
        var names = IntStream.range(0, 40).mapToObj(i -> "a long name " + i).toList();
        double[] xs = Pattern.compile("<text x=\"([\\d.]+)\" [^>]*rotate\\(-40")
                .matcher(svg(Chart.of("").bars("", names, new double[40])))
                .results()
                .mapToDouble(m -> Double.parseDouble(m.group(1)))
                .toArray();

        assertThat(xs).hasSizeBetween(10, 40);
        for (int i = 1; i < xs.length; i++) {
            assertThat(0.64 * (xs[i] - xs[i - 1])).isGreaterThan(12);
        }
    }

    @Test
    void nothing_is_fetched_and_nothing_can_clash_with_another_picture_on_the_page() {
        String svg = svg(Chart.of("All")
                .regions(List.of("a", "b"), new int[][] {{0, 1}, {1, 0}}, 0, 1, 0, 1)
                .points(new double[] {0.5, 0.1}, new double[] {0.5, 0.2}, List.of("a", "b"))
                .shaded("accuracy", new double[] {0.2}, new double[] {0.2}, new double[] {0.9})
                .band(0.1, 0.2, "band")
                .note(0.5, 0.5, "note"));

        assertThat(svg.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http", "//", " id=", "<style", "url(");
    }

    @Test
    void it_has_words_for_those_who_cannot_see_it() throws Exception {
        var root =
                parse(svg(Chart.of("Loss").line("train", new double[] {2, 1}))).getDocumentElement();

        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-label")).isEqualTo("Loss");
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("  train: 2 points, first 2, last 1, min 1, max 2");
    }
}
