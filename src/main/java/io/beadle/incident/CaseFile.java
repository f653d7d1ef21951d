package io.beadle.incident;

import io.beadle.content.DeskAct;
import io.beadle.content.Question;
import io.beadle.people.Person;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the acts of an incident make of it. */
public record CaseFile(Incident incident) {
    /** The flag of a report that is restricted from the first word (G10). */
    public static final String RESTRICTED = "restricted";

    /** The act that restricts it. */
    static final String RESTRICT = "restrict";

    /** Whether it is a personal data breach. */
    public enum Breach {
        YES,
        /** Personal data is or may be in it, and the data protection officer has not said yet what it is (G3). */
        MAYBE,
        NO
    }

    private static final Set<String> NO_BREACH = Set.of("event", "weakness", "near-miss");

    /** How an incident ends whose breach is another one's, or that was none. */
    private static final Set<String> NO_BREACH_OF_ITS_OWN = Set.of("merged", "no-incident");

    private static final String PERSON = "person";
    private static final String NOTICED = "noticed";

    public DeskAct.State state() {
        if (!incident.isOpen()) {
            return DeskAct.State.CLOSED;
        }
        return incident.isAcknowledged() ? DeskAct.State.ACKNOWLEDGED : DeskAct.State.OPEN;
    }

    /** Every act of that id, earliest first. */
    public List<Act> all(String act) {
        return incident.acts().stream().filter(done -> done.act().equals(act)).toList();
    }

    public Optional<Act> latest(String act) {
        return all(act).stream().reduce((earlier, later) -> later);
    }

    public Optional<Act> find(String key) {
        return incident.acts().stream().filter(done -> done.key().equals(key)).findFirst();
    }

    /** What the latest act of that id says in a field; empty if nothing. */
    public String latest(String act, String field) {
        return latest(act).map(done -> done.value(field)).orElse("");
    }

    /** The acts of that id which no act named there is about yet, earliest first. */
    public List<Act> unanswered(String act, Set<String> answeredBy) {
        return all(act).stream()
                .filter(done -> incident.acts().stream()
                        .noneMatch(other -> answeredBy.contains(other.act())
                                && other.value(Act.ABOUT).equals(done.key())))
                .toList();
    }

    /** The legal holds that stand: nothing of it is deleted (G14). */
    public List<Act> legalHolds() {
        return unanswered("legal-hold", Set.of("legal-hold-end"));
    }

    /** Who deals with it, as it was last assigned; the name is on the act. */
    public Optional<Answer> owner() {
        return latest("assign").stream()
                .flatMap(act -> act.answers().stream())
                .filter(answer -> answer.question().equals(PERSON))
                .findFirst();
    }

    /**
     * Whether only those may know of it who were told in person (G10): its type or an answer says so, somebody could be in
     * danger (G1), or an officer restricted it. What was done last counts.
     */
    public boolean isRestricted() {
        return incident.acts().stream()
                .map(Act::act)
                .filter(act -> act.equals(RESTRICT) || act.equals("unrestrict"))
                .reduce((earlier, later) -> later)
                .map(RESTRICT::equals)
                .orElseGet(() -> incident.flags().contains(RESTRICTED) || mayBeDanger());
    }

    /** Whether somebody could be in danger because of it, or the reporter is not sure (G1). */
    public boolean mayBeDanger() {
        return incident.current("danger")
                .filter(answer -> answer.value().equals("yes") || answer.value().equals("unsure"))
                .isPresent();
    }

    /** Whether somebody has said how severe it is; until then the severity is provisional (G18). */
    public boolean isConfirmed() {
        return latest("severity").isPresent() || latest("matrix").isPresent();
    }

    /** As the data protection officer said last; before, as the report has it. A question left open counts as a yes (G3). */
    public Breach breach() {
        Optional<Act> said = incident.acts().stream()
                .filter(act -> act.act().equals("assess")
                        || (act.act().equals("looked") && !act.value("breach").equals("unsure")))
                .reduce((earlier, later) -> later);
        if (said.isPresent()) {
            return said.get().value("breach").equals("no") ? Breach.NO : Breach.YES;
        }
        Set<String> reported = new Facts(incident).apply("personal-data");
        return reported.isEmpty() || reported.contains("no") ? Breach.NO : Breach.MAYBE;
    }

    /** Whether the register of breaches may have an entry of it; that says which it has. A drill has none. */
    public boolean mayBeInRegister() {
        return !incident.exercise() && (mayBeBreach() || latest("decide").isPresent());
    }

    /** Whether it may be a breach of its own, by what was found and by how it ended. */
    public boolean mayBeBreach() {
        boolean ended = incident.closing() != null
                && NO_BREACH_OF_ITS_OWN.contains(incident.closing().outcome());
        return !ended && !NO_BREACH.contains(latest("classify", "kind")) && breach() != Breach.NO;
    }

    /** The ids of people who must not know of it, because it may be about them (G10). */
    public Set<String> excluded() {
        return Stream.concat(all(RESTRICT).stream(), all(Joining.JOINED).stream())
                .flatMap(act -> Stream.of(act.value(Joining.EXCLUDED), act.value("excluded-too")))
                .flatMap(Question::chosen)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether they were told of it in person, or it is assigned to them: who may see a restricted incident. */
    public boolean isTold(Person person) {
        return owner().filter(owner -> owner.value().equals(person.id())).isPresent()
                || incident.ledger().stream()
                        .anyMatch(line -> line.to() != null && line.to().is(person));
    }

    /**
     * The earliest that anybody working for the council noticed (G2): as reported, with the reports joined to it (G19), unless
     * the data protection officer moved it. What nobody said was noticed when it was reported.
     */
    public Instant noticed() {
        return latest("clock").flatMap(act -> moment(act.value(NOTICED))).orElseGet(this::firstNoticed);
    }

    /** The same before the data protection officer moved it: both times stay visible. */
    public Instant firstNoticed() {
        Instant own = incident.report().noticed() == null
                ? incident.report().reported()
                : incident.report().noticed();
        return all(Joining.JOINED).stream()
                .flatMap(act -> moment(act.value(NOTICED)).stream())
                .reduce(own, (a, b) -> a.isBefore(b) ? a : b);
    }

    /** The references of the reports that were joined to it, earliest first (G19). */
    public List<String> joined() {
        return all(Joining.JOINED).stream()
                .map(act -> act.value(Joining.REFERENCE))
                .distinct()
                .toList();
    }

    /** Of the open duties that have a time, the one due first, acknowledging left out: that one is shown by itself. */
    public Optional<Duty> nextDuty() {
        return incident.duties().stream()
                .filter(duty ->
                        duty.isOpen() && duty.due() != null && !duty.rule().equals(Duty.ACKNOWLEDGE))
                .min(Comparator.comparing(duty -> Objects.requireNonNull(duty.due())));
    }

    static Optional<Instant> moment(String iso) {
        try {
            return iso.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(iso));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether its desk may see two posts of it, because nobody knows whether the first one arrived. */
    public boolean mayBeShownTwice() {
        return incident.has(TimelineEntry.Kind.ALERTED_AGAIN)
                || (incident.deskPost() == null
                        && incident.outbox().stream()
                                .anyMatch(m -> m.kind() == OutboxMessage.Kind.DESK_CARD && m.doubtful()));
    }

    /** Who did something about it last, null if nobody did. */
    @Nullable
    Person lastToAct() {
        Instant acted = incident.acts().isEmpty()
                ? Instant.MIN
                : incident.acts().getLast().at();
        return incident.acknowledgements().isEmpty()
                        || incident.acknowledgements().getLast().at().isBefore(acted)
                ? (incident.acts().isEmpty() ? null : incident.acts().getLast().by())
                : incident.acknowledgements().getLast().by();
    }
}
