package io.beadle.incident.mongo;

import io.beadle.incident.Passages;
import io.beadle.incident.TimelineEntry;
import io.beadle.privacy.Content;
import io.beadle.privacy.Trail;
import io.beadle.privacy.mongo.LinkDocuments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The chain of an incident, in the incident's own document: it grows in the write that changes the incident, so that no crash can
 * part them. What of the document it keeps watch over is all but the outbox, what stands beside to poll and search by, and
 * how far the clock is with a duty: leases and attempts are no change of an incident.
 */
final class Audited {
    /** The field with the chain. */
    static final String AUDIT = "audit";

    /** There where the instance's chain has not witnessed yet how it ends. */
    static final String UNWITNESSED = "unwitnessed";

    private static final List<String> ADDED_TO = List.of("acknowledgements", "statements", "acts", "timeline");
    private static final List<String> CHANGING =
            List.of("severity", "missing", "desk", "exercise", "wave", "reporterChat", "ledger");

    private Audited() {}

    /** A new incident with the beginning of its chain. */
    static Document begun(Document incident, Instant at) {
        return with(
                Trail.of(reference(incident)).begin(content(incident), TimelineEntry.Kind.REPORTED.name(), at),
                incident,
                true);
    }

    /** The incident as it is to be stored, with the chain of the one it replaces grown by the change. */
    static Document grown(Document before, Document after, Instant at) {
        Trail trail = trail(before);
        Trail grown = trail.grow(
                content(before), content(after), what(before, after), Passages.areChangedBy(acts(before, after)), at);
        return with(grown, after, !grown.equals(trail) || before.containsKey(UNWITNESSED));
    }

    private static Document with(Trail trail, Document incident, boolean unwitnessed) {
        incident.append(AUDIT, document(trail));
        return unwitnessed ? incident.append(UNWITNESSED, true) : incident;
    }

    static Document document(Trail trail) {
        return new Document("salt", trail.salt())
                .append(
                        "links",
                        trail.links().stream().map(LinkDocuments::document).toList());
    }

    static Trail trail(Document incident) {
        Document stored = incident.get(AUDIT) instanceof Document audit ? audit : new Document();
        return new Trail(
                reference(incident),
                stored.get("links") instanceof List<?> links
                        ? links.stream()
                                .filter(Document.class::isInstance)
                                .map(link -> LinkDocuments.link((Document) link))
                                .toList()
                        : List.of(),
                stored.get("salt") instanceof String salt ? salt : "");
    }

    static String reference(Document incident) {
        return incident.getString("_id");
    }

    static Content content(Document incident) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("report", incident.get("report", Document.class));
        parts.put("draft", incident.getString("draft"));
        for (String list : ADDED_TO) {
            List<Document> all = list(incident, list);
            for (int i = 0; i < all.size(); i++) {
                parts.put(list + '/' + i, without(all.get(i), "held"));
            }
        }
        Document closing = incident.get("closing", Document.class);
        if (closing != null) {
            parts.put("closing", closing);
        }
        Map<String, Object> rest = new LinkedHashMap<>();
        CHANGING.stream()
                .filter(field -> incident.get(field) != null)
                .forEach(field -> rest.put(field, incident.get(field)));
        rest.put("flags", new TreeSet<>(Fields.texts(incident, "flags")));
        rest.put(
                "held",
                list(incident, "statements").stream()
                        .filter(said -> said.getBoolean("held", false))
                        .map(said -> said.getString("key"))
                        .toList());
        rest.put(
                "duties",
                list(incident, "duties").stream()
                        .map(duty -> without(duty, "taken", "next"))
                        .toList());
        return new Content(parts, rest);
    }

    private static List<Document> list(Document incident, String field) {
        return incident.getList(field, Document.class, List.of());
    }

    private static Document without(Document document, String... fields) {
        Document rest = new Document(document);
        for (String field : fields) {
            rest.remove(field);
        }
        return rest;
    }

    /** In chosen values: what the timeline says of the change, or else what kind of change it is. */
    private static String what(Document before, Document after) {
        List<String> what = new ArrayList<>();
        added(before, after, "timeline").forEach(entry -> what.add(entry.getString("kind")));
        acts(before, after).forEach(act -> what.add("act:" + act));
        if (what.isEmpty()) {
            what.add(Objects.equals(ledger(before), ledger(after)) ? "SETTLED" : "TOLD");
        }
        return what.stream().distinct().collect(Collectors.joining("+"));
    }

    private static @Nullable Object ledger(Document incident) {
        return incident.get("ledger");
    }

    private static List<String> acts(Document before, Document after) {
        return added(before, after, "acts").stream()
                .map(act -> act.getString("act"))
                .toList();
    }

    private static List<Document> added(Document before, Document after, String field) {
        List<Document> all = list(after, field);
        return all.subList(Math.min(list(before, field).size(), all.size()), all.size());
    }
}
