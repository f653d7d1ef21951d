package io.beadle.bench;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws what a run has measured as pictures; what it has not measured is not drawn, and the older picture stays. */
final class Plots {
    /** Of the pictures that the README shows. */
    static final Path SHOWN = Path.of("src/bench/plots");

    private static final int WIDTH = 760;
    private static final int HEIGHT = 360;
    /** Of a line, about: more are a large file and no better picture. */
    private static final int POINTS = 100;

    private static final String PEOPLE_100 = "256 people, connector 100 ms";

    private final Run run;
    private final Path folder;

    private Plots(Run run, Path folder) {
        this.run = run;
        this.folder = folder;
    }

    /** Draws the run that was written to a file. */
    public static void main(String[] args) throws IOException {
        of(Run.read(Path.of(args[0])), SHOWN);
    }

    static void of(Run run, Path folder) throws IOException {
        Files.createDirectories(folder);
        Plots plots = new Plots(run, folder);
        String slow = "100 ms";
        plots.bars("throughput-100ms", "Turns a second, " + PEOPLE_100, Throughput.NAME, slow, "turns/s");
        plots.bars("throughput-0ms", "Turns a second, 256 people, connector 0 ms", Throughput.NAME, "0 ms", "turns/s");
        plots.bars("latency", "Milliseconds a turn, " + PEOPLE_100, Throughput.NAME, slow, "p50 ms", "p99 ms");
        plots.bars("memory", "Resident memory under that load, MB", Throughput.NAME, slow, "MB");
        plots.bars("questions", "Answers a second from 10,000 passages, " + PEOPLE_100, Asking.NAME, slow, "answers/s");
        plots.bars(
                "answering",
                "Question to answer from 10,000 passages, one after the other, ms",
                Answering.NAME,
                Asking.PASSAGES + " passages",
                "p50 ms",
                "p99 ms");
        plots.reports();
        plots.flood();
        plots.growth("growth", "Search by meaning alone, p50 ms", "p50 ms", true);
        plots.growth("growth-recall", "Of the ten nearest, the part that is found", Growth.RECALL, false);
    }

    /** Bars for each subject: the median of the rounds, with a whisker as long as they are apart. */
    private void bars(String name, String title, String measurement, String condition, String... figures)
            throws IOException {
        CategoryChart chart = bars(title);
        for (String figure : figures) {
            List<Samples> shown = run.samples().stream()
                    .filter(one -> one.isOf(measurement, condition, figure)
                            && !one.subject().equals("connector")
                            && !one.subject().contains(Throughput.EARLY))
                    .toList();
            if (shown.isEmpty()) {
                return;
            }
            chart.addSeries(
                    figure,
                    shown.stream().map(Samples::subject).toList(),
                    shown.stream().map(Samples::median).toList(),
                    shown.stream().map(one -> (one.most() - one.least()) / 2).toList());
        }
        chart.getStyler().setLegendVisible(figures.length > 1);
        save(chart, name);
    }

    /** What a reporter waits for, by what else is going on. */
    private void reports() throws IOException {
        List<Samples> p99 = run.samples().stream()
                .filter(one ->
                        one.measurement().equals(Reporting.NAME) && one.figure().equals("p99 ms"))
                .toList();
        if (p99.isEmpty()) {
            return;
        }
        CategoryChart chart = bars("A report, 99th percentile, ms");
        p99.stream().map(Samples::subject).distinct().forEach(subject -> {
            List<Samples> ofIt =
                    p99.stream().filter(one -> one.subject().equals(subject)).toList();
            chart.addSeries(
                    subject,
                    ofIt.stream().map(Samples::condition).toList(),
                    ofIt.stream().map(Samples::median).toList());
        });
        chart.getStyler().setXAxisLabelRotation(0);
        save(chart, "reports");
    }

    /** Over the seconds of the flood, how many reports were confirmed and how often the desk's channel was written to. */
    private void flood() throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("A flood of reports")
                .xAxisTitle("seconds")
                .build();
        for (String what : List.of(Flood.CONFIRMED, Flood.AT_DESK)) {
            for (Samples each : run.samples()) {
                if (each.measurement().equals(Flood.NAME) && each.subject().equals(what)) {
                    chart.setTitle("A flood of reports: " + each.condition());
                    List<Double> seconds = each.values().stream().sorted().toList();
                    List<Integer> counts = IntStream.rangeClosed(1, seconds.size())
                            .filter(count -> count == seconds.size() || count % (1 + seconds.size() / POINTS) == 0)
                            .boxed()
                            .toList();
                    chart.addSeries(
                                    what.replaceFirst(",.*", ""),
                                    counts.stream()
                                            .map(count -> seconds.get(count - 1))
                                            .toList(),
                                    counts)
                            .setMarker(SeriesMarkers.NONE);
                }
            }
        }
        if (!chart.getSeriesMap().isEmpty()) {
            save(styled(chart, chart.getStyler()), "flood");
        }
    }

    /** By the number of passages, without a filter. */
    private void growth(String name, String title, String figure, boolean logarithmic) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("passages")
                .build();
        List<Samples> shown = run.samples().stream()
                .filter(one -> one.measurement().equals(Growth.NAME)
                        && one.figure().equals(figure)
                        && one.condition().endsWith(Growth.NO_FILTER)
                        && !one.condition().contains(Growth.OF_BEADLE))
                .toList();
        shown.stream().map(Samples::subject).distinct().forEach(subject -> {
            List<Samples> ofIt =
                    shown.stream().filter(one -> one.subject().equals(subject)).toList();
            chart.addSeries(
                    subject,
                    ofIt.stream()
                            .map(one -> Integer.valueOf(
                                    one.condition().replaceFirst(",? .*", "").replace(",", "")))
                            .toList(),
                    ofIt.stream().map(Samples::median).toList());
        });
        if (!shown.isEmpty()) {
            XYChart styled = styled(chart, chart.getStyler());
            styled.getStyler().setXAxisLogarithmic(true);
            styled.getStyler().setYAxisLogarithmic(logarithmic);
            styled.getStyler().setDecimalPattern("#,##0.##");
            // too many names for one line
            styled.getStyler().setLegendPosition(LegendPosition.OutsideE);
            styled.getStyler().setLegendLayout(LegendLayout.Vertical);
            save(styled, name);
        }
    }

    private static CategoryChart bars(String title) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .build();
        chart.getStyler().setLabelsVisible(true);
        chart.getStyler().setLabelsFontColorAutomaticEnabled(false);
        chart.getStyler().setXAxisLabelRotation(12);
        return styled(chart, chart.getStyler());
    }

    private static <C> C styled(C chart, AxesChartStyler styler) {
        styler.setDecimalPattern("#,##0.#");
        styler.setPlotGridLinesVisible(false);
        styler.setPlotBorderVisible(false);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Horizontal);
        return chart;
    }

    /** Text is drawn as shapes with fifteen digits behind the point; one is enough, and a tenth of the size. */
    private void save(Chart<?, ?> chart, String name) throws IOException {
        Path file = folder.resolve(name + ".svg");
        VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
        Files.writeString(file, Files.readString(file).replaceAll("(\\d\\.\\d)\\d+", "$1"));
    }
}
