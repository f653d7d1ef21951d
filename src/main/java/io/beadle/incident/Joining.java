package io.beadle.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A report turns out to belong to another incident (G19). It keeps its reporter, facts and times where it is; what counts for
 * the whole of it is noted on the other: when it was first noticed, for the clock, and who must not know.
 *
 * @param from the report
 * @param act by which it is joined
 */
public record Joining(Incident from, Act act) {
    /** The act that notes it on the other incident, and its fields. */
    public static final String JOINED = "joined";

    /** The act by which a wave is joined, done about its lead, and the field that names the other incident. */
    public static final String WAVE = "join-wave";

    public static final String INTO = "into";

    public static final String REFERENCE = "reference";
    static final String NOTICED = "noticed";
    static final String EXCLUDED = "excluded";
    private static final Comparator<Incident> ORDER = Comparator.comparing(
                    (Incident incident) -> incident.report().reported())
            .thenComparing(Incident::reference);

    private static final String REPORTED = "reported";
    private static final String REPORTER = "reporter";

    /** Whether both may be one: a restricted incident and one that everybody sees may not, or one would tell of the other. */
    public boolean fits(Incident target) {
        return !target.reference().equals(from.reference())
                && target.isOpen()
                && target.exercise() == from.exercise()
                && isInOrder(target)
                && new CaseFile(target).isRestricted() == new CaseFile(from).isRestricted();
    }

    /**
     * Whether joining it closes no circle: what other reports were joined to is joined to an earlier one only. Asked again of the
     * incident as it is when it is closed, this keeps two that are joined to each other at the same moment from both being closed.
     */
    public boolean isInOrder(Incident target) {
        return new CaseFile(from).joined().isEmpty() || ORDER.compare(target, from) < 0;
    }

    /**
     * A member of a wave whose lead was joined to another incident by that act: it belongs there too, and is closed. Of what came
     * after the act, and of what is closed, nothing changes.
     */
    public static Incident withWave(Incident member, Act act) {
        return member.wave() == null
                        || !member.isOpen()
                        || member.report().reported().isAfter(act.at())
                ? member
                : new Change(member).act(act).incident().end(Acting.MERGED, act.by(), act.at());
    }

    /** The other incident knowing of it; unchanged if it does already, or they do not fit. */
    public Incident into(Incident target) {
        if (!fits(target) || new CaseFile(target).find(act.key()).isPresent()) {
            return target;
        }
        return new Change(target)
                .act(new Act(act.key(), JOINED, act.at(), act.by(), answers()))
                .incident();
    }

    private List<Answer> answers() {
        CaseFile file = new CaseFile(from);
        Instant noticed = file.noticed();
        List<Answer> answers = new ArrayList<>();
        answers.add(said(REFERENCE, from.reference()));
        answers.add(said(NOTICED, noticed.toString()));
        answers.add(said(REPORTED, from.report().reported().toString()));
        from.report().reporter().named().ifPresent(person -> answers.add(said(REPORTER, person.id(), person.name())));
        if (!file.excluded().isEmpty()) {
            answers.add(said(EXCLUDED, String.join(",", file.excluded())));
        }
        return answers;
    }

    private static Answer said(String field, String value) {
        return said(field, value, value);
    }

    private static Answer said(String field, String value, String shown) {
        return new Answer(field, field, value, shown, false);
    }
}
