package io.beadle.command;

import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Keeping;
import io.beadle.privacy.AuditLog;
import io.beadle.privacy.Certificates;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code retention --dry-run} and {@code retention --certificates}: what would be deleted now, and what was. Deleting is
 * done by a running Beadle alone.
 */
final class RetentionCommand {
    private static final String DRY_RUN = "--dry-run";
    private static final String CERTIFICATES = "--certificates";
    private static final String USAGE = "Usage: beadle retention --dry-run|--certificates";
    private static final int MISUSED = 64;
    private static final int FAILED = 1;

    private final Consumer<String> out;
    private final Consumer<String> err;

    RetentionCommand(PrintStream out, PrintStream err) {
        this.out = out::println;
        this.err = err::println;
    }

    /** Returns 0 once it is said, 1 if the store cannot be read, 64 if it was not understood. */
    int run(String[] args) {
        List<String> wanted = Arrays.stream(args)
                .filter(arg -> !arg.startsWith("--") || arg.equals(DRY_RUN) || arg.equals(CERTIFICATES))
                .toList();
        String[] properties = Arrays.stream(args)
                .filter(arg -> arg.startsWith("--") && !wanted.contains(arg))
                .toArray(String[]::new);
        if (!wanted.equals(List.of(DRY_RUN)) && !wanted.equals(List.of(CERTIFICATES))) {
            err.accept(USAGE);
            return MISUSED;
        }
        try (ConfigurableApplicationContext context = RegisterAlone.start(properties)) {
            if (wanted.getFirst().equals(DRY_RUN)) {
                dryRun(
                        context.getBean(Incidents.class),
                        context.getBean(Keeping.class),
                        context.getBean(InstantSource.class).instant());
            } else {
                certificates(context.getBean(AuditLog.class));
            }
            return 0;
        } catch (RuntimeException e) {
            err.accept("The store cannot be read: " + ExportCommand.cause(e)
                    + ". While Beadle runs on its embedded store, no other process can open it: say \"retention\" or"
                    + " \"certificates\" to Beadle in Teams, or stop it first.");
            return FAILED;
        }
    }

    private void dryRun(Incidents incidents, Keeping keeping, Instant now) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        try (Stream<Incident> all = incidents.all()) {
            all.forEach(incident -> {
                String fate = fate(keeping.of(incident), now);
                counts.merge(fate, 1, Integer::sum);
                if (keeping.isOver(incident, now)) {
                    out.accept(incident.reference() + ": " + fate);
                }
            });
        }
        if (counts.isEmpty()) {
            out.accept("No incident is stored.");
        }
        counts.forEach((fate, count) -> out.accept(count + " " + fate));
    }

    private static String fate(Keeping.Fate fate, Instant now) {
        return switch (fate) {
            case Keeping.Fate.Open open -> "open, or with a duty that is open";
            case Keeping.Fate.Held held -> "under a legal hold";
            case Keeping.Fate.Untimed untimed ->
                "kept, no time for rule " + untimed.rule().id();
            case Keeping.Fate.Until until ->
                (until.due().isAfter(now) ? "kept so far by rule " : "would be deleted by rule ")
                        + until.rule().id();
        };
    }

    private void certificates(AuditLog audit) {
        new Certificates(audit)
                .latest(Integer.MAX_VALUE)
                .forEach(entry -> out.accept("%d\t%s\t%s\t%s\t%s"
                        .formatted(
                                entry.n(),
                                entry.at(),
                                entry.what(),
                                entry.about(),
                                entry.more().getOrDefault("rule", ""))));
    }
}
