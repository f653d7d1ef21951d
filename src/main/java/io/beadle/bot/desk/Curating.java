package io.beadle.bot.desk;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.CardAction;
import io.beadle.card.CuratedCard;
import io.beadle.content.Messages;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.CuratedAnswers;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The answers that people stand for, at the desk: saved, listed, kept for another while, retired. */
@Component
public final class Curating {
    /** governance.md, "curated answer review". */
    private static final Period UNTIL_REVIEW = Period.ofMonths(6);

    private static final Logger log = LoggerFactory.getLogger(Curating.class);

    private final CuratedAnswers curated;
    private final DeskRights rights;
    private final CuratedCard card;
    private final Messages messages;
    private final InstantSource clock;
    private final ZoneId zone;

    Curating(
            CuratedAnswers curated,
            DeskRights rights,
            CuratedCard card,
            Messages messages,
            InstantSource clock,
            ZoneId zone) {
        this.curated = curated;
        this.rights = rights;
        this.card = card;
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
    }

    /** Saves an answer, good for six months; once, however often it is saved under this id. */
    void save(String id, String question, AskedQuestion.Reply reply) {
        curated.add(new CuratedAnswer(
                id,
                0,
                question,
                reply.text(),
                reply.passage(),
                reply.by(),
                reply.at(),
                today().plus(UNTIL_REVIEW),
                false));
        log.info("curated answer saved id={}", id);
    }

    /** "Show curated answers". */
    public void show(Turn turn, Chat chat) {
        if (rights.has(turn)) {
            chat.send(card.of(curated.all(), today()));
        } else {
            chat.send(messages.text("gaps.refused"));
        }
    }

    /** Keeps or retires one; the card shows the same ones as before. */
    public Reply change(CardAction.OfCurated action, Turn turn) {
        if (!rights.has(turn)) {
            return new Reply.Tell(messages.text("gaps.refused"));
        }
        curated.change(action.answer(), answer -> switch (action) {
            case CardAction.RenewCurated renew ->
                answer.retired() ? answer : answer.renewed(today().plus(UNTIL_REVIEW));
            case CardAction.RetireCurated retire -> answer.retire();
        });
        log.info(
                "curated answer changed id={} person={}",
                action.answer(),
                turn.person().id());
        return new Reply.Show(of(
                action.shown().stream().flatMap(id -> curated.find(id).stream()).toList()));
    }

    Card of(List<CuratedAnswer> answers) {
        return card.of(answers, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
