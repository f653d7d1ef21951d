package io.beadle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws what a run has measured as pictures; what it has not measured is not drawn, and the older picture stays. */
final class Plots {
    private static final Path FOLDER = Path.of("src/bench/plots");
    private static final int WIDTH = 800;
    private static final int HEIGHT = 420;

    private final Run run;
    private final Path folder;

    private Plots(Run run, Path folder) {
        this.run = run;
        this.folder = folder;
    }

    /** Draws a run that was written to a file. */
    public static void main(String[] args) throws IOException {
        of(Run.read(Path.of(args[0])), FOLDER);
    }

    static void of(Run run) throws IOException {
        of(run, FOLDER);
    }

    static void of(Run run, Path folder) throws IOException {
        Files.createDirectories(folder);
        Plots plots = new Plots(run, folder);
        plots.bars(
                "throughput-100ms",
                "Turns a second, 256 people, connector 100 ms",
                Throughput.NAME,
                "100 ms",
                List.of("turns/s"));
        plots.bars(
                "throughput-0ms",
                "Turns a second, 256 people, connector 0 ms",
                Throughput.NAME,
                "0 ms",
                List.of("turns/s"));
        plots.bars(
                "latency-100ms",
                "Milliseconds a turn, 256 people, connector 100 ms",
                Throughput.NAME,
                "100 ms",
                List.of("p50 ms", "p99 ms"));
        plots.bars("memory", "Resident memory under load, MB", Throughput.NAME, "100 ms", List.of("MB"));
        plots.bars(
                "questions",
                "Answers a second, 256 people, 10,000 passages",
                Asking.NAME,
                "100 ms",
                List.of("answers/s"));
        plots.reports();
        plots.flood();
        plots.bars(
                "answering",
                "Question to answer, 10,000 passages, ms",
                Answering.NAME,
                Asking.PASSAGES + " passages",
                List.of("p50 ms", "p99 ms"));
    }

    /** A group of bars for each subject; of several rounds the median, with whiskers from the least to the most. */
    private void bars(String name, String title, String measurement, String condition, List<String> figures)
            throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .build();
        for (String figure : figures) {
            List<Samples> shown = shown(measurement, condition, figure);
            if (shown.isEmpty()) {
                return;
            }
            chart.addSeries(
                    figure,
                    shown.stream().map(Samples::subject).toList(),
                    shown.stream().map(Samples::median).toList(),
                    shown.stream().map(one -> (one.most() - one.least()) / 2).toList());
        }
        chart.getStyler().setLegendVisible(figures.size() > 1);
        chart.getStyler().setLabelsVisible(true);
        chart.getStyler().setXAxisLabelRotation(20);
        save(chart, name);
    }

    /** The 99th percentiles of what a reporter waits for, by what else is going on. */
    private void reports() throws IOException {
        Map<String, List<Samples>> bySubject = new TreeMap<>();
        List<Samples> p99 = run.samples().stream()
                .filter(one ->
                        one.measurement().equals(Reporting.NAME) && one.figure().equals("p99 ms"))
                .toList();
        if (p99.isEmpty()) {
            return;
        }
        p99.forEach(one -> bySubject
                .computeIfAbsent(one.subject(), none -> new ArrayList<>())
                .add(one));
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Reports: 99th percentile, ms")
                .build();
        bySubject.forEach((subject, ofIt) -> chart.addSeries(
                subject,
                ofIt.stream().map(Samples::condition).toList(),
                ofIt.stream().map(Samples::median).toList()));
        chart.getStyler().setLabelsVisible(true);
        save(chart, "reports");
    }

    /** Over the seconds of the flood: how many reports were confirmed, and how often the desk's channel was written to. */
    private void flood() throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("A flood of reports, seconds")
                .xAxisTitle("seconds")
                .build();
        boolean any = false;
        for (String what : List.of(Flood.CONFIRMED, Flood.AT_DESK)) {
            for (Samples each : run.samples()) {
                if (each.measurement().equals(Flood.NAME) && each.subject().equals(what)) {
                    List<Double> seconds = each.values().stream().sorted().toList();
                    chart.addSeries(
                                    what.replaceFirst(",.*", ""),
                                    seconds,
                                    IntStream.rangeClosed(1, seconds.size())
                                            .boxed()
                                            .toList())
                            .setMarker(SeriesMarkers.NONE);
                    any = true;
                }
            }
        }
        if (any) {
            save(chart, "flood");
        }
    }

    private List<Samples> shown(String measurement, String condition, String figure) {
        return run.samples().stream()
                .filter(one -> one.measurement().equals(measurement)
                        && one.condition().equals(condition)
                        && one.figure().equals(figure)
                        && !one.subject().equals("connector"))
                .toList();
    }

    private void save(Chart<? extends Styler, ?> chart, String name) throws IOException {
        VectorGraphicsEncoder.saveVectorGraphic(chart, folder.resolve(name).toString(), VectorGraphicsFormat.SVG);
    }
}
