package io.beadle.register;

import io.beadle.incident.Act;
import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Incident;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of a personal-data breach, read out of what people in roles recorded (UK GDPR, Articles 33 and 34; G20 to
 * G22). Of each item the latest act counts.
 *
 * @param answers what was filled in; an item that nobody filled in is not there
 */
public record BreachAssessment(String reference, AwareClock clock, Map<Item, Answer> answers) {
    private static final List<Item> ALWAYS = List.of(
            Item.NATURE,
            Item.CATEGORIES,
            Item.PEOPLE,
            Item.RECORDS,
            Item.CONSEQUENCES,
            Item.MEASURES,
            Item.CONTACT,
            Item.LIKELIHOOD,
            Item.HARM,
            Item.RISK,
            Item.WHOSE,
            Item.ADVICE,
            Item.ADVICE_REASONS,
            Item.DECISION,
            Item.REASONS);

    public BreachAssessment {
        answers = Map.copyOf(answers);
    }

    public static BreachAssessment of(Incident incident) {
        CaseFile file = new CaseFile(incident);
        Map<Item, Answer> answers = new EnumMap<>(Item.class);
        for (Item item : Item.values()) {
            recorded(item, file)
                    .or(() -> Optional.ofNullable(item.question())
                            .flatMap(incident::current)
                            .filter(answer -> !answer.value().isEmpty()))
                    .ifPresent(answer -> answers.put(item, answer));
        }
        return new BreachAssessment(incident.reference(), AwareClock.of(incident), answers);
    }

    /** The same as it was known then: what was recorded later is not there. */
    public static BreachAssessment asOf(Incident incident, Instant then) {
        List<Act> acts =
                incident.acts().stream().filter(act -> !act.at().isAfter(then)).toList();
        return of(new Incident(
                incident.reference(),
                incident.version(),
                incident.draft(),
                incident.report(),
                incident.reporterChat(),
                incident.flags(),
                incident.severity(),
                incident.acknowledgements(),
                incident.statements().stream()
                        .filter(said -> !said.at().isAfter(then))
                        .toList(),
                incident.missing(),
                incident.duties(),
                acts,
                incident.ledger(),
                incident.timeline(),
                incident.outbox(),
                incident.desk(),
                incident.deskPost(),
                incident.exercise(),
                incident.wave(),
                incident.closing()));
    }

    private static Optional<Answer> recorded(Item item, CaseFile file) {
        return file.latest(item.act()).stream()
                .flatMap(act -> act.answers().stream())
                .filter(answer -> answer.question().equals(item.field())
                        && !answer.value().isEmpty())
                .findFirst();
    }

    public Optional<Answer> find(Item item) {
        return Optional.ofNullable(answers.get(item));
    }

    /** As people read it; empty where nobody said. */
    public String shown(Item item) {
        return find(item).map(Answer::shown).orElse("");
    }

    private boolean is(Item item, String value) {
        return find(item).filter(answer -> answer.value().equals(value)).isPresent();
    }

    /** About how many people are affected, where an officer counted them. */
    public OptionalInt people() {
        return number(Item.PEOPLE);
    }

    public OptionalInt records() {
        return number(Item.RECORDS);
    }

    private OptionalInt number(Item item) {
        return find(item)
                .map(Answer::value)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(value -> OptionalInt.of(Integer.parseInt(value)))
                .orElseGet(OptionalInt::empty);
    }

    /** Whether it is decided that the Commissioner is told, or is not. */
    public boolean isDecided() {
        return answers.containsKey(Item.DECISION);
    }

    public boolean isNotified() {
        return is(Item.DECISION, "notified");
    }

    /** When the Commissioner was told, where that is recorded. */
    public Optional<Instant> notified() {
        try {
            return isNotified() ? find(Item.NOTIFIED).map(answer -> Instant.parse(answer.value())) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether the Commissioner was told later than in 72 hours, so that the reason for the delay must be given. */
    public boolean isLate() {
        return notified().filter(at -> at.isAfter(clock.limit())).isPresent();
    }

    /** Whether the decision is not what the data protection officer advised (G21). */
    public boolean differs() {
        return isDecided() && find(Item.ADVICE).isPresent() && isNotified() != is(Item.ADVICE, "notify");
    }

    /** Whether the people affected must be told, or a reason be recorded why not (Article 34). */
    public boolean isHighRisk() {
        return is(Item.RISK, "high");
    }

    /** What ought to be recorded and is not, in the order of {@link Item}. */
    public List<Item> missing() {
        Set<Item> wanted = new LinkedHashSet<>(ALWAYS);
        if (isNotified()) {
            wanted.addAll(List.of(Item.NOTIFIED, Item.REFERENCE));
        }
        if (isLate()) {
            wanted.add(Item.DELAY);
        }
        if (differs()) {
            wanted.add(Item.DIFFERENCE);
        }
        if (isHighRisk() || answers.containsKey(Item.AFFECTED)) {
            wanted.addAll(List.of(Item.AFFECTED, Item.AFFECTED_REASONS));
        }
        if (is(Item.AFFECTED, "not-told")) {
            wanted.add(Item.EXEMPTION);
        }
        if (is(Item.AFFECTED, "told")) {
            wanted.addAll(List.of(Item.TOLD_HOW, Item.TOLD, Item.TOLD_NUMBER, Item.ADDRESSES));
        }
        return Stream.of(Item.values())
                .filter(item -> wanted.contains(item) && !answers.containsKey(item))
                .toList();
    }

    /** What is new, or says something else than it did, in the order of {@link Item}. */
    public List<Item> changedSince(BreachAssessment earlier) {
        return Stream.of(Item.values())
                .filter(item -> !shown(item).equals(earlier.shown(item)))
                .toList();
    }

    /** The reference alone: nothing of what was filled in reaches a log. */
    @Override
    public String toString() {
        return "BreachAssessment[" + reference + "]";
    }
}
