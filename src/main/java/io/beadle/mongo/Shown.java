package io.beadle.mongo;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the database shows of a collection to whoever has no key: the fields by which documents are looked for or put in order.
 * Everything else is encrypted.
 *
 * @param open fields shown as they are, with dots between the names of fields in fields; changed by update operators if they have none
 * @param keyed fields shown as keyed hashes, and so found by equality only
 * @param above the fields that have such fields in them
 */
record Shown(Set<String> open, Set<String> keyed, Set<String> above) {
    private static final Shown NOTHING = new Shown(Set.of(), Set.of());

    /** A collection that is not named here shows nothing but its ids: nobody forgets to encrypt one. */
    private static final Map<String, Shown> COLLECTIONS = Map.ofEntries(
            Map.entry(
                    "incidents",
                    showing(
                                    "version",
                                    "draft",
                                    "severity",
                                    "urgency",
                                    "flags",
                                    "exercise",
                                    "outboxDue",
                                    "clearDue",
                                    "personDue",
                                    "everybodyDue",
                                    "cardsDue",
                                    "reporterDue",
                                    "handOverDue",
                                    "alarmDue",
                                    "dutyDue",
                                    "untold",
                                    "tooFew",
                                    "unheld",
                                    "report.type",
                                    "report.reported",
                                    "unwitnessed",
                                    "audit.links.n",
                                    "outbox.kind",
                                    "outbox.attempts",
                                    "seek.open",
                                    "seek.held",
                                    "seek.register",
                                    "seek.closed",
                                    "seek.restricted",
                                    "seek.wave",
                                    "seek.waiting",
                                    "seek.due")
                            .keyed(
                                    "report.reporter.id",
                                    "report.reporter.lookup",
                                    "seek.owner",
                                    "seek.told",
                                    "seek.excluded",
                                    "seek.acknowledged")),
            Map.entry("audit", showing("what").keyed("says.about", "says.by")),
            Map.entry("counters", showing("last")),
            Map.entry("drafts", showing("version", "draft", "touched").keyed("_id")),
            Map.entry("sealedReporters", showing().keyed("person.id")),
            Map.entry("factsAsked", showing("at").keyed("_id")),
            Map.entry("codeGuesses", showing("tried", "hour")),
            Map.entry("evidence", showing("report", "sent", "told", "content")),
            Map.entry(
                    "waiting-files", showing("version", "report", "sent", "due").keyed("sender.id")),
            Map.entry("custody", showing("incident", "at")),
            Map.entry("personCards", showing("incident").keyed("_id")),
            Map.entry("desks", showing("desk", "conversation", "setAt", "lostAt", "replacedAt")),
            Map.entry(
                    "notices",
                    showing("version", "due", "changed", "errand.attempts").keyed("errand.member")),
            Map.entry("waves", showing("version", "type", "gathering")),
            Map.entry("paces", showing("version", "sent")),
            Map.entry("selfTestStates", showing("instance", "until", "number", "alarm", "failed", "warning")),
            Map.entry("offered-files", showing("made", "taken")),
            Map.entry("appointments", showing("version", "made").keyed("_id")),
            Map.entry("proposals", showing("version", "state", "at", "since")),
            Map.entry("settings", showing("used", "digest")),
            Map.entry("answered", showing("day").keyed("_id")),
            Map.entry("deletions", showing("count", "day", "kind")),
            Map.entry("conversations", showing("scope", "leftOn").keyed("_id", "person", "objectId")),
            Map.entry(
                    "askedQuestions",
                    showing("version", "at", "settled", "gap", "open", "enquiry.at")
                            .keyed("asker.id", "asker.conversation", "activity")),
            Map.entry("curatedAnswers", showing("version", "retired", "reviewDue")));

    private Shown(Set<String> open, Set<String> keyed) {
        this(
                open,
                keyed,
                Stream.concat(open.stream(), keyed.stream())
                        .flatMap(Shown::above)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    static Shown of(String collection) {
        return COLLECTIONS.getOrDefault(collection, NOTHING);
    }

    private static Shown showing(String... fields) {
        return new Shown(Set.of(fields), Set.of());
    }

    private Shown keyed(String... fields) {
        return new Shown(open, Set.of(fields));
    }

    boolean isOpen(String path) {
        return open.contains(path);
    }

    boolean isKeyed(String path) {
        return keyed.contains(path);
    }

    /** Whether something in the field is shown. */
    boolean isAbove(String path) {
        return above.contains(path);
    }

    private static Stream<String> above(String path) {
        return IntStream.range(0, path.length())
                .filter(i -> path.charAt(i) == '.')
                .mapToObj(i -> path.substring(0, i));
    }
}
