package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report begun and not yet sent. It follows its reporter from device to device and over restarts.
 *
 * @param id names it in card data and makes sending twice harmless
 * @param version counts the stored changes, from 0
 * @param step the step shown, from 0; the number of asked steps means the review, {@link #OFFERED} that the report is
 *     only offered, to somebody who has not yet said that they want it
 * @param answers what was typed or chosen, by question id, valid or not: nothing typed is lost
 * @param conversation where its card stands, and {@code card} that card's activity id; null until posted
 */
public record Draft(
        String id,
        long version,
        Person reporter,
        String type,
        int step,
        Map<String, String> answers,
        Instant begun,
        Instant touched,
        @Nullable String conversation,
        @Nullable String card) {
    public static final int OFFERED = -1;

    public Draft {
        answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    public static Draft begin(String id, Person reporter, String type, Map<String, String> said, Instant now) {
        return new Draft(id, 0, reporter, type, 0, said, now, now, null, null);
    }

    public Draft answered(Map<String, String> more, Instant now) {
        Map<String, String> all = new LinkedHashMap<>(answers);
        all.putAll(more);
        return new Draft(id, version, reporter, type, step, all, begun, now, conversation, card);
    }

    public Draft at(int other, Instant now) {
        return new Draft(id, version, reporter, type, other, answers, begun, now, conversation, card);
    }

    public Draft shownIn(String where, String activity) {
        return new Draft(id, version, reporter, type, step, answers, begun, touched, where, activity);
    }

    /** The same under the id by which it was asked for: of an anonymous one only a digest is stored. */
    public Draft withId(String known) {
        return new Draft(known, version, reporter, type, step, answers, begun, touched, conversation, card);
    }

    public boolean isOffered() {
        return step == OFFERED;
    }

    /** Whether nothing was filled in yet. */
    public boolean isEmpty() {
        return answers.values().stream().allMatch(String::isEmpty);
    }

    /** The id alone: nothing of a report reaches a log. */
    @Override
    public String toString() {
        return "Draft[" + id + "@" + version + "]";
    }
}
