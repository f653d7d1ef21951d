package io.beadle.bot.report;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.CardAction;
import io.beadle.card.MyReportCards;
import io.beadle.card.Saying;
import io.beadle.content.Duties;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Answer;
import io.beadle.incident.FollowUpCode;
import io.beadle.incident.Incident;
import io.beadle.incident.Said;
import io.beadle.incident.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One's own reports, once they are sent: to read them and to say more. Nobody else learns that there is such a report. */
@Component
public final class OwnReports {
    private final OwnWords words;
    private final FollowUps followUps;
    private final ReportTypes types;
    private final Duties duties;
    private final LaterAnswers later;
    private final MyReportCards cards;
    private final Messages messages;
    private final InstantSource clock;

    OwnReports(
            OwnWords words,
            FollowUps followUps,
            ReportTypes types,
            Duties duties,
            LaterAnswers later,
            MyReportCards cards,
            Messages messages,
            InstantSource clock) {
        this.words = words;
        this.followUps = followUps;
        this.types = types;
        this.duties = duties;
        this.later = later;
        this.cards = cards;
        this.messages = messages;
        this.clock = clock;
    }

    /** A button of a report's card; one that somebody copied to where others read along shows nothing there (G11). */
    public Reply act(CardAction.OfMine action, Turn turn, Chat chat) {
        Optional<FollowUpCode> code = FollowUpCode.read(action.incident());
        if (code.isPresent()) {
            return followed(code.get(), action, turn, chat);
        }
        if (!turn.isPersonal()) {
            return new Reply.Tell(messages.text("report.private.card"));
        }
        Optional<Incident> own = words.find(action.incident(), turn.person());
        if (own.isEmpty()) {
            return new Reply.Tell(messages.text("mine.unknown"));
        }
        return new Reply.Show(card(own.get(), action, turn));
    }

    /** "Follow up CODE": an anonymous report, to whoever says its code, where they alone read along. */
    public void follow(Intent.FollowUp intent, Turn turn, Chat chat) {
        chat.leaveNoTrace();
        Optional<FollowUpCode> code = FollowUpCode.read(intent.code());
        if (!turn.isPersonal()) {
            chat.send(messages.text("follow.private"));
        } else if (code.isEmpty()) {
            chat.send(messages.text("follow.unreadable"));
        } else {
            switch (followed(code.get(), new CardAction.OpenMine(code.get().written()), turn, chat)) {
                case Reply.Show show -> chat.send(show.card());
                case Reply.ShowPresser show -> chat.send(show.card());
                case Reply.Tell tell -> chat.send(tell.text());
            }
        }
    }

    private Reply followed(FollowUpCode code, CardAction.OfMine action, Turn turn, Chat chat) {
        chat.leaveNoTrace();
        if (!turn.isPersonal()) {
            return new Reply.Tell(messages.text("follow.private"));
        }
        FollowUps.Found found = followUps.find(code);
        return found.incident()
                .<Reply>map(
                        incident -> new Reply.Show(card(incident, action, turn).carrying("incident", code.written())))
                .orElseGet(() -> new Reply.Tell(messages.text(found.tooOften() ? "follow.often" : "follow.unknown")));
    }

    private Card card(Incident incident, CardAction.OfMine action, Turn turn) {
        Instant now = clock.instant();
        return switch (action) {
            case CardAction.OpenMine open -> cards.of(incident, null, now);
            case CardAction.WriteMine write -> form(incident, write, now);
            case CardAction.SayMine say -> say(incident, say, turn, now);
        };
    }

    private Card form(Incident incident, CardAction.WriteMine write, Instant now) {
        Map<String, String> none = Map.of();
        return switch (write.saying()) {
            case ADD -> cards.add(incident, none, none, now);
            case CORRECT -> correct(incident, write.answers().get(MyReportCards.CHOSEN), now);
            case FACTS ->
                incident.missing().isEmpty()
                        ? cards.of(incident, messages.text("mine.complete"), now)
                        : cards.facts(incident, none, none, now);
            case WITHDRAW ->
                incident.isOpen() && !incident.asksToWithdraw()
                        ? cards.withdraw(incident, none, none, now)
                        : cards.of(incident, null, now);
            case REPLY ->
                incident.unanswered().stream()
                        .findFirst()
                        .map(asked -> cards.reply(incident, asked, none, none, now))
                        .orElseGet(() -> cards.of(incident, null, now));
        };
    }

    /** @param chosen the question's id; null before one could be chosen */
    private Card correct(Incident incident, @Nullable String chosen, Instant now) {
        if (chosen == null) {
            return cards.chooseAnswer(incident, Map.of(), now);
        }
        return question(incident, chosen)
                .map(question -> cards.correct(incident, question, later.shown(incident, question), Map.of(), now))
                .orElseGet(() -> cards.chooseAnswer(
                        incident, Map.of(MyReportCards.CHOSEN, messages.text("problem.required")), now));
    }

    private Card say(Incident incident, CardAction.SayMine say, Turn turn, Instant now) {
        String key = say.key().isEmpty() ? UUID.randomUUID().toString() : say.key();
        Map<String, String> sent = say.answers();
        String text = sent.getOrDefault(MyReportCards.TEXT, "");
        return switch (say.saying()) {
            case ADD -> {
                Map<String, String> problems = later.problems(text);
                yield problems.isEmpty()
                        ? said(incident, i -> new Said.Added(key, text, turn.person()), now)
                        : cards.add(incident, sent, problems, now);
            }
            case REPLY -> {
                Optional<Statement> asked = incident.statement(say.about());
                Map<String, String> problems = later.problems(text);
                yield asked.isPresent() && !problems.isEmpty()
                        ? cards.reply(incident, asked.get(), sent, problems, now)
                        : said(incident, i -> new Said.Replied(key, say.about(), text, turn.person()), now);
            }
            case WITHDRAW ->
                duties.withdrawal(sent.getOrDefault(MyReportCards.CHOSEN, ""))
                        .map(reason -> said(incident, i -> withdrawal(key, reason, turn), now))
                        .orElseGet(() -> cards.withdraw(
                                incident, sent, Map.of(MyReportCards.CHOSEN, messages.text("problem.required")), now));
            case CORRECT ->
                question(incident, say.about())
                        .map(question -> answer(incident, List.of(question), key, say, turn, now))
                        .orElseGet(() -> cards.chooseAnswer(incident, Map.of(), now));
            case FACTS -> {
                List<Question> questions = incident.missing().stream()
                        .flatMap(id -> question(incident, id).stream())
                        .toList();
                yield questions.isEmpty()
                        ? cards.of(incident, messages.text("mine.complete"), now)
                        : answer(incident, questions, key, say, turn, now);
            }
        };
    }

    private Card answer(
            Incident incident, List<Question> asked, String key, CardAction.SayMine say, Turn turn, Instant now) {
        List<Question> answered = later.answered(asked, say.answers());
        Map<String, String> problems =
                later.problems(incident, answered.isEmpty() ? asked : answered, say.answers(), now);
        if (!problems.isEmpty()) {
            return say.saying() == Saying.FACTS
                    ? cards.facts(incident, say.answers(), problems, now)
                    : cards.correct(incident, asked.getFirst(), say.answers(), problems, now);
        }
        ReportType type = types.find(incident.report().type()).orElseThrow();
        return said(incident, i -> later.said(i, type, answered, say.answers(), key, turn.person(), now), now);
    }

    private Said withdrawal(String key, Duties.Reason reason, Turn turn) {
        Answer answer = new Answer("withdrawal", messages.text("mine.withdraw.why"), reason.id(), reason.label(), true);
        return new Said.WithdrawalAsked(key, answer, turn.person());
    }

    private Card said(Incident incident, Function<Incident, Said> said, Instant now) {
        Incident stored = words.say(incident, said, now);
        if (stored.statements().size() == incident.statements().size()) {
            return cards.of(stored, messages.text("mine.unchanged"), now);
        }
        return cards.of(stored, messages.text(stored.isHeld() ? "mine.said.held" : "mine.said"), now);
    }

    private Optional<Question> question(Incident incident, String id) {
        return types.find(incident.report().type()).flatMap(type -> type.question(id));
    }
}
