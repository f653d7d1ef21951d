package io.beadle.register;

import io.beadle.content.Contacts;
import io.beadle.content.DeskAct;
import io.beadle.content.DeskActs;
import io.beadle.content.Messages;
import io.beadle.incident.Act;
import io.beadle.incident.Incident;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the council tells the Information Commissioner of a breach (UK GDPR, Article 33(3)), and later what has changed
 * (33(4)). Only what the assessment asks for is in it: no word of the report, no name of anybody involved, and no legal
 * note (G14).
 */
@Component
public final class IcoPacks {
    private static final List<Item> BREACH =
            List.of(Item.NATURE, Item.CATEGORIES, Item.PEOPLE, Item.RECORDS, Item.WHOSE);
    private static final List<Item> RISK = List.of(Item.LIKELIHOOD, Item.HARM, Item.RISK, Item.CONSEQUENCES);
    private static final List<Item> MEASURES = List.of(Item.MEASURES, Item.TRAINED);
    private static final List<Item> AFFECTED = List.of(
            Item.AFFECTED,
            Item.EXEMPTION,
            Item.AFFECTED_REASONS,
            Item.TOLD_HOW,
            Item.TOLD,
            Item.TOLD_NUMBER,
            Item.ADDRESSES);
    private static final List<Item> NOTIFICATION = List.of(Item.NOTIFIED, Item.REFERENCE, Item.DELAY);

    private final DeskActs acts;
    private final Contacts contacts;
    private final Messages messages;
    private final Times times;

    public IcoPacks(DeskActs acts, Contacts contacts, Messages messages, ZoneId zone) {
        this.acts = acts;
        this.contacts = contacts;
        this.messages = messages;
        this.times = new Times(zone);
    }

    /** The id of the act by which a pack is made, where the content has one. */
    public Optional<String> act() {
        return acts.acts().stream()
                .filter(act -> act.effect() == DeskAct.Effect.ICO_PACK)
                .map(DeskAct::id)
                .findFirst();
    }

    /** When a pack was last made before then. */
    public Optional<Instant> lastBefore(Incident incident, Instant then) {
        return incident.acts().stream()
                .filter(done -> act().filter(done.act()::equals).isPresent())
                .map(Act::at)
                .filter(at -> at.isBefore(then))
                .reduce((earlier, later) -> later);
    }

    /** All that is known, with what is missing marked. */
    public Paper full(Incident incident, Instant now) {
        BreachAssessment breach = BreachAssessment.of(incident);
        List<Paper.Part> parts = new ArrayList<>();
        parts.add(new Paper.Text(messages.text("pack.intro", times.written(now))));
        controller(parts, breach);
        clock(parts, incident, breach.clock());
        section(parts, "pack.breach", BREACH, breach);
        section(parts, "pack.risk", RISK, breach);
        section(parts, "pack.measures", MEASURES, breach);
        section(parts, "pack.affected", AFFECTED, breach);
        section(parts, "pack.notification", NOTIFICATION, breach);
        List<Item> missing = shown(breach.missing());
        parts.add(new Paper.Heading(messages.text("pack.missing")));
        parts.add(new Paper.Text(
                missing.isEmpty()
                        ? messages.text("pack.missing.none")
                        : messages.text("pack.missing.some", String.join("; ", labels(missing)))));
        return new Paper(messages.text("pack.title", incident.reference()), parts);
    }

    /** What is new, or says something else, since then. */
    public Paper update(Incident incident, Instant since, Instant now) {
        BreachAssessment breach = BreachAssessment.of(incident);
        BreachAssessment before = BreachAssessment.asOf(incident, since);
        List<Paper.Part> parts = new ArrayList<>();
        parts.add(new Paper.Text(messages.text("pack.update.intro", times.written(since), times.written(now))));
        breach.find(Item.REFERENCE)
                .ifPresent(reference -> parts.add(new Paper.Text(messages.text("pack.to", reference.shown()))));
        if (!breach.clock().noticed().equals(before.clock().noticed())) {
            clock(parts, incident, breach.clock());
        }
        List<Item> changed = shown(breach.changedSince(before));
        parts.add(new Paper.Heading(messages.text("pack.changed")));
        if (changed.isEmpty()) {
            parts.add(new Paper.Text(messages.text("pack.changed.none")));
        } else {
            parts.add(new Paper.Lines(
                    changed.stream().map(item -> line(item, breach)).toList()));
        }
        return new Paper(messages.text("pack.update.title", incident.reference()), parts);
    }

    private void controller(List<Paper.Part> parts, BreachAssessment breach) {
        parts.add(new Paper.Heading(messages.text("pack.controller")));
        List<Paper.Line> lines = new ArrayList<>();
        lines.add(said("pack.organisation", contacts.organisation()));
        lines.add(said("pack.our-reference", breach.reference()));
        contacts.roles().stream()
                .filter(role -> role.also().contains("DPO"))
                .findFirst()
                .ifPresent(dpo -> lines.add(said("pack.dpo", contact(dpo))));
        lines.add(line(Item.CONTACT, breach));
        parts.add(new Paper.Lines(lines));
    }

    private static String contact(Contacts.Role role) {
        return String.join(
                ", ",
                Stream.of(role.name(), role.title(), role.inHours(), role.email())
                        .filter(part -> part != null && !part.isBlank())
                        .toList());
    }

    private void clock(List<Paper.Part> parts, Incident incident, AwareClock clock) {
        @Nullable Instant happened = incident.report().happened();
        List<Paper.Line> lines = new ArrayList<>();
        lines.add(happened == null ? absent("pack.happened") : said("pack.happened", times.written(happened)));
        lines.add(said("pack.first-noticed", times.written(clock.firstNoticed())));
        if (clock.movedBy() != null) {
            lines.add(said("pack.noticed", times.written(clock.noticed())));
            lines.add(said("pack.moved", clock.why()));
        }
        lines.add(said("pack.reported", times.written(clock.reported())));
        lines.add(said("pack.limit", times.written(clock.limit())));
        parts.add(new Paper.Heading(messages.text("pack.clock")));
        parts.add(new Paper.Lines(lines));
    }

    private void section(List<Paper.Part> parts, String heading, List<Item> items, BreachAssessment breach) {
        List<Item> missing = breach.missing();
        List<Paper.Line> lines = items.stream()
                .filter(item -> breach.find(item).isPresent() || missing.contains(item))
                .map(item -> line(item, breach))
                .toList();
        parts.add(new Paper.Heading(messages.text(heading)));
        parts.add(lines.isEmpty() ? new Paper.Text(messages.text("pack.nothing")) : new Paper.Lines(lines));
    }

    /** Advice and decision are the council's own affair; that it tells the Commissioner shows what was decided. */
    private static List<Item> shown(List<Item> items) {
        return items.stream()
                .filter(item -> Stream.of(BREACH, RISK, MEASURES, AFFECTED, NOTIFICATION, List.of(Item.CONTACT))
                        .anyMatch(section -> section.contains(item)))
                .toList();
    }

    private List<String> labels(List<Item> items) {
        return items.stream().map(item -> messages.text(item.label())).toList();
    }

    private Paper.Line line(Item item, BreachAssessment breach) {
        return breach.find(item)
                .map(answer -> said(item.label(), answer.shown()))
                .orElseGet(() -> absent(item.label()));
    }

    private Paper.Line said(String key, String text) {
        return new Paper.Line(messages.text(key), text, false);
    }

    private Paper.Line absent(String key) {
        return new Paper.Line(messages.text(key), messages.text("pack.absent"), true);
    }
}
