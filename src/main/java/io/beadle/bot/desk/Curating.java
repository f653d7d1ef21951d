package io.beadle.bot.desk;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.CardAction;
import io.beadle.card.CuratedCard;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.CuratedAnswers;
import io.beadle.knowledge.KnowledgeBusyException;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.Question;
import io.beadle.knowledge.StandingClauses;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private final StandingClauses clauses;
    private final PolicyAssistant assistant;
    private final CuratedCard card;
    private final InstantSource clock;
    private final ZoneId zone;

    Curating(
            CuratedAnswers curated,
            DeskRights rights,
            StandingClauses clauses,
            PolicyAssistant assistant,
            CuratedCard card,
            InstantSource clock,
            ZoneId zone) {
        this.curated = curated;
        this.rights = rights;
        this.clauses = clauses;
        this.assistant = assistant;
        this.card = card;
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
        rights.refusal(turn, "gaps.refused").ifPresentOrElse(chat::send, () -> chat.send(of(curated.all())));
    }

    /** Keeps or retires one; the card shows the same ones as before. */
    public Reply change(CardAction.OfCurated action, Turn turn) {
        Optional<String> refusal = rights.refusal(turn, "gaps.refused");
        if (refusal.isPresent()) {
            return new Reply.Tell(refusal.get());
        }
        curated.change(action.answer(), answer -> switch (action) {
                    case CardAction.RenewCurated renew -> renewed(answer, renew.passage());
                    case CardAction.RetireCurated retire -> answer.retire();
                })
                .ifPresent(changed -> log.info(
                        "curated answer changed id={} person={}",
                        changed.id(),
                        turn.person().id()));
        return new Reply.Show(of(
                action.shown().stream().flatMap(id -> curated.find(id).stream()).toList()));
    }

    /** A clause that does not stand, perhaps no longer, changes nothing: the card then shows what does. */
    private CuratedAnswer renewed(CuratedAnswer answer, @Nullable String passage) {
        if (answer.retired() || (passage != null && !passage.isEmpty() && !clauses.stand(passage))) {
            return answer;
        }
        CuratedAnswer renewed = answer.renewed(today().plus(UNTIL_REVIEW));
        return passage == null ? renewed : renewed.citing(passage.isEmpty() ? null : passage);
    }

    Card of(List<CuratedAnswer> answers) {
        return card.of(answers.stream().limit(CuratedCard.MOST).map(this::line).toList(), answers.size(), today());
    }

    /** Whether the clause that it rests on is no longer in the policies as it was. */
    boolean lostItsClause(CuratedAnswer answer) {
        return answer.passage() != null && !clauses.stand(answer.passage());
    }

    /** With what everybody may read of what the policies say to its question now, in place of the clause it has lost. */
    private CuratedCard.Line line(CuratedAnswer answer) {
        try {
            return answer.retired() || !lostItsClause(answer)
                    ? CuratedCard.Line.of(answer)
                    : new CuratedCard.Line(answer, true, near(assistant.ask(Question.of(answer.question()))));
        } catch (KnowledgeBusyException e) {
            return CuratedCard.Line.of(answer);
        }
    }

    private static @Nullable Passage near(Answer answer) {
        return switch (answer) {
            case Answer.Answered found -> found.citations().getFirst().passage();
            case Answer.Closest near -> near.closest().passage();
            case Answer.NotFound none -> null;
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
