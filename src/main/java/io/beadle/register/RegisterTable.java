package io.beadle.register;

import io.beadle.content.Duties;
import io.beadle.content.Messages;
import io.beadle.incident.Incident;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The breach register as a table: a row an incident, a column for everything that Article 33(5) has documented. */
@Component
public final class RegisterTable {
    private static final Set<Item> NUMBERS = Set.of(Item.PEOPLE, Item.RECORDS, Item.TOLD_NUMBER);

    private final Messages messages;
    private final Duties duties;
    private final Times times;

    public RegisterTable(Messages messages, Duties duties, ZoneId zone) {
        this.messages = messages;
        this.duties = duties;
        this.times = new Times(zone);
    }

    public Table of(List<Breach> breaches, Instant now) {
        List<Table.Column> columns = new ArrayList<>();
        Stream.of(
                        "reference",
                        "type",
                        "severity",
                        "happened",
                        "first-noticed",
                        "noticed",
                        "moved",
                        "reported",
                        "limit",
                        "clock")
                .forEach(name -> columns.add(new Table.Column(messages.text("register.column." + name), false)));
        for (Item item : Item.values()) {
            columns.add(new Table.Column(messages.text(item.label()), NUMBERS.contains(item)));
        }
        Stream.of("differs", "missing", "state", "outcome")
                .forEach(name -> columns.add(new Table.Column(messages.text("register.column." + name), false)));
        return new Table(
                messages.text("register.sheet"),
                columns,
                breaches.stream().map(breach -> row(breach, now)).toList(),
                messages.text("register.note", times.written(now)));
    }

    private List<String> row(Breach breach, Instant now) {
        Incident incident = breach.incident();
        BreachAssessment assessment = breach.assessment();
        AwareClock clock = assessment.clock();
        List<String> row = new ArrayList<>(List.of(
                incident.reference(),
                incident.report().title(),
                messages.text("severity." + incident.severity().name().toLowerCase(Locale.ROOT)),
                time(incident.report().happened()),
                times.sorted(clock.firstNoticed()),
                times.sorted(clock.noticed()),
                clock.why(),
                times.sorted(clock.reported()),
                times.sorted(clock.limit()),
                messages.text(clock(breach, now))));
        for (Item item : Item.values()) {
            row.add(assessment.shown(item));
        }
        row.add(assessment.differs() ? messages.text("register.yes") : "");
        row.add(String.join(
                "; ",
                assessment.missing().stream()
                        .map(item -> messages.text(item.label()))
                        .toList()));
        row.add(messages.text(incident.isOpen() ? "register.state.open" : "register.state.closed"));
        row.add(outcome(incident));
        return row;
    }

    private static String clock(Breach breach, Instant now) {
        if (breach.isOverdue(now)) {
            return "register.clock.overdue";
        }
        if (breach.isClockOpen()) {
            return "register.clock.open";
        }
        return breach.assessment().isLate() ? "register.clock.late" : "register.clock.decided";
    }

    private String outcome(Incident incident) {
        return incident.closing() == null
                ? ""
                : duties.outcome(Objects.requireNonNull(incident.closing()).outcome())
                        .map(Duties.Outcome::label)
                        .orElse(incident.closing().outcome());
    }

    private String time(@Nullable Instant moment) {
        return moment == null ? "" : times.sorted(moment);
    }
}
