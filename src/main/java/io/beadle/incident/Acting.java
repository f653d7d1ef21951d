package io.beadle.incident;

import io.beadle.content.DeskAct;
import io.beadle.people.Person;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an act does to an incident, and why it cannot be done; who may do it is not its concern. */
public record Acting(DeskAct rule) {
    /** How an incident ends that turned out to be part of another (G19). */
    static final String MERGED = "merged";

    private static final String NO_INCIDENT = "no-incident";
    private static final String DUTY = "duty";

    /** Why an act cannot be done. */
    public enum Refusal {
        /** Not with an incident that is so far, or not yet. */
        STATE,
        /** What it is about is gone, done, or answered by somebody else meanwhile. */
        GONE,
        /** Whoever did what it is about may not do this too. */
        SAME_PERSON,
        /** Duties are open that must be done or waived before. */
        DUTIES,
        /** Only a few may know of it, and it would be told to everybody (G10). */
        RESTRICTED
    }

    /**
     * Why it cannot be done; empty where it can.
     *
     * @param about what it is about, empty for the incident itself
     */
    public Optional<Refusal> refusal(Incident incident, Person by, String about) {
        Facts facts = new Facts(incident);
        CaseFile file = new CaseFile(incident);
        if (!rule.states().contains(file.state())
                || (rule.when() != null && !rule.when().hold(facts))) {
            return Optional.of(Refusal.STATE);
        }
        if (!hasEffect(incident)) {
            return Optional.of(Refusal.STATE);
        }
        if (rule.effect() == DeskAct.Effect.CLOSE && !incident.hindrances().isEmpty()) {
            return Optional.of(Refusal.DUTIES);
        }
        if (rule.about() == null) {
            return Optional.empty();
        }
        if (rule.about().equals(DUTY)) {
            return incident.duty(about).filter(Duty::isOpen).isPresent() ? Optional.empty() : Optional.of(Refusal.GONE);
        }
        Optional<Act> first = file.unanswered(rule.about(), Set.of(rule.id())).stream()
                .filter(act -> act.key().equals(about))
                .findFirst();
        if (first.isEmpty()) {
            return Optional.of(Refusal.GONE);
        }
        return rule.byAnother() && first.get().by().is(by) ? Optional.of(Refusal.SAME_PERSON) : Optional.empty();
    }

    /** Whether there is something for it to change. */
    private boolean hasEffect(Incident incident) {
        return switch (rule.effect()) {
            case ASK -> incident.canBeAsked();
            case QUARANTINE -> new Custody(incident).files() > 0 && !new Custody(incident).isQuarantined();
            case RELEASE_EVIDENCE -> new Custody(incident).isQuarantined();
            case UNRESTRICT -> new CaseFile(incident).isRestricted();
            case REDACT -> !new Passages(incident).typed().isEmpty();
            case RECTIFY -> !new Passages(incident).all().isEmpty();
            case ERASE ->
                !new Passages(incident).people().isEmpty()
                        && new CaseFile(incident).legalHolds().isEmpty();
            case RECORD,
                    ASSIGN,
                    SEVERITY,
                    MATRIX,
                    RESTRICT,
                    JOIN,
                    WAIVE,
                    CLOSE,
                    NO_INCIDENT,
                    RELEASE_WARNING,
                    HAND_OVER,
                    ICO_PACK -> true;
        };
    }

    /**
     * What it can be about: the keys of the open duties, or of the acts that nobody has answered so yet; empty where it is about
     * the incident itself.
     */
    public List<String> subjects(Incident incident, Person by) {
        String about = rule.about();
        if (about == null) {
            return List.of();
        }
        return (about.equals(DUTY)
                        ? incident.duties().stream().filter(Duty::isOpen).map(Duty::key)
                        : new CaseFile(incident)
                                .unanswered(about, Set.of(rule.id())).stream().map(Act::key))
                .filter(key -> refusal(incident, by, key).isEmpty())
                .toList();
    }

    /** Whether it can be offered: not refused, with something to be about. */
    public boolean isPossible(Incident incident, Person by) {
        return rule.about() == null
                ? refusal(incident, by, "").filter(why -> why != Refusal.DUTIES).isEmpty()
                : !subjects(incident, by).isEmpty();
    }

    /** The incident after the act; the same if it was done before, or cannot be done. */
    public Incident on(Incident incident, Act act) {
        if (new CaseFile(incident).find(act.key()).isPresent()
                || refusal(incident, act.by(), act.value(Act.ABOUT)).isPresent()) {
            return incident;
        }
        Incident done = new Change(incident).act(act).incident();
        return switch (rule.effect()) {
            case SEVERITY, MATRIX ->
                new Change(done)
                        .found(severity(act.value("severity"), incident))
                        .incident();
            case WAIVE ->
                new Change(done)
                        .end(duty -> duty.key().equals(act.value(Act.ABOUT)), act.at(), act.by(), Duty.End.WAIVED)
                        .incident();
            case CLOSE -> done.close(act.value("outcome"), act.by(), act.at());
            case NO_INCIDENT -> done.end(NO_INCIDENT, act.by(), act.at());
            case JOIN -> done.end(MERGED, act.by(), act.at());
            case ASK -> done.say(new Said.Asked(act.key(), act.value("text"), act.by()), act.at());
            case QUARANTINE -> new Custody(done).quarantine(act.by(), act.at());
            case RELEASE_EVIDENCE -> new Custody(done).release(act.by(), act.at());
            case HAND_OVER -> new Change(done).tell(HandOver.asked(act)).incident();
            case REDACT, RECTIFY ->
                new Change(corrected(incident, act)).act(act).incident();
            case ERASE -> erased(done, act);
            case RECORD, ASSIGN, RESTRICT, UNRESTRICT, RELEASE_WARNING, ICO_PACK -> done;
        };
    }

    /** Before the act is in it: what the act itself says stays. */
    private Incident corrected(Incident incident, Act act) {
        String instead = act.value(rule.effect() == DeskAct.Effect.REDACT ? Passages.INSTEAD : "to");
        return new Passages(incident)
                .find(act.value(Passages.PASSAGE))
                .map(passage -> {
                    Rewriting rewriting = new Rewriting(incident);
                    if (passage.key().equals(Passages.TELLER)) {
                        return rewriting.teller(instead, false);
                    }
                    String id = passage.key().substring(passage.key().indexOf('/') + 1);
                    return passage.kind().isPerson()
                            ? rewriting.person(id, new Person(id, instead))
                            : rewriting.words(passage.words(), instead);
                })
                .orElse(incident);
    }

    /** After the act is in it: whoever is erased is named by no act, this one included. */
    private static Incident erased(Incident done, Act act) {
        String instead = act.value(Passages.INSTEAD);
        return new Passages(done)
                .find(act.value(Passages.PASSAGE))
                .map(passage -> {
                    Rewriting rewriting = new Rewriting(done);
                    if (passage.key().equals(Passages.TELLER)) {
                        return rewriting.teller(instead, true);
                    }
                    String id = passage.key().substring(passage.key().indexOf('/') + 1);
                    Incident erased = rewriting.person(id, new Person("erased-" + act.key(), instead));
                    return passage.kind() == Passage.Kind.REPORTER ? Rewriting.withoutChat(erased) : erased;
                })
                .orElse(done);
    }

    private static Severity severity(String chosen, Incident incident) {
        return chosen.isEmpty() ? incident.severity() : Severity.valueOf(chosen.toUpperCase(Locale.ROOT));
    }
}
