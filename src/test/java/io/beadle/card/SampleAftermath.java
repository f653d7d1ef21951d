package io.beadle.card;

import static io.beadle.card.SampleReports.ALEX;
import static io.beadle.card.SampleReports.MARK;
import static io.beadle.card.SampleReports.PAT;
import static io.beadle.card.SampleReports.SAM;

import io.beadle.content.ReportType;
import io.beadle.incident.Answer;
import io.beadle.incident.Custody;
import io.beadle.incident.Incident;
import io.beadle.incident.Ledger;
import io.beadle.incident.News;
import io.beadle.incident.Obligations;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.Said;
import io.beadle.incident.Severity;
import io.beadle.incident.SomeFiles;
import io.beadle.incident.SomeObligations;
import io.beadle.incident.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The cards after a report, with everything said that can be, and the same by somebody who means harm. */
final class SampleAftermath {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private SampleAftermath() {}

    static Map<String, Card> cards(TestCards cards, ReportType type) {
        Instant now = TestCards.SATURDAY.plus(Duration.ofMinutes(50));
        Incident quiet = reported(type, SampleReports.phone());
        Incident busy = spoken(quiet, "It has a red case.", now);
        Incident closed = busy.acknowledge(ALEX, now).acknowledge(SAM, now).close("resolved", ALEX, now);
        Incident held = new Custody(spoken(quiet.flagged(Set.of("account")), "It has a red case.", now))
                .kept(SomeFiles.photos(1, now), now);
        Incident hostile = spoken(
                reported(type, SampleReports.hostile()),
                SampleReports.hostile().getOrDefault("circumstances", ""),
                now);
        Instant monday = now.plus(Duration.ofDays(2));
        Obligations obligations = SomeObligations.of(cards.content());
        Incident reminded = obligations.settle(busy, now.plus(Duration.ofHours(1)));
        Incident passed = new Ledger(obligations.settle(reminded, monday)).reporterNotReached(now);
        Map<String, Card> all = new LinkedHashMap<>();
        all.put("alert-busy", cards.alert().of(passed, now));
        all.put("alert-held", cards.alert().of(held, now));
        all.put("alert-closed", cards.alert().of(closed, now));
        all.put("hostile-alert-busy", cards.alert().of(hostile, now));
        all.put("my-reports-busy", cards.mine().of(List.of(busy, closed, held), now));
        all.put("my-report", cards.myReport().of(quiet, null, now));
        all.put("my-report-busy", cards.myReport().of(busy, cards.messages().text("mine.said"), now));
        all.put("my-report-held", cards.myReport().of(held, null, now));
        all.put("my-report-closed", cards.myReport().of(closed, null, now));
        all.put("hostile-my-report", cards.myReport().of(hostile, null, now));
        Map<String, String> none = Map.of();
        all.put("my-add", unkeyed(cards.myReport().add(quiet, none, none, now)));
        all.put("my-correct", unkeyed(cards.myReport().chooseAnswer(quiet, none, now)));
        all.put(
                "hostile-correct",
                unkeyed(cards.myReport()
                        .correct(
                                hostile,
                                type.question("where").orElseThrow(),
                                Map.of("where", MARK),
                                Map.of("where", cards.messages().text("problem.required")),
                                now)));
        all.put("my-facts", unkeyed(cards.myReport().facts(busy, none, none, now)));
        all.put("my-withdraw", unkeyed(cards.myReport().withdraw(quiet, none, none, now)));
        all.put("hostile-reply", unkeyed(cards.myReport().reply(hostile, asked(hostile), none, none, now)));
        for (News.What what : News.What.values()) {
            String statement = what == News.What.ASKED ? "open" : null;
            all.put(
                    "news-" + what.name().toLowerCase(java.util.Locale.ROOT),
                    unkeyed(cards.news().of(what == News.What.CLOSED ? closed : busy, new News(what, statement), now)));
        }
        all.put("news-held-late", cards.news().of(held, new News(News.What.LATE, null), now));
        all.put("news-held", cards.news().of(held, new News(News.What.ACKNOWLEDGED, null), now));
        return all;
    }

    static Incident reported(ReportType type, Map<String, String> answers) {
        return SampleReports.incident(type, answers, Severity.HIGH)
                .toldTo(new ReporterChat("29:pat", "chat"))
                .lacking(List.of("asset-tag", "contact"));
    }

    static Incident spoken(Incident incident, String text, Instant now) {
        Answer item = incident.report().answer("what").orElseThrow();
        Answer tablet = new Answer("what", item.asked(), "tablet", "Tablet", true);
        Answer where = new Answer("where", "Where was it lost or stolen?", text, text, false);
        Answer reason = new Answer("withdrawal", "Why?", "found", "It has been found", true);
        return incident.say(new Said.Added("a", text, PAT), now)
                .say(new Said.Answered("c", List.of(tablet, where), incident.missing(), Severity.LOW, PAT), now)
                .say(new Said.Asked("answered", text, ALEX), now)
                .say(new Said.Replied("r", "answered", text, PAT), now)
                .say(new Said.Asked("open", text, ALEX), now)
                .say(new Said.WithdrawalAsked("w", reason, PAT), now);
    }

    private static Statement asked(Incident incident) {
        return incident.unanswered().getFirst();
    }

    /** A form's key is another each time. */
    @SuppressWarnings("unchecked")
    static Card unkeyed(Card card) {
        return new Card((Map<String, Object>) anyKey(card.json()), card.summary());
    }

    private static Object anyKey(Object node) {
        if (node instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put((String) key, anyKey(value)));
            return copy;
        }
        if (node instanceof List<?> list) {
            return list.stream().map(SampleAftermath::anyKey).toList();
        }
        return node instanceof String text && KEY.matcher(text).matches() ? "key" : node;
    }
}
