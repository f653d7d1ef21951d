package io.beadle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run has written can be read again and drawn; no figure is judged. */
class PlotsTests {
    private static final List<Double> ROUNDS = List.of(3.0, 1.0, 2.0);

    @TempDir
    private Path folder;

    @Test
    void aRunIsReadAsItWasWritten() throws Exception {
        Run run = run();
        Path file = folder.resolve("run.json");

        run.write(file);

        assertThat(Run.read(file)).isEqualTo(run);
    }

    @Test
    void whatWasMeasuredIsDrawnAndNothingElse() throws Exception {
        Plots.of(run(), folder);

        try (var pictures = Files.list(folder)) {
            assertThat(pictures.map(picture -> picture.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "throughput-100ms.svg", "reports.svg", "flood.svg", "growth.svg", "growth-recall.svg");
        }
        assertThat(Files.readString(folder.resolve("throughput-100ms.svg")))
                .startsWith("<?xml")
                .contains("</svg>");
    }

    @Test
    void aTableHasARowForEachSubjectAndTheSpreadOfItsFirstFigure() {
        Results results = new Results();
        results.add("speed", "dry", "a snail", "m/h", ROUNDS);
        results.add("speed", "dry", "a snail", "MB", ROUNDS);
        results.add("speed", "dry", "a hare", "m/h", 40_000);
        results.addEvents("other", "dry", "a hare", ROUNDS);

        assertThat(results.table("speed")).isEqualTo("""
                | condition | subject | m/h        | MB |
                |---|---|---|---|
                | dry       | a snail | 2 (1 to 3) | 2  |
                | dry       | a hare  | 40,000     |    |
                """);
    }

    @Test
    void aPercentileIsOneOfTheValues() {
        Samples samples = new Samples("speed", "dry", "a snail", "m/h", ROUNDS);

        assertThat(samples.least()).isEqualTo(1);
        assertThat(samples.median()).isEqualTo(2);
        assertThat(samples.percentile(99)).isEqualTo(3);
        assertThat(samples.most()).isEqualTo(3);
    }

    private static Run run() {
        Results results = new Results();
        results.add(Throughput.NAME, "100 ms", "beadle", "turns/s", ROUNDS);
        results.add(Throughput.NAME, "100 ms", "bare", "turns/s", ROUNDS);
        results.addEvents(Reporting.NAME, "idle", "a step", ROUNDS);
        results.add(Flood.NAME, "500 in 6 s", Flood.CONFIRMED, Samples.EACH, ROUNDS);
        for (String passages : List.of("1,000", "100,000 synthetic", "36,000" + Growth.OF_BEADLE)) {
            results.add(Growth.NAME, passages + ", " + Growth.NO_FILTER, "exact, floats", "p50 ms", ROUNDS);
            results.add(Growth.NAME, passages + ", " + Growth.NO_FILTER, "exact, floats", Growth.RECALL, 1);
        }
        return new Run(
                "2026-11-28T12:00:00Z",
                "short",
                new Machine("a processor", 2, 4_096, "Linux", "25", 0.5),
                Map.of("beadle", "abc"),
                results.all());
    }
}
