package io.beadle.bot.report;

import io.beadle.card.Card;
import io.beadle.card.ReportCards;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.AnonymousToken;
import io.beadle.incident.Draft;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Obligations;
import io.beadle.incident.Report;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.Severity;
import io.beadle.notification.Desks;
import io.beadle.people.Person;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a report as soon as its first step is answered, and gives the receipt. What else the type asks for and was not
 * answered is missing, and can be added; what was answered badly keeps the report back until it is put right.
 */
@Component
final class Sending {
    private static final Logger log = LoggerFactory.getLogger(Sending.class);

    private final OpenDrafts drafts;
    private final Incidents incidents;
    private final ReportTypes types;
    private final Reports reports;
    private final AnswerRules rules;
    private final Signing signing;
    private final ReportCards cards;
    private final Desks desks;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Obligations obligations;

    Sending(
            OpenDrafts drafts,
            Incidents incidents,
            ReportTypes types,
            Reports reports,
            AnswerRules rules,
            Signing signing,
            ReportCards cards,
            Desks desks,
            InstantSource clock,
            ZoneId zone,
            Obligations obligations) {
        this.drafts = drafts;
        this.incidents = incidents;
        this.types = types;
        this.reports = reports;
        this.rules = rules;
        this.signing = signing;
        this.cards = cards;
        this.desks = desks;
        this.clock = clock;
        this.zone = zone;
        this.obligations = obligations;
    }

    /** What keeps a report from being taken: the first step on which something is wrong, and what, by question. */
    record Obstacle(int step, Map<String, String> problems) {}

    Optional<Obstacle> obstacle(Draft draft, ReportType type) {
        Instant now = clock.instant();
        for (int i = 0; i < type.steps().size(); i++) {
            List<Question> questions = type.steps().get(i).questions();
            Map<String, String> problems = i == 0
                    ? rules.hindrances(questions, draft.answers(), now)
                    : rules.mistakes(questions, draft.answers(), now);
            if (!problems.isEmpty()) {
                return Optional.of(new Obstacle(i, problems));
            }
        }
        return Optional.empty();
    }

    /** Makes the incident of a draft that has no {@link #obstacle}, once however often it is asked, and ends the draft. */
    Incident send(Draft draft, ReportType type) {
        Instant now = clock.instant();
        Report report = signing.signed(reports.of(draft, type, now), draft);
        Severity severity = reports.severity(report, type);
        List<String> missing = AnswerRules.missing(type, draft.answers()).stream()
                .map(Question::id)
                .toList();
        Optional<ReporterChat> chat = Signing.openChat(draft);
        UnaryOperator<Incident> told = made -> chat.map(made::toldTo).orElse(made);
        UnaryOperator<Incident> marked = made -> draft.isDrill() ? made.drill() : made;
        Incident incident = incidents.report(
                draft.id(),
                now.atZone(zone).getYear(),
                reference -> marked.apply(told.apply(Incident.reported(
                                reference, draft.id(), report, severity, obligations.acknowledgeBy(severity, now))
                        .flagged(type.flags())
                        .lacking(missing))));
        drafts.end(draft.id());
        if (!isDeskSet()) {
            log.warn("report waits for a desk to be set incident={}", incident.reference());
        }
        return incident;
    }

    /** The incident made from the draft, if it was sent and is the person's own, or one whose token they hold. */
    Optional<Incident> sent(Person person, String draft) {
        return incidents
                .madeFrom(draft)
                .filter(incident -> AnonymousToken.of(draft).isPresent() || incidents.isReportedBy(person, incident));
    }

    /**
     * The receipt.
     *
     * @param draft the id it was made from: of an anonymous report it leads to the code
     */
    Card receipt(Incident incident, String draft) {
        return AnonymousToken.of(draft)
                .map(token -> cards.receipt(incident, facts(incident), token.code()))
                .orElseGet(() -> cards.receipt(incident, facts(incident)));
    }

    /** The same where its button does not work; {@code more} says how to add what is missing. */
    Card receiptInDialog(Incident incident, String more) {
        return cards.receiptInDialog(incident, facts(incident), more);
    }

    /** What the receipt has to say of it, as of now. */
    ReportCards.ReceiptFacts facts(Incident incident) {
        Optional<ReportType> type = types.find(incident.report().type());
        Map<String, String> answers = incident.report().values();
        return new ReportCards.ReceiptFacts(
                type.map(t -> t.advice(answers)).orElse(List.of()),
                type.filter(t -> ReportCards.isDanger(t, answers)).isPresent(),
                incident.deskPost() != null || isDeskSet(),
                type.stream()
                        .flatMap(ReportType::questions)
                        .filter(question -> incident.missing().contains(question.id()))
                        .toList());
    }

    private boolean isDeskSet() {
        return desks.current().isPresent();
    }
}
