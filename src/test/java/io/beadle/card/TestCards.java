package io.beadle.card;

import io.beadle.content.Contacts;
import io.beadle.content.Content;
import io.beadle.content.ContentLoader;
import io.beadle.content.ContentProperties;
import io.beadle.content.Messages;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import java.time.Instant;
import java.time.ZoneId;

/** Every card of the bundled content, for tests without a Spring context. */
public record TestCards(
        Content content,
        ReportCards report,
        SimpleCards simple,
        AlertCard alert,
        MyReportsCard mine,
        AnswerCards answer,
        RegisterCard register,
        Phrases phrases,
        WrittenTime times) {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** 14:17 in London, where it is winter. */
    public static final Instant SATURDAY = Instant.parse("2026-11-21T14:17:00Z");

    public static TestCards bundled() {
        Content content = new ContentLoader(new ContentProperties(null, null, null)).load();
        Messages messages = content.messages();
        Contacts contacts = content.contacts();
        WrittenTime times = new WrittenTime(LONDON);
        Phrases phrases = new Phrases(messages, contacts);
        return new TestCards(
                content,
                new ReportCards(
                        content.cards(), messages, contacts, phrases, times, new QuestionFields(messages, LONDON)),
                new SimpleCards(content.cards(), messages, contacts, content.reportTypes(), phrases),
                new AlertCard(content.cards(), messages, content.reportTypes(), times),
                new MyReportsCard(content.cards(), messages, phrases, times),
                new AnswerCards(content.cards(), messages),
                new RegisterCard(content.cards(), messages),
                phrases,
                times);
    }

    public Messages messages() {
        return content.messages();
    }

    public ReportTypes types() {
        return content.reportTypes();
    }

    public ReportType type(String id) {
        return types().find(id).orElseThrow();
    }
}
