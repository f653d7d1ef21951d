package io.beadle.register;

import io.beadle.content.DeskActs;
import io.beadle.privacy.StoredWords.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds in one document after another where somebody is mentioned, and what speaks for keeping it back. */
final class Mentions {
    private static final String NAME = "name";
    private static final Set<String> TIMES = Set.of("at", "reported", "asked", "sent", "made", "changed");
    private static final Set<String> POLICE = Set.of("police-pause", "police-pause-end", "forensic");

    private final Sought sought;
    private final Collection<String> others;
    private final DeskActs acts;
    private final Consumer<Mention> found;

    /** @param others the names of other people who are known */
    Mentions(Sought sought, Collection<String> others, DeskActs acts, Consumer<Mention> found) {
        this.sought = sought;
        this.others = others;
        this.acts = acts;
        this.found = found;
    }

    /** Where one is in a document: what was met on the way there. */
    private record Place(
            Stored stored, List<String> path, @Nullable Instant at, Map<?, ?> by, String act, Set<Mention.Mark> marks) {
        Place in(String name) {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            return new Place(stored, longer, at, by, act, marks);
        }
    }

    void in(Stored stored) {
        Set<Mention.Mark> marks = EnumSet.noneOf(Mention.Mark.class);
        Map<String, Object> content = stored.content();
        if (stored.collection().equals("sealedReporters") || isWithoutName(content)) {
            marks.add(Mention.Mark.SEALED);
        }
        if (content.get("seek") instanceof Map<?, ?> seek && Boolean.TRUE.equals(seek.get("restricted"))) {
            marks.add(Mention.Mark.RESTRICTED);
        }
        if (content.get("ledger") instanceof List<?> ledger
                && ledger.stream()
                        .anyMatch(line -> line instanceof Map<?, ?> map && "counter-fraud".equals(map.get("role")))) {
            marks.add(Mention.Mark.CRIME_PREVENTION);
        }
        map(content, new Place(stored, List.of(), null, Map.of(), "", marks));
    }

    private static boolean isWithoutName(Map<String, Object> content) {
        return content.get("report") instanceof Map<?, ?> report
                && report.get("reporter") instanceof Map<?, ?> reporter
                && (reporter.containsKey("sealed") || reporter.containsKey("lookup"));
    }

    private void map(Map<?, ?> map, Place outer) {
        Place place = within(map, outer);
        if (isPerson(map)) {
            if (sought.is(text(map, "id")) || sought.isNamedBy(text(map, NAME))) {
                found(text(map, NAME) + " (" + text(map, "id") + ")", "", true, place);
            }
            return;
        }
        String asked = text(map, "asked");
        map.forEach((key, value) -> {
            String name = String.valueOf(key);
            // what can be looked for is in the words beside it, and a chain has none
            boolean twice = name.equals("value") && value instanceof String same && same.equals(map.get("shown"));
            if (!twice && !name.equals("audit") && !name.equals("seek")) {
                value(value, asked, place.in(name));
            }
        });
    }

    private void value(@Nullable Object value, String asked, Place place) {
        if (value instanceof Map<?, ?> map) {
            map(map, place);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> value(item, asked, place));
        } else if (value instanceof String text && sought.isIn(text)) {
            found(text, asked, false, place);
        }
    }

    private static Place within(Map<?, ?> map, Place place) {
        Instant at = place.at;
        for (String time : TIMES) {
            if (map.get(time) instanceof Date date) {
                at = date.toInstant();
            }
        }
        return new Place(
                place.stored,
                place.path,
                at,
                map.get("by") instanceof Map<?, ?> by ? by : place.by,
                map.containsKey("answers") && map.containsKey("act") ? text(map, "act") : place.act,
                place.marks);
    }

    private void found(String words, String asked, boolean isPerson, Place place) {
        Set<Mention.Mark> marks = EnumSet.noneOf(Mention.Mark.class);
        marks.addAll(place.marks);
        boolean byAnother = !place.by.isEmpty() && !sought.is(text(place.by, "id"));
        if ((byAnother && !isPerson) || others.stream().anyMatch(words::contains)) {
            marks.add(Mention.Mark.THIRD_PARTY);
        }
        if (acts.find(place.act).filter(rule -> !rule.seenBy().isEmpty()).isPresent()) {
            marks.add(Mention.Mark.PRIVILEGED);
        }
        if (POLICE.contains(place.act)) {
            marks.add(Mention.Mark.CRIME_PREVENTION);
        }
        found.accept(new Mention(
                place.stored.collection(),
                place.stored.id(),
                String.join(" / ", place.path),
                asked,
                place.at,
                text(place.by, NAME),
                words,
                marks));
    }

    static boolean isPerson(Map<?, ?> map) {
        return map.get("id") instanceof String && map.get(NAME) instanceof String;
    }

    static String text(Map<?, ?> map, String field) {
        return map.get(field) instanceof String text ? text : "";
    }
}
