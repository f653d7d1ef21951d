package io.beadle.command;

import io.beadle.content.Retention;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Keeping;
import io.beadle.privacy.AuditLog;
import io.beadle.privacy.Certificates;
import io.beadle.privacy.Stocks;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
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
        Arguments arguments = Arguments.of(args, DRY_RUN, CERTIFICATES);
        List<String> wanted = arguments.words();
        if (!wanted.equals(List.of(DRY_RUN)) && !wanted.equals(List.of(CERTIFICATES))) {
            err.accept(USAGE);
            return MISUSED;
        }
        try (ConfigurableApplicationContext context = arguments.open()) {
            if (wanted.getFirst().equals(DRY_RUN)) {
                Instant now = context.getBean(InstantSource.class).instant();
                incidents(context.getBean(Incidents.class), context.getBean(Keeping.class), now);
                besides(context.getBean(Stocks.class), context.getBean(Retention.class));
            } else {
                certificates(context.getBean(AuditLog.class));
            }
            return 0;
        } catch (RuntimeException e) {
            err.accept(Arguments.unread(e, "\"retention\" or \"certificates\""));
            return FAILED;
        }
    }

    private void besides(Stocks stocks, Retention retention) {
        stocks.all()
                .forEach(stock -> out.accept("%s: %d%s"
                        .formatted(
                                stock.kind().id(),
                                stock.count(),
                                stock.due(retention)
                                        .map(due -> ", the first due " + due.truncatedTo(ChronoUnit.SECONDS))
                                        .orElse(""))));
    }

    private void incidents(Incidents incidents, Keeping keeping, Instant now) {
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
        Certificates certificates = new Certificates(audit);
        Stream.concat(certificates.latest(Integer.MAX_VALUE).stream(), certificates.bulk(Integer.MAX_VALUE).stream())
                .forEach(entry -> out.accept("%d\t%s\t%s\t%s\t%s\t%s"
                        .formatted(
                                entry.n(),
                                entry.at(),
                                entry.what(),
                                entry.more().getOrDefault("day", entry.about()),
                                entry.more().getOrDefault("rule", ""),
                                entry.more().getOrDefault("count", ""))));
    }
}
