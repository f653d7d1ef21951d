package io.beadle.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A hand-over to another system under way (G30).
 *
 * @param message that asks for it
 * @param claim under which it is done; what is done under a claim that is void changes nothing
 */
public record HandOver(OutboxMessage message, String claim) {
    private static final String PREFIX = "hand-over/";

    /** The act by which their reference is recorded, by a person or here. */
    private static final String REFERENCE_ACT = "hand-over-reference";

    private static final String REFERENCE = "reference";

    static OutboxMessage asked(Act act) {
        return new OutboxMessage(
                PREFIX + act.key(), OutboxMessage.Kind.HAND_OVER, null, null, act.at(), 0, null, null, false, false);
    }

    /** The key of the act that asked for it. */
    public String act() {
        return message.key().substring(PREFIX.length());
    }

    /**
     * The incident once the other system has it.
     *
     * @param theirs their reference, where they gave one: it is recorded in the name of whoever handed it over
     */
    public Incident taken(Incident incident, Optional<String> theirs, Instant at) {
        if (!incident.holds(message, claim)) {
            return incident;
        }
        Change change = settled(incident, at).entry(at, TimelineEntry.Kind.HANDED_OVER, null);
        Optional<Act> asked = new CaseFile(incident).find(act());
        if (theirs.isPresent() && asked.isPresent()) {
            List<Answer> answers = new ArrayList<>();
            answers.add(new Answer(Act.ABOUT, "", act(), "", false));
            answers.add(new Answer(REFERENCE, "", theirs.get(), theirs.get(), false));
            change.act(new Act(
                    act() + "-" + REFERENCE, REFERENCE_ACT, at, asked.get().by(), answers));
        }
        return change.tell(OutboxMessage.deskCard(at)).incident();
    }

    /** The incident when it will not be handed over: somebody has to see to it. */
    public Incident refused(Incident incident, Instant at) {
        return incident.holds(message, claim)
                ? settled(incident, at)
                        .entry(at, TimelineEntry.Kind.NOT_HANDED_OVER, null)
                        .tell(OutboxMessage.deskCard(at))
                        .incident()
                : incident;
    }

    private Change settled(Incident incident, Instant at) {
        return new Change(incident).outbox(new Outbox(incident.outbox()).settled(message, claim, at));
    }
}
