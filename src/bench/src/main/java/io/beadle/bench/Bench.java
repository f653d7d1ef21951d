package io.beadle.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
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
        MEASUREMENTS.put(Growth.NAME, new Growth());
        MEASUREMENTS.put(Profile.NAME, new Profile());
    }

    /** Takes long, and is taken only where it is named. */
    private static final List<String> APART = List.of(Growth.NAME, Profile.NAME);

    private static final String PREPARE = "prepare";

    private Bench() {}

    /**
     * Takes {@code short}, if it is to be, and the names of measurements, none for all; or {@code prepare} alone. Behind
     * {@code growth} may stand the most passages.
     */
    public static void main(String[] args) throws Exception {
        List<String> names = new ArrayList<>(List.of(args));
        boolean brief = names.remove("short");
        if (names.remove("all") || names.isEmpty()) {
            names.addAll(MEASUREMENTS.keySet());
            names.removeAll(APART);
        }
        Scale scale = brief ? Scale.brief() : Scale.whole();
        for (String most : names.stream().filter(name -> name.matches("\\d+")).toList()) {
            scale = scale.upTo(Integer.parseInt(most));
            names.remove(most);
        }
        prepare(names);
        if (names.equals(List.of(PREPARE))) {
            return;
        }
        String begin = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + "Z";
        Machine machine = Machine.here();
        Map<String, String> versions = Versions.measured();
        Path file = Server.TARGET.resolve("bench-" + begin.replaceAll("[:Z]", "") + ".json");
        System.out.println(machine + "\n" + versions + "\nEvery sample: " + file);
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
            // each time, so that a run that is broken off leaves what it had
            Run run = new Run(begin, brief ? "short" : "whole", machine, versions, results.all());
            run.write(file);
            Plots.of(run, brief ? Server.TARGET.resolve("plots") : Plots.SHOWN);
        }
        System.exit(failed ? 1 : 0);
    }

    /** Has all that takes long made beforehand and once, so that it counts for nothing. */
    private static void prepare(List<String> names) throws IOException, InterruptedException {
        DataFolder.makeIndex();
        boolean withPeers = !Collections.disjoint(names, List.of(PREPARE, Answering.NAME, Growth.NAME));
        if (withPeers || !Collections.disjoint(names, List.of(Asking.NAME, Reporting.NAME))) {
            Passages passages = Passages.of(Asking.PASSAGES);
            passages.makeIndex();
            if (withPeers && !Embedded.isThere(passages)) {
                Retrievers.of(passages).close();
            }
        }
    }
}
