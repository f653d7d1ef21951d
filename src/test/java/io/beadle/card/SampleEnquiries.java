package io.beadle.card;

import io.beadle.content.ReportType;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestion.Asker;
import io.beadle.knowledge.AskedQuestion.Outcome;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.Passage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cards of questions that people answer, ordinary and hostile. */
final class SampleEnquiries {
    private static final Instant NOW = TestCards.SATURDAY;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String QUESTION = "May a contractor take a laptop abroad?";
    private static final String ANSWER = "Only with a director's consent, and never to a country on the list.";
    private static final String HOSTILE = SampleReports.MARK + " \uD83D\uDE80 \u05E9\u05DC\u05D5\u05DD ";

    private SampleEnquiries() {}

    static Map<String, Card> cards(DeskCards cards, ReportType lost) {
        Passage clause = passage("Mobile working", "Equipment leaves the country only with a director's consent.");
        Map<String, Card> all = new LinkedHashMap<>();
        all.put("ask-person", cards.enquiry().form("q-1", QUESTION, false, null));
        all.put("ask-person-problem", cards.enquiry().form("q-1", "", false, "Please write your question."));
        all.put("ask-person-event", cards.enquiry().event("q-1", QUESTION, lost));
        all.put("ask-person-sent", cards.enquiry().sent());
        all.put("ask-person-dropped", cards.enquiry().dropped());
        AskedQuestion open = question("Sam Oyelaran", QUESTION);
        AskedQuestion answered = answered(open, ANSWER, "Alex Marsh");
        all.put("question", cards.enquiry().atDesk(open, List.of(clause), null, null));
        all.put("question-without-passages", cards.enquiry().atDesk(open, List.of(), null, null));
        all.put("question-again", cards.enquiry().again(open, List.of(clause)));
        all.put("question-in-vain", cards.enquiry().atDesk(open.forgotten(), List.of(), null, null));
        all.put("person-in-vain", cards.enquiry().inVain(open));
        all.put("question-answered", cards.enquiry().atDesk(answered, List.of(clause), clause, curated(1)));
        all.put("person-answer", cards.enquiry().answer(answered, clause));
        all.put("person-answer-alone", cards.enquiry().answer(answered(open, ANSWER, ""), null));
        all.put(
                "curated",
                cards.curated()
                        .of(
                                List.of(
                                        CuratedCard.Line.of(curated(1)),
                                        CuratedCard.Line.of(curated(2).renewed(TODAY.minusDays(1))),
                                        CuratedCard.Line.of(curated(3).retire())),
                                5,
                                TODAY));
        all.put(
                "curated-clause-gone",
                cards.curated()
                        .of(
                                List.of(
                                        new CuratedCard.Line(curated(1), true, clause),
                                        new CuratedCard.Line(curated(2), true, null)),
                                2,
                                TODAY));
        all.put("curated-none", cards.curated().of(List.of(), 0, TODAY));
        all.put(
                "gaps",
                cards.gaps()
                        .of(List.of(
                                new GapsCard.Group("q-1", QUESTION, 3, 2, 1, 1, Duration.ofHours(5)),
                                new GapsCard.Group("q-2", "Who feeds the heron?", 1, 1, 0, 0, null))));
        all.put("gaps-none", cards.gaps().of(List.of()));
        all.put("gap-answer", cards.gaps().form("q-1", QUESTION, "", null));

        String longest = HOSTILE.repeat(40).substring(0, 1_000);
        String longer = HOSTILE.repeat(120).substring(0, 3_000);
        Passage evil = passage(SampleReports.MARK, longest);
        AskedQuestion bad = question(SampleReports.MARK, longest);
        all.put("hostile-ask-person", cards.enquiry().form("q-1", longest, true, null));
        all.put("hostile-ask-person-event", cards.enquiry().event("q-1", longest, null));
        all.put("hostile-person-in-vain", cards.enquiry().inVain(bad));
        all.put("hostile-question", cards.enquiry().atDesk(bad, Collections.nCopies(5, evil), null, null));
        all.put(
                "hostile-question-answered",
                cards.enquiry().atDesk(answered(bad, longer, SampleReports.MARK), List.of(), evil, null));
        all.put("hostile-person-answer", cards.enquiry().answer(answered(bad, longer, SampleReports.MARK), evil));
        all.put(
                "hostile-curated",
                cards.curated()
                        .of(
                                Collections.nCopies(
                                        CuratedCard.MOST,
                                        new CuratedCard.Line(
                                                new CuratedAnswer(
                                                        "gap-123e4567-e89b-12d3-a456-426614174000",
                                                        0,
                                                        longest.substring(0, 200),
                                                        longer,
                                                        null,
                                                        SampleReports.MARK,
                                                        NOW,
                                                        TODAY,
                                                        false),
                                                true,
                                                evil)),
                                12,
                                TODAY));
        all.put(
                "hostile-gaps",
                cards.gaps()
                        .of(Collections.nCopies(
                                12, new GapsCard.Group("q-1", longest, 300, 200, 100, 9, Duration.ofDays(20)))));
        all.put("hostile-gap-answer", cards.gaps().form("q-1", longest, longer, "Please write both."));
        return all;
    }

    private static AskedQuestion question(String name, String text) {
        return AskedQuestion.of(
                        "q-1",
                        NOW,
                        text,
                        text,
                        Outcome.NOT_FOUND,
                        List.of("p1"),
                        null,
                        new Asker("sam", name, "29:sam", "chat", "chat"),
                        "a")
                .enquire(text, null, NOW);
    }

    private static AskedQuestion answered(AskedQuestion question, String text, String by) {
        return question.reply(new AskedQuestion.Reply(text, "p1", by, NOW.plusSeconds(600)));
    }

    private static CuratedAnswer curated(int number) {
        return new CuratedAnswer(
                "a-" + number, 0, QUESTION, ANSWER, "p1", "Alex Marsh", NOW, TODAY.plusMonths(6), false);
    }

    private static Passage passage(String title, String text) {
        return new Passage("p1", "mobile.md", title, "2.1", "4.1", "Abroad", null, text, 0.7);
    }
}
