package io.beadle.register;

import io.beadle.card.TestCards;
import io.beadle.content.Content;
import io.beadle.content.DeskAct;
import io.beadle.content.Question;
import io.beadle.incident.Act;
import io.beadle.incident.Acting;
import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.Report;
import io.beadle.incident.Severity;
import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Breaches by the bundled content, with what people in roles recorded about them. */
public final class SomeBreaches {
    public static final Content CONTENT = TestCards.bundled().content();
    public static final Person DPO = new Person("dpo", "Dana Protection");
    public static final Person SIRO = new Person("siro", "Sol Owner");
    public static final Person REPORTER = new Person("reporter", "Rowan Reporter");

    /** 14:17 on a Saturday in November. */
    public static final Instant NOTICED = Instant.parse("2026-11-21T14:17:00Z");

    public static final Instant REPORTED = NOTICED.plus(Duration.ofHours(3));

    private SomeBreaches() {}

    /** What the assessment act is filled in with. */
    public static Map<String, String> assessment() {
        return Map.ofEntries(
                Map.entry("nature", "confidentiality,availability"),
                Map.entry("categories", "special,children"),
                Map.entry("people", "412"),
                Map.entry("records", "1200"),
                Map.entry("likelihood", "likely"),
                Map.entry("harm", "serious"),
                Map.entry("risk", "risk"),
                Map.entry("consequences", "Distress to the families."),
                Map.entry("measures", "The laptop was wiped.\nPasswords were changed."),
                Map.entry("contact", "Dana Protection, 01632 960120"),
                Map.entry("whose", "ours"));
    }

    public static Incident lostLaptop(String reference) {
        return lostLaptop(reference, "draft of " + reference, REPORTER, "yes", REPORTED);
    }

    public static Incident lostLaptop(
            String reference, String draft, Person reporter, String personalData, Instant reported) {
        return Incident.reported(
                reference,
                draft,
                new Report(
                        "lost-device",
                        "Lost or stolen device",
                        reporter,
                        reported.minus(Duration.ofHours(5)),
                        reported.minus(Duration.ofHours(3)),
                        reported,
                        List.of(
                                new Answer("personal-data", "Is personal data on it?", personalData, "Yes", true),
                                new Answer("people", "About how many people?", "hundreds", "101 to 1,000", true),
                                new Answer("where", "Where?", "Heliotrope Lane", "Heliotrope Lane", false))),
                Severity.HIGH,
                Duration.ofMinutes(15));
    }

    /** The incident after the act, which its rule in {@code bot/acts.yaml} must allow. */
    public static Incident with(Incident incident, String act, Person by, Instant at, Map<String, String> values) {
        DeskAct rule = CONTENT.acts().find(act).orElseThrow();
        List<Answer> answers = new ArrayList<>();
        if (values.containsKey(Act.ABOUT)) {
            answers.add(new Answer(Act.ABOUT, "", values.get(Act.ABOUT), "", false));
        }
        for (Question field : rule.fields()) {
            if (values.containsKey(field.id())) {
                answers.add(answer(field, values.get(field.id())));
            }
        }
        Act done = new Act(act + "-" + at.toEpochMilli(), act, at, by, answers);
        Incident after = new Acting(rule).on(incident, done);
        if (after.equals(incident)) {
            throw new AssertionError("Not done: " + act + ", " + new Acting(rule).refusal(incident, by, ""));
        }
        return after;
    }

    public static Incident assessed(Incident incident, Instant at) {
        return with(incident, "assess", DPO, at, assessment());
    }

    private static Answer answer(Question field, String value) {
        String chosen = Question.chosen(value)
                .flatMap(id -> field.choice(id).stream())
                .map(Question.Choice::label)
                .collect(Collectors.joining(", "));
        return new Answer(field.id(), field.ask(), value, chosen.isEmpty() ? value : chosen, false);
    }
}
