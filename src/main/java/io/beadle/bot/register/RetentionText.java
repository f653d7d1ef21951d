package io.beadle.bot.register;

import io.beadle.content.Messages;
import io.beadle.content.Retention;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Keeping;
import io.beadle.people.Person;
import io.beadle.privacy.AuditLog;
import io.beadle.privacy.AuditLog.What;
import io.beadle.privacy.Certificates;
import io.beadle.privacy.Stocks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What would be deleted now and what is kept, and what was deleted, for the data protection officer. */
@Component
final class RetentionText {
    private static final int MOST = 20;

    private final Incidents incidents;
    private final Keeping keeping;
    private final Retention retention;
    private final Stocks stocks;
    private final AuditLog audit;
    private final RegisterRights rights;
    private final Messages messages;
    private final ZoneId zone;

    RetentionText(
            Incidents incidents,
            Keeping keeping,
            Retention retention,
            Stocks stocks,
            AuditLog audit,
            RegisterRights rights,
            Messages messages,
            ZoneId zone) {
        this.incidents = incidents;
        this.keeping = keeping;
        this.retention = retention;
        this.stocks = stocks;
        this.audit = audit;
        this.rights = rights;
        this.messages = messages;
        this.zone = zone;
    }

    /** Without what the reader may not know of (G10); it is deleted in its time all the same. */
    String dryRun(Person reader, Instant now) {
        List<Incident> known = known(incident -> rights.mayKnow(reader, incident));
        List<Incident> over = known.stream().filter(i -> keeping.isOver(i, now)).toList();
        List<String> lines = new ArrayList<>();
        lines.add(messages.text("retention.over", over.size()));
        lines.add("");
        over.stream()
                .limit(MOST)
                .forEach(incident -> lines.add(messages.text("retention.line", incident.reference(), rule(incident))));
        if (over.size() > MOST) {
            lines.add(messages.text("audit.more", over.size() - MOST));
        }
        lines.add("");
        lines.add(messages.text(
                "retention.held",
                known.stream()
                        .filter(i -> keeping.of(i) instanceof Keeping.Fate.Held)
                        .count()));
        TreeMap<String, Long> untimed = known.stream()
                .filter(i -> keeping.of(i) instanceof Keeping.Fate.Untimed)
                .collect(Collectors.groupingBy(this::rule, TreeMap::new, Collectors.counting()));
        untimed.forEach((rule, count) -> lines.add(messages.text("retention.untimed", rule, count)));
        lines.add("");
        lines.add(messages.text("retention.besides"));
        lines.add("");
        stocks.all().stream().filter(stock -> stock.count() > 0).map(this::line).forEach(lines::add);
        return String.join("\n", lines);
    }

    private String line(Stocks.Stock stock) {
        return messages.text(
                "retention.stock",
                messages.text("retention.kind." + stock.kind().id()),
                stock.count(),
                stock.due(retention)
                        .map(due -> LocalDate.ofInstant(due, zone).toString())
                        .orElse(""));
    }

    private List<Incident> known(Predicate<Incident> mayKnow) {
        try (Stream<Incident> all = incidents.all()) {
            return all.filter(mayKnow).toList();
        }
    }

    private String rule(Incident incident) {
        return switch (keeping.of(incident)) {
            case Keeping.Fate.Until until -> until.rule().title();
            case Keeping.Fate.Untimed untimed -> untimed.rule().title();
            case Keeping.Fate.Open open -> "";
            case Keeping.Fate.Held held -> "";
        };
    }

    String certificates() {
        List<AuditLog.Entry> incidents = new Certificates(audit).latest(MOST);
        List<AuditLog.Entry> bulk = new Certificates(audit).bulk(MOST);
        if (incidents.isEmpty() && bulk.isEmpty()) {
            return messages.text("certificates.none");
        }
        List<String> lines = new ArrayList<>(List.of(messages.text("certificates.intro"), ""));
        incidents.forEach(entry -> lines.add(line(entry)));
        if (!bulk.isEmpty()) {
            lines.addAll(List.of("", messages.text("certificates.bulk"), ""));
            bulk.forEach(entry -> lines.add(messages.text(
                    "certificates.expired",
                    Long.toString(entry.n()),
                    messages.text("retention.kind." + entry.more().get("rule")),
                    entry.more()
                            .getOrDefault(
                                    "day", LocalDate.ofInstant(entry.at(), zone).toString()),
                    entry.more().getOrDefault("count", "0"))));
        }
        return String.join("\n", lines);
    }

    private String line(AuditLog.Entry entry) {
        LocalDate day = LocalDate.ofInstant(entry.at(), zone);
        if (entry.what() == What.ERASED) {
            return messages.text("certificates.erased", Long.toString(entry.n()), entry.about(), day);
        }
        String rule = entry.more().getOrDefault("rule", "");
        return messages.text(
                "certificates.line",
                Long.toString(entry.n()),
                entry.about(),
                day,
                retention.find(rule).map(Retention.Rule::title).orElse(rule),
                entry.more().getOrDefault("statements", "0"),
                entry.more().getOrDefault("acts", "0"),
                entry.more().getOrDefault("files", "0"));
    }
}
