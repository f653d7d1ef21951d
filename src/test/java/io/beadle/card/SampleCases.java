package io.beadle.card;

import static io.beadle.card.SampleReports.ALEX;
import static io.beadle.card.SampleReports.MARK;
import static io.beadle.card.SampleReports.PAT;
import static io.beadle.card.SampleReports.SAM;

import io.beadle.content.DeskAct;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.incident.Acknowledgement;
import io.beadle.incident.Act;
import io.beadle.incident.Acting;
import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.Kind;
import io.beadle.incident.Recipient;
import io.beadle.incident.Report;
import io.beadle.incident.Said;
import io.beadle.incident.Severity;
import io.beadle.incident.SomeObligations;
import io.beadle.incident.Wave;
import io.beadle.incident.WaveTally;
import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cases as officers see them: new, well under way, restricted, full to the brim, and by somebody who means harm. */
final class SampleCases {
    private static final Person DPO = new Person("dpo", "Dana Okafor");

    private SampleCases() {}

    static Map<String, Card> cards(TestCards cards, ReportType type) {
        Instant now = TestCards.SATURDAY.plus(Duration.ofMinutes(50));
        Incident quiet = settled(cards, SampleAftermath.reported(type, SampleReports.phone()), now);
        Incident busy = settled(
                cards,
                worked(cards, SampleAftermath.spoken(quiet, "It has a red case.", now), "Wiped from afar.", now),
                now);
        Incident closed = acknowledged(busy, now).close("resolved", ALEX, now);
        Incident held = SampleAftermath.spoken(quiet.flagged(Set.of("account")), "It has a red case.", now);
        String hostileText = SampleReports.hostile().getOrDefault("circumstances", "");
        Incident hostile = worked(
                cards,
                SampleAftermath.spoken(SampleAftermath.reported(type, SampleReports.hostile()), hostileText, now),
                hostileText,
                now);
        Incident full = full(cards, busy, now);
        Map<String, Card> all = new LinkedHashMap<>();
        all.put("alert-assigned", cards.alert().of(settled(cards, acknowledged(busy, now), now), now));
        all.put("alert-exercise", cards.alert().of(quiet.drill(), now));
        all.putAll(waves(cards, now));
        all.put("case", cards.cases().of(sight(quiet, cards.content().acts().acts()), 0, null, now));
        all.put("case-busy", cards.cases().of(sight(busy, cards.content().acts().acts()), 0, null, now));
        all.put(
                "case-held",
                cards.cases().of(new CaseSight(held, List.of(), List.of(), List.of(), List.of(), true), 0, null, now));
        all.put(
                "case-closed",
                cards.cases().of(sight(closed, List.of()), 0, cards.messages().text("case.done"), now));
        all.put(
                "case-related",
                cards.cases()
                        .of(
                                new CaseSight(
                                        quiet,
                                        List.of(),
                                        List.of(act(cards, "join")),
                                        List.of(busy),
                                        List.of(SampleAftermath.reported(type, SampleReports.phone())),
                                        false),
                                0,
                                null,
                                now));
        for (int page = 0; page < 3; page++) {
            all.put(
                    "case-full-" + page,
                    cards.cases().of(sight(full, cards.content().acts().acts()), page, null, now));
        }
        all.put(
                "case-full-last",
                cards.cases().of(sight(full, cards.content().acts().acts()), 99, null, now));
        for (int page = 0; page < 3; page++) {
            all.put(
                    "hostile-case-" + page,
                    cards.cases().of(sight(hostile, cards.content().acts().acts()), page, null, now));
        }
        for (DeskAct act : cards.content().acts().acts()) {
            all.put("act-" + act.id(), form(cards, quiet, act, Map.of(), Map.of(), null, now));
        }
        all.put(
                "hostile-act",
                form(
                        cards,
                        hostile,
                        act(cards, "note"),
                        Map.of("text", hostileText),
                        Map.of("text", cards.messages().text("problem.required")),
                        cards.messages().text("case.meanwhile", MARK, "14:17", hostileText.substring(0, 500)),
                        now));
        return all;
    }

    /** What somebody sees who may read and do all of it. */
    static CaseSight sight(Incident incident, List<DeskAct> possible) {
        return new CaseSight(incident, incident.acts(), possible, List.of(), List.of(), false);
    }

    private static Card form(
            TestCards cards,
            Incident incident,
            DeskAct act,
            Map<String, String> answers,
            Map<String, String> problems,
            @Nullable String meanwhile,
            Instant now) {
        List<Question.Choice> people = List.of(new Question.Choice("alex", "Alex Marsh (Nominated person)", List.of()));
        List<Question> cells =
                act.effect() == DeskAct.Effect.MATRIX ? cards.content().matrix().fields() : List.of();
        List<Question> fields = Stream.concat(act.fields().stream(), cells.stream())
                .map(field -> field.kind() == Question.Kind.PERSON ? field.choosing(people) : field)
                .toList();
        return SampleAftermath.unkeyed(
                cards.acts().of(incident, act, new ActForm.Filled(fields, answers, problems, meanwhile, ""), now));
    }

    private static DeskAct act(TestCards cards, String id) {
        return cards.content().acts().find(id).orElseThrow();
    }

    /** Still coming in with one of two acknowledgements, late and mixed with a hostile name, and all closed. */
    private static Map<String, Card> waves(TestCards cards, Instant now) {
        ReportType type = cards.type("suspicious-message");
        Report report = new Report(type.id(), type.title(), ALEX, null, null, TestCards.SATURDAY, List.of());
        Incident lead = Incident.reported("INC-2026-0006", "draft", report, Severity.LOW, Duration.ofHours(4));
        Incident last = Incident.reported(
                "INC-2026-0217",
                "last",
                new Report(type.id(), type.title(), ALEX, null, null, now.minusSeconds(40), List.of()),
                Severity.LOW,
                Duration.ofHours(4));
        Kind kind = new Kind(type.id(), "low", false, Severity.LOW, Set.of());
        Instant since = lead.report().reported();
        Wave coming = new Wave(
                "INC-2026-0006",
                3,
                kind,
                since,
                now.plusSeconds(60),
                false,
                lead.reference(),
                "",
                List.of(new Acknowledgement(ALEX, since.plusSeconds(120))));
        Person hostile = new Person("h", "**[Alex](https://evil.example)**");
        WaveTally mixed = new WaveTally(Map.of(Severity.LOW, 4_990L, Severity.MEDIUM, 10L), 5_000, 48, 37);
        WaveTally closed = new WaveTally(Map.of(Severity.LOW, 4_990L), 0, 0, 0);
        WaveCard card = WaveCards.of(cards);
        return Map.of(
                "wave",
                card.of(
                        new WaveCard.Shown(coming, new WaveTally(Map.of(Severity.LOW, 212L), 212, 212, 0), lead, last),
                        now),
                "hostile-wave",
                card.of(
                        new WaveCard.Shown(coming.acknowledge(hostile, now), mixed, lead, last),
                        now.plus(Duration.ofDays(9))),
                "wave-closed",
                card.of(new WaveCard.Shown(coming.end(), closed, lead, last), now));
    }

    private static Incident settled(TestCards cards, Incident incident, Instant now) {
        return SomeObligations.of(
                        cards.content(),
                        (role, department, at) ->
                                role.equals("dpo") ? List.of(new Recipient(DPO, "dana@council.example")) : List.of())
                .settle(incident, now);
    }

    private static Incident acknowledged(Incident incident, Instant now) {
        return incident.acknowledge(ALEX, now).acknowledge(SAM, now);
    }

    private static Incident worked(TestCards cards, Incident incident, String words, Instant now) {
        Answer owner = new Answer("person", "Who deals with it?", "alex", "Alex Marsh", false);
        Answer severity = new Answer("severity", "How severe is it?", "medium", "Medium", false);
        Answer reason = new Answer("reason", "Why?", words, words, false);
        Answer text = new Answer("text", "What do you want to record?", words, words, false);
        Incident done = on(cards, incident, "assign", List.of(owner), now);
        done = on(cards, done, "severity", List.of(severity, reason), now);
        return on(cards, done, "note", List.of(text), now);
    }

    private static Incident on(TestCards cards, Incident incident, String id, List<Answer> answers, Instant now) {
        return new Acting(act(cards, id))
                .on(incident, new Act(id + "-" + incident.acts().size(), id, now, ALEX, answers));
    }

    /** Sixty acts and forty statements. */
    private static Incident full(TestCards cards, Incident incident, Instant now) {
        Incident full = incident;
        for (int i = 0; i < 40; i++) {
            full = full.say(
                    new Said.Added("more-" + i, "Statement " + i + ": it was on the seat by the door.", PAT), now);
        }
        for (int i = 0; i < 60; i++) {
            String words = "Step " + i + ": the account was looked at once more, and nothing was found.";
            full = on(
                    cards,
                    full,
                    "note",
                    List.of(new Answer("text", "What do you want to record?", words, words, false)),
                    now.plusSeconds(i));
        }
        return full;
    }
}
