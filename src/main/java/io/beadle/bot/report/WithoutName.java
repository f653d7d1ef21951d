package io.beadle.bot.report;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.CardAction;
import io.beadle.card.NamingCard;
import io.beadle.card.SimpleCards;
import io.beadle.content.Messages;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.AnonymousToken;
import io.beadle.incident.Draft;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How a report without a name begins (G8). None of its turns leaves a trace, and each bears repetition: the token of an
 * anonymous report is on the card before there is one.
 */
@Component
public final class WithoutName {
    private final OpenDrafts drafts;
    private final ReportDialogue dialogue;
    private final RecentQuestions questions;
    private final ReportTypes types;
    private final NamingCard naming;
    private final SimpleCards simple;
    private final Messages messages;
    private final SecureRandom random = new SecureRandom();

    WithoutName(
            OpenDrafts drafts,
            ReportDialogue dialogue,
            RecentQuestions questions,
            ReportTypes types,
            NamingCard naming,
            SimpleCards simple,
            Messages messages) {
        this.drafts = drafts;
        this.dialogue = dialogue;
        this.questions = questions;
        this.types = types;
        this.naming = naming;
        this.simple = simple;
        this.messages = messages;
    }

    /** "Report anonymously", said in words. */
    public void offer(Turn turn, Chat chat) {
        chat.leaveNoTrace();
        if (turn.isPersonal()) {
            chat.send(choice(""));
        } else {
            chat.send(messages.text("noname.private"));
        }
    }

    public Reply act(CardAction.WithoutName action, Turn turn, Chat chat) {
        chat.leaveNoTrace();
        if (!turn.isPersonal()) {
            return new Reply.Tell(messages.text("noname.private"));
        }
        drafts.find(turn.person(), action.draft())
                .ifPresent(draft -> drafts.change(draft, d -> d.answered(typed(d, action.answers()), d.touched())));
        Optional<AnonymousToken> token = AnonymousToken.of(action.how());
        if (token.isPresent()) {
            return new Reply.Show(anonymous(token.get(), action, turn));
        }
        return new Reply.Show(
                action.how().equals(NamingCard.CONFIDENTIAL) ? confidential(action, turn) : choice(action.draft()));
    }

    /** Nothing typed is lost on the way to another card. */
    private Map<String, String> typed(Draft draft, Map<String, String> sent) {
        return types.find(draft.type())
                .map(type -> AnswerRules.kept(type.questions().toList(), sent, draft.answers(), draft.touched()))
                .orElse(Map.of());
    }

    private Card choice(String draft) {
        return naming.of(draft, AnonymousToken.random(random));
    }

    private Card anonymous(AnonymousToken token, CardAction.WithoutName action, Turn turn) {
        Optional<Draft> begun = drafts.find(token.holder(), token.id());
        if (begun.isPresent()) {
            return dialogue.card(begun.get());
        }
        questions.forget(turn.person(), turn.address().conversation());
        Optional<Draft> named = drafts.find(turn.person(), action.draft());
        if (named.isPresent()) {
            Draft draft = drafts.withoutName(token, named.get());
            drafts.end(named.get().id());
            return dialogue.card(draft);
        }
        return action.draft().isEmpty()
                ? type(action)
                        .map(type -> dialogue.card(drafts.begin(token, type)))
                        .orElseGet(() -> chooseType(action))
                : simple.gone();
    }

    private Card confidential(CardAction.WithoutName action, Turn turn) {
        Optional<Draft> named = drafts.find(turn.person(), action.draft());
        if (named.isEmpty() && !action.draft().isEmpty()) {
            return simple.gone();
        }
        Optional<Draft> open = named.or(() -> drafts.of(turn.person()));
        Optional<Draft> draft = open.or(() -> type(action).map(type -> drafts.begin(turn.person(), type, Map.of())));
        if (draft.isEmpty()) {
            return chooseType(action);
        }
        String card = turn.card() == null ? "" : turn.card();
        Draft.Place here = new Draft.Place(turn.address().conversation(), turn.member(), card);
        return drafts.change(draft.get(), d -> d.inConfidence().shownIn(here))
                .map(next -> open.isPresent() && named.isEmpty() ? dialogue.resumed(next) : dialogue.card(next))
                .orElseGet(simple::gone);
    }

    private Optional<ReportType> type(CardAction.WithoutName action) {
        return action.of() instanceof CardAction.StartReport start ? types.find(start.type()) : Optional.empty();
    }

    /** Every button of it leads on without a name. */
    private Card chooseType(CardAction.WithoutName action) {
        Card card = action.of() instanceof CardAction.ChooseGroup chosen
                ? simple.chooseType(chosen.group())
                : simple.chooseType();
        return card.carrying("naming", action.how());
    }
}
