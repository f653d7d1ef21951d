package io.beadle.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes measurements, prints each as a table as soon as it is there, and writes all samples to a file and the plots beside the
 * README. One that fails does not keep the others from being taken.
 */
final class Bench {
    private static final Map<String, Measurement> MEASUREMENTS = new LinkedHashMap<>();

    static {
        MEASUREMENTS.put(Throughput.NAME, new Throughput());
        MEASUREMENTS.put(Asking.NAME, new Asking());
        MEASUREMENTS.put(Reporting.NAME, new Reporting());
        MEASUREMENTS.put(Flood.NAME, new Flood());
        MEASUREMENTS.put(StartUp.NAME, new StartUp());
        MEASUREMENTS.put(Answering.NAME, new Answering());
    }

    private static final String PREPARE = "prepare";

    private Bench() {}

    /** Takes {@code short}, if it is to be, and the names of measurements, none for all; or {@code prepare} alone. */
    public static void main(String[] args) throws Exception {
        List<String> names = new ArrayList<>(List.of(args));
        boolean brief = names.remove("short");
        if (names.remove("all") || names.isEmpty()) {
            names.addAll(MEASUREMENTS.keySet());
        }
        prepare(names);
        if (names.equals(List.of(PREPARE))) {
            return;
        }
        Scale scale = brief ? Scale.brief() : Scale.whole();
        Instant begin = Clock.systemUTC().instant();
        Machine machine = Machine.here();
        Results results = new Results();
        boolean failed = false;
        for (String name : names) {
            System.out.printf("%n## %s (%tT)%n%n", name, LocalTime.now());
            try {
                MEASUREMENTS.get(name).take(scale, results);
                System.out.println(results.table(name));
            } catch (Exception e) {
                failed = true;
                e.printStackTrace(System.out);
            }
        }
        Run run = new Run(begin.toString(), brief ? "short" : "whole", machine, Versions.measured(), results.all());
        String stamp = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm").format(begin.atOffset(ZoneOffset.UTC));
        Path file = Server.TARGET.resolve("bench-" + stamp + ".json");
        run.write(file);
        Plots.of(run, brief ? Server.TARGET.resolve("plots") : Plots.SHOWN);
        System.out.println(machine + "\n" + run.versions() + "\nEvery sample: " + file);
        System.exit(failed ? 1 : 0);
    }

    /** Has all that takes long made beforehand and once, so that it counts for nothing. */
    private static void prepare(List<String> names) throws IOException, InterruptedException {
        DataFolder.makeIndex();
        if (names.stream().anyMatch(List.of(PREPARE, Asking.NAME, Reporting.NAME, Answering.NAME)::contains)) {
            Passages passages = Passages.of(Asking.PASSAGES);
            passages.makeIndex();
            if (!Retrievers.arePrepared(passages)) {
                Retrievers.of(passages).close();
            }
        }
    }
}
