package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the reporter or the desk says about an incident; {@link Incident#say} takes it. Its key names what was pressed
 * to say it: the same key twice says it once.
 */
public sealed interface Said {
    String key();

    /** The reporter adds something. */
    record Added(String key, String text, @Nullable Person by) implements Said {}

    /**
     * The reporter answers questions: those that were missing, or others anew, whose first answers the report keeps. An
     * answer that says what counts already is no news.
     *
     * @param missing the required questions that are open after it, for an answer may open others
     * @param atLeast how bad it now is, given the answers; it never becomes less bad by what a reporter says
     */
    record Answered(
            String key,
            List<Answer> answers,
            List<String> missing,
            Severity atLeast,
            @Nullable Person by) implements Said {}

    /** The reporter asks to withdraw it, once while it is open: the desk decides, and no clock stops. */
    record WithdrawalAsked(
            String key, Answer reason, @Nullable Person by) implements Said {}

    /** Somebody of the desk asks the reporter; who cannot be written to cannot be asked. */
    record Asked(String key, String text, Person by) implements Said {}

    /** The reporter answers what the desk asked; the first answer is the one, more can be added. */
    record Replied(
            String key, String asked, String text, @Nullable Person by) implements Said {}

    /** The incident after it was said; the same if it cannot be said, or was said before. */
    default Incident about(Incident incident, Instant at) {
        if (incident.statements().stream()
                .anyMatch(s -> s.key().equals(key()) || s.key().startsWith(key() + "/"))) {
            return incident;
        }
        return switch (this) {
            case Added added ->
                new Change(incident)
                        .said(statement(incident, Statement.Kind.ADDED, at, added.by(), null, added.text(), null))
                        .incident();
            case Answered answered -> answer(answered, incident, at);
            case WithdrawalAsked withdrawal ->
                !incident.isOpen() || incident.asksToWithdraw()
                        ? incident
                        : new Change(incident)
                                .said(statement(
                                        incident,
                                        Statement.Kind.WITHDRAWAL_ASKED,
                                        at,
                                        withdrawal.by(),
                                        withdrawal.reason(),
                                        "",
                                        null))
                                .incident();
            case Asked asked ->
                !incident.canBeAsked()
                        ? incident
                        : new Change(incident)
                                .said(new Statement(
                                        key(), at, Statement.Kind.ASKED, asked.by(), null, asked.text(), null, false))
                                .tellReporter(new News(News.What.ASKED, key()), at)
                                .incident();
            case Replied replied ->
                incident.unanswered().stream().noneMatch(s -> s.key().equals(replied.asked()))
                        ? incident
                        : new Change(incident)
                                .said(statement(
                                        incident,
                                        Statement.Kind.ANSWERED,
                                        at,
                                        replied.by(),
                                        null,
                                        replied.text(),
                                        replied.asked()))
                                .dropNews(new News(News.What.ASKED, replied.asked()))
                                .incident();
        };
    }

    private static Incident answer(Answered answered, Incident incident, Instant at) {
        List<Answer> news = answered.answers().stream()
                .filter(answer -> incident.current(answer.question())
                        .filter(now -> now.value().equals(answer.value()))
                        .isEmpty())
                .toList();
        if (news.isEmpty()) {
            return incident;
        }
        Change change = new Change(incident);
        for (Answer answer : news) {
            boolean missing = incident.missing().contains(answer.question());
            change.said(new Statement(
                    answered.key() + "/" + answer.question(),
                    at,
                    missing ? Statement.Kind.SUPPLIED : Statement.Kind.CORRECTED,
                    signed(incident, answered.by()),
                    answer,
                    "",
                    null,
                    incident.isHeld()));
        }
        change.missing(answered.missing()).severity(answered.atLeast());
        if (answered.missing().isEmpty()) {
            change.end(duty -> duty.rule().equals(Duty.FACTS), at, signed(incident, answered.by()), Duty.End.DONE)
                    .dropNews(News.of(News.What.FACTS));
        }
        return change.incident();
    }

    /** Who gave no name with the report gives none with what they say later. */
    private static @Nullable Person signed(Incident incident, @Nullable Person by) {
        return incident.report().reporter().named().isPresent() ? by : null;
    }

    private Statement statement(
            Incident incident,
            Statement.Kind kind,
            Instant at,
            @Nullable Person by,
            @Nullable Answer answer,
            String text,
            @Nullable String replyTo) {
        return new Statement(key(), at, kind, signed(incident, by), answer, text, replyTo, incident.isHeld());
    }
}
