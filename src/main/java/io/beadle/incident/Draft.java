package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report begun and not yet sent. It follows its reporter from device to device and over restarts.
 *
 * @param id names it in card data and makes sending twice harmless
 * @param version counts the stored changes, from 0
 * @param type the report type's id; empty while it is still being asked for
 * @param step the step shown, from 0; the number of asked steps means the review, {@link #OFFERED} that the report is
 *     only offered, to somebody who has not yet said that they want it
 * @param answers what was typed or chosen, by question id, valid or not: nothing typed is lost
 * @param prefilled the keys of those answers that were read from a message and that the person has not seen to yet
 * @param asked what is being asked in words; null while it is filled in on cards
 * @param place where its card stands; null until posted
 * @param onBehalfOf for whom it is written down; null for a report of one's own
 */
public record Draft(
        String id,
        long version,
        Person reporter,
        String type,
        int step,
        Map<String, String> answers,
        Set<String> prefilled,
        @Nullable String asked,
        Instant begun,
        Instant touched,
        @Nullable Place place,
        @Nullable OnBehalfOf onBehalfOf) {
    public static final int OFFERED = -1;

    /** Beside the answers to questions, whose ids have no full stop: whether the name is to be sealed. */
    public static final String NAMING = "naming.";

    /** Beside them too: whether what becomes of it is a drill. */
    public static final String DRILL = "drill.";

    private static final String CONFIDENTIAL = "confidential";
    private static final String YES = "yes";

    /**
     * Where a draft's card stands.
     *
     * @param member the reporter's id towards this bot ({@code 29:…}), by which Beadle can write to them
     * @param card its activity id; empty while it is asked in words
     */
    public record Place(String conversation, String member, String card) {}

    public Draft {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        prefilled = Collections.unmodifiableSet(new LinkedHashSet<>(prefilled));
    }

    /**
     * A new draft.
     *
     * @param said what was in the message that began it
     */
    public static Draft begin(String id, Person reporter, String type, Map<String, String> said, Instant now) {
        return new Draft(id, 0, reporter, type, 0, said, said.keySet(), null, now, now, null, null);
    }

    public Draft answered(Map<String, String> more, Instant now) {
        Map<String, String> all = new LinkedHashMap<>(answers);
        all.putAll(more);
        return new Draft(id, version, reporter, type, step, all, prefilled, asked, begun, now, place, onBehalfOf);
    }

    /** The person has seen these answers and let them stand, or changed them. */
    public Draft confirmed(Collection<String> keys) {
        Set<String> left = new LinkedHashSet<>(prefilled);
        left.removeAll(keys);
        return new Draft(id, version, reporter, type, step, answers, left, asked, begun, touched, place, onBehalfOf);
    }

    public Draft at(int other, Instant now) {
        return new Draft(id, version, reporter, type, other, answers, prefilled, asked, begun, now, place, onBehalfOf);
    }

    /** Asked in words from now on, this first; on cards if null. */
    public Draft asking(@Nullable String what, Instant now) {
        return new Draft(id, version, reporter, type, step, answers, prefilled, what, begun, now, place, onBehalfOf);
    }

    /** Of this type from now on, with what was said with it; a drill stays one. */
    public Draft of(String chosen, Map<String, String> said, Instant now) {
        Map<String, String> all = new LinkedHashMap<>(said);
        if (isDrill()) {
            all.put(DRILL, YES);
        }
        return new Draft(id, version, reporter, chosen, 0, all, said.keySet(), asked, begun, now, place, onBehalfOf);
    }

    /** The same, of which a drill is to become. */
    public Draft drill() {
        return answered(Map.of(DRILL, YES), touched);
    }

    public boolean isDrill() {
        return YES.equals(answers.get(DRILL));
    }

    /** Written down for somebody outside Teams. */
    public Draft onBehalfOf(OnBehalfOf teller) {
        return new Draft(id, version, reporter, type, step, answers, prefilled, asked, begun, touched, place, teller);
    }

    public Draft shownIn(Place where) {
        return new Draft(
                id, version, reporter, type, step, answers, prefilled, asked, begun, touched, where, onBehalfOf);
    }

    /** The activity id of its card; null until posted. */
    public @Nullable String card() {
        return place == null ? null : place.card();
    }

    /** The same under the id by which it was asked for: of an anonymous one only a digest is stored. */
    public Draft withId(String known) {
        return new Draft(
                known, version, reporter, type, step, answers, prefilled, asked, begun, touched, place, onBehalfOf);
    }

    public boolean isOffered() {
        return step == OFFERED;
    }

    /** Its reporter's name is to be sealed (G8). */
    public Draft inConfidence() {
        return answered(Map.of(NAMING, CONFIDENTIAL), touched);
    }

    public boolean isInConfidence() {
        return CONFIDENTIAL.equals(answers.get(NAMING));
    }

    /** Whether nothing was filled in yet. */
    public boolean isEmpty() {
        return onBehalfOf == null && answers.values().stream().allMatch(String::isEmpty);
    }

    /** The id alone: nothing of a report reaches a log. */
    @Override
    public String toString() {
        return "Draft[" + id + "@" + version + "]";
    }
}
