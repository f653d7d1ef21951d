package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.knowledge.ClauseChange;
import io.beadle.knowledge.PolicyVersion;
import io.beadle.knowledge.VersionChanges;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The clauses of a policy that changed, as they were and as they are. */
@Component
public final class ChangesCard {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** More are counted only: a card is read on a telephone. */
    private static final int SHOWN = 10;

    /** For all clauses together, in characters of JSON. */
    private static final int ROOM = 8000;

    private final CardTemplates templates;
    private final Messages messages;
    private final ZoneId zone;

    public ChangesCard(CardTemplates templates, Messages messages, ZoneId zone) {
        this.templates = templates;
        this.messages = messages;
        this.zone = zone;
    }

    public Card of(VersionChanges changes) {
        String policy = changes.after().policy().title();
        List<ClauseChange> shown = changes.clauses().stream().limit(SHOWN).toList();
        int more = changes.clauses().size() - shown.size();
        List<String> texts =
                Excerpts.of(shown.stream().flatMap(ChangesCard::texts).toList(), ROOM, messages.text("changes.cut"));
        Map<String, Object> data = new HashMap<>();
        data.put("summary", messages.text("changes.summary"));
        data.put("title", Markdown.escape(messages.text("changes.title", policy)));
        data.put("versions", versions(changes));
        data.put("before", messages.text("changes.before"));
        data.put("now", messages.text("changes.now"));
        data.put("changes", entries(shown, texts));
        data.put("more", more == 0 ? null : messages.text("changes.more", String.valueOf(more)));
        return new Card(templates.render("changes", data), messages.text("changes.summary"));
    }

    /** Such as {@code 3 March 2026}. */
    public String day(Instant time) {
        return DAY.format(LocalDate.ofInstant(time, zone));
    }

    private String versions(VersionChanges changes) {
        return Markdown.escape(messages.text(
                "changes.versions",
                name(changes.before()),
                name(changes.after()),
                day(changes.after().since())));
    }

    private String name(PolicyVersion version) {
        String number = version.policy().version();
        String file = version.policy().document();
        return number == null ? file : messages.text("changes.version", file, number);
    }

    private static Stream<String> texts(ClauseChange change) {
        return switch (change) {
            case ClauseChange.Added added -> Stream.of(added.text());
            case ClauseChange.Removed removed -> Stream.of(removed.text());
            case ClauseChange.Changed changed -> Stream.of(changed.before(), changed.after());
        };
    }

    /** @param texts of all changes, one after the other, as they fit */
    private List<Map<String, Object>> entries(List<ClauseChange> changes, List<String> texts) {
        List<Map<String, Object>> entries = new ArrayList<>();
        int at = 0;
        for (ClauseChange change : changes) {
            entries.add(
                    switch (change) {
                        case ClauseChange.Added added ->
                            entry("changes.added", "changes.added.in", change, null, texts.get(at++));
                        case ClauseChange.Removed removed ->
                            entry("changes.removed", "changes.removed.in", change, texts.get(at++), null);
                        case ClauseChange.Changed changed ->
                            entry("changes.changed", "changes.changed.in", change, texts.get(at++), texts.get(at++));
                    });
        }
        return entries;
    }

    private Map<String, Object> entry(
            String kind, String kindIn, ClauseChange change, @Nullable String before, @Nullable String after) {
        String place = Stream.of(change.section(), change.heading())
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        Map<String, Object> entry = new HashMap<>();
        entry.put("place", Markdown.escape(place.isEmpty() ? messages.text(kind) : messages.text(kindIn, place)));
        entry.put("was", before);
        entry.put("is", after);
        return entry;
    }
}
