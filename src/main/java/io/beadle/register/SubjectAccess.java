package io.beadle.register;

import io.beadle.content.DeskActs;
import io.beadle.content.Messages;
import io.beadle.privacy.StoredWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The working pack for a subject access request (G15): everything that is stored about somebody, with what speaks for keeping
 * it back marked for a person to decide. It is for the information-rights team, and never for whoever asked.
 */
@Component
public final class SubjectAccess {
    /** Names of fewer words are too many people's. */
    private static final int FULL_NAME = 2;

    private final StoredWords stored;
    private final DeskActs acts;
    private final Messages messages;
    private final Times times;

    public SubjectAccess(StoredWords stored, DeskActs acts, Messages messages, ZoneId zone) {
        this.stored = stored;
        this.acts = acts;
        this.messages = messages;
        this.times = new Times(zone);
    }

    /** What was found, and how many places. */
    public record Pack(List<Table> tables, int mentions) {
        @Override
        public String toString() {
            return "Pack[" + mentions + "]";
        }
    }

    /**
     * The pack about somebody.
     *
     * @param said a name, an id or an e-mail address; what else is known of whoever it is of, is looked for too
     * @param open the incidents that whoever reads it may know of, by reference
     */
    public Pack about(String said, Predicate<String> open, Instant now) {
        Map<String, Set<String>> people = people();
        Sought sought = new Sought(said);
        Map<String, Set<String>> known = known(sought, people);
        Set<String> others = people.entrySet().stream()
                .filter(person -> !known.containsKey(person.getKey()))
                .flatMap(person -> person.getValue().stream())
                .filter(name -> name.strip().split("\\s+").length >= FULL_NAME && !sought.isNamedBy(name))
                .collect(Collectors.toSet());
        List<Mention> found = new ArrayList<>();
        Mentions mentions = new Mentions(sought, others, acts, found::add);
        stored.each(document -> {
            if (!document.collection().equals("incidents") || open.test(document.id())) {
                mentions.in(document);
            }
        });
        return new Pack(List.of(cover(said, known, found, now), sheet(found)), found.size());
    }

    /** The names of everybody who is stored as somebody, by id. */
    private Map<String, Set<String>> people() {
        Map<String, Set<String>> people = new LinkedHashMap<>();
        stored.each(document -> people(document.content(), people));
        return people;
    }

    private static void people(Object value, Map<String, Set<String>> people) {
        if (value instanceof Map<?, ?> map) {
            if (Mentions.isPerson(map)) {
                people.computeIfAbsent(Mentions.text(map, "id"), id -> new TreeSet<>())
                        .add(Mentions.text(map, "name"));
            }
            map.values().forEach(inner -> people(inner, people));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> people(inner, people));
        }
    }

    /** Those of the people who are looked for, by id; from now on by each of their ids and names. */
    private static Map<String, Set<String>> known(Sought sought, Map<String, Set<String>> people) {
        Map<String, Set<String>> known = people.entrySet().stream()
                .filter(person ->
                        sought.is(person.getKey()) || person.getValue().stream().anyMatch(sought::isNamedBy))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        known.forEach((id, names) -> {
            sought.add(id);
            names.forEach(sought::add);
        });
        return known;
    }

    private Table cover(String said, Map<String, Set<String>> known, List<Mention> found, Instant now) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(messages.text("sar.sought"), said));
        known.forEach((id, names) ->
                rows.add(List.of(messages.text("sar.known"), String.join(", ", names) + " (" + id + ")")));
        rows.add(List.of(messages.text("sar.when"), times.written(now)));
        rows.add(List.of(messages.text("sar.found"), Integer.toString(found.size())));
        Stream.of(Mention.Mark.values())
                .forEach(mark -> rows.add(List.of(
                        messages.text("sar.marked", messages.text(key(mark))),
                        Long.toString(found.stream()
                                .filter(mention -> mention.marks().contains(mark))
                                .count()))));
        rows.add(List.of(messages.text("sar.not"), messages.text("sar.not.what")));
        return new Table(
                messages.text("sar.cover"), List.of(column("about"), column("what")), rows, messages.text("sar.never"));
    }

    private Table sheet(List<Mention> found) {
        return new Table(
                messages.text("sar.mentions"),
                Stream.of("where", "id", "part", "asked", "at", "by", "words", "marks", "decision")
                        .map(this::column)
                        .toList(),
                found.stream().map(this::row).toList(),
                messages.text("sar.never"));
    }

    private Table.Column column(String name) {
        return new Table.Column(messages.text("sar.column." + name), false);
    }

    private List<String> row(Mention mention) {
        Instant at = mention.at();
        return List.of(
                mention.collection(),
                mention.id(),
                mention.part(),
                mention.asked(),
                at == null ? "" : times.sorted(at),
                mention.by(),
                mention.words(),
                mention.marks().stream().map(mark -> messages.text(key(mark))).collect(Collectors.joining("; ")),
                "");
    }

    private static String key(Mention.Mark mark) {
        return "sar.mark." + mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
