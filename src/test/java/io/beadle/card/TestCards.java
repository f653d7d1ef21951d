package io.beadle.card;

import io.beadle.content.BundledContent;
import io.beadle.content.Contacts;
import io.beadle.content.Content;
import io.beadle.content.Messages;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.knowledge.PolicyLinks;
import io.beadle.knowledge.Suites;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Every card of the bundled content, for tests without a Spring context. */
public record TestCards(
        Content content,
        ReportCards report,
        SimpleCards simple,
        OfferCard offer,
        MessageReportCard message,
        OnBehalfCard onBehalf,
        AlertCard alert,
        MyReportsCard mine,
        MyReportCards myReport,
        NewsCard news,
        CaseCards cases,
        ActForm acts,
        DutyText duties,
        AnswerCards answer,
        RegisterCard register,
        AnswerText answerText,
        CitationCard citation,
        SourceLine sources,
        Phrases phrases,
        WrittenTime times) {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** To every document but the handbook. */
    public static final PolicyLinks LINKS =
            (citation, asker) -> citation.passage().document().startsWith("handbook")
                    ? Optional.empty()
                    : Optional.of(URI.create("https://beadle.example/policies/"
                            + citation.passage().document() + (asker == null ? "" : "?for=one")));

    private static final String PLACE = "[Mobile working, 3.2](https://beadle.example/p)";

    /** 14:17 in London, where it is winter. */
    public static final Instant SATURDAY = Instant.parse("2026-11-21T14:17:00Z");

    public static TestCards bundled() {
        Content content = BundledContent.CONTENT;
        Messages messages = content.messages();
        Contacts contacts = content.contacts();
        WrittenTime times = new WrittenTime(LONDON);
        Phrases phrases = new Phrases(messages, contacts, content.routes());
        SourceLine sources = new SourceLine(messages, Suites.OPEN);
        CautionText cautions = new CautionText(messages);
        IncidentRecord records = new IncidentRecord(messages, content.reportTypes(), times);
        QuestionFields fields = new QuestionFields(messages, LONDON);
        IncidentForm forms = new IncidentForm(content.cards(), messages, fields);
        AlertNotes notes = new AlertNotes(messages, content.duties(), content.roles(), times);
        DutyText dutyText = new DutyText(messages, content.duties(), times);
        SeverityText severity = new SeverityText(messages, content.acts());
        CaseLines lines = new CaseLines(messages, content.acts(), content.roles(), dutyText, times, records);
        MyReportsCard mine = new MyReportsCard(content.cards(), messages, phrases, times, content.duties(), records);
        MyReportCards myReport = new MyReportCards(
                content.cards(), messages, phrases, content.reportTypes(), content.duties(), mine, records, forms);
        return new TestCards(
                content,
                new ReportCards(
                        content.cards(),
                        messages,
                        contacts,
                        phrases,
                        times,
                        fields,
                        (advice, reader) -> Optional.ofNullable(advice.clause())
                                .map(clause -> new AdviceSources.Clause(PLACE, PLACE + ": " + clause))),
                new SimpleCards(content.cards(), messages, contacts, content.reportTypes(), phrases),
                new OfferCard(content.cards(), messages, phrases),
                new MessageReportCard(content.cards(), messages, contacts, content.reportTypes(), phrases, fields),
                new OnBehalfCard(content.cards(), messages, phrases, fields),
                new AlertCard(content.cards(), messages, content.reportTypes(), times, notes, dutyText, severity),
                mine,
                myReport,
                new NewsCard(content.cards(), messages, phrases, mine, myReport, records),
                new CaseCards(
                        content.cards(), messages, times, content.acts(), notes, records, lines, dutyText, severity),
                new ActForm(messages, content.roles(), forms, lines, dutyText),
                dutyText,
                new AnswerCards(content.cards(), messages, content.reportTypes(), sources, LINKS),
                new RegisterCard(content.cards(), messages),
                new AnswerText(sources, cautions),
                new CitationCard(content.cards(), messages, sources, cautions, LINKS),
                sources,
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

    /** What is told of appointments. */
    public static AppointmentNews appointmentNews(TestCards cards) {
        return new AppointmentNews(
                cards.content.cards(),
                cards.content.messages(),
                cards.content.roles(),
                cards.content.duties(),
                new AppointmentText(cards.content.roles(), cards.messages(), cards.times, LONDON),
                cards.phrases);
    }
}
