package io.beadle.bot.ask;

import io.beadle.bot.ask.Understanding.Understood;
import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.AnswerCards;
import io.beadle.card.ShownAnswer;
import io.beadle.content.Messages;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.KnowledgeBusyException;
import io.beadle.knowledge.Passage;
import io.beadle.teams.DeliveryException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers a question: a text with what the policies say, then a card with its sources and what else can be done. */
@Component
public final class PolicyQuestions {
    private static final int FURTHER = 2;
    private static final Logger log = LoggerFactory.getLogger(PolicyQuestions.class);

    private final Understanding understanding;
    private final AnswerMessages answers;
    private final Telling telling;
    private final AnswerCards cards;
    private final CuratedReplies curated;
    private final AskedQuestions asked;
    private final Messages messages;
    private final InstantSource clock;

    PolicyQuestions(
            Understanding understanding,
            AnswerMessages answers,
            Telling telling,
            AnswerCards cards,
            CuratedReplies curated,
            AskedQuestions asked,
            Messages messages,
            InstantSource clock) {
        this.understanding = understanding;
        this.answers = answers;
        this.telling = telling;
        this.cards = cards;
        this.curated = curated;
        this.asked = asked;
        this.messages = messages;
        this.clock = clock;
    }

    public void answer(Intent.Ask ask, Turn turn, Chat chat) {
        Remark remark = Remark.before(ask.question());
        if (remark != Remark.NONE) {
            chat.send(answers.remark(remark, ask.question()));
        } else if (!answerAsBefore(ask, turn, chat)) {
            answer(ask.question(), ask.type(), false, turn, chat);
        }
    }

    /** What was read as a follow-up was none: answers it by itself, for whoever asked it. */
    public Reply alone(ShownAnswer shown, Turn turn, Chat chat) {
        return asked.find(shown.question())
                .filter(question -> question.asker() != null
                        && question.asker().id().equals(turn.person().id())
                        && question.asker().conversation().equals(turn.address().conversation()))
                .<Reply>map(question -> {
                    answer(question.text(), question.type(), true, turn, chat);
                    return back(shown.alone(), turn);
                })
                .orElseGet(() -> new Reply.Tell(messages.text("answer.gone")));
    }

    /** Answers as a person has answered the same question before; false if none has. */
    private boolean answerAsBefore(Intent.Ask ask, Turn turn, Chat chat) {
        Optional<CuratedReplies.Known> known;
        try {
            known = curated.to(ask.question(), Understanding.reader(turn));
        } catch (KnowledgeBusyException e) {
            return false;
        }
        known.ifPresent(answer -> {
            String activity = chat.send(answer.message());
            List<String> cited = ids(answer.cited());
            String text = ask.question();
            String key = keep(text, text, AskedQuestion.Outcome.CURATED, cited, ask.type(), activity, turn);
            offer(new ShownAnswer(key, cited, List.of(), ask.type(), false), answer.cited(), turn, chat);
        });
        return known.isPresent();
    }

    private void answer(String text, @Nullable String type, boolean alone, Turn turn, Chat chat) {
        Understood understood;
        try {
            understood = alone ? understanding.alone(text, turn) : understanding.of(text, turn);
        } catch (KnowledgeBusyException e) {
            chat.send(messages.text("answer.busy"));
            return;
        }
        String activity = telling.tell(understood, turn, chat);
        List<Passage> cited =
                answers.quoted(understood).stream().map(Citation::passage).toList();
        List<String> further = cited.isEmpty()
                ? List.of()
                : ids(understood.answer().passages()).stream()
                        .filter(id -> !ids(cited).contains(id))
                        .limit(FURTHER)
                        .toList();
        String key = keep(
                understood.text(),
                understood.read(),
                AskedQuestion.Outcome.of(understood.answer()),
                ids(understood.answer().passages().stream().limit(5).toList()),
                type,
                activity,
                turn);
        offer(new ShownAnswer(key, ids(cited), further, type, understood.isFollowUp()), cited, turn, chat);
    }

    /** The card under an answer. */
    private void offer(ShownAnswer shown, List<Passage> cited, Turn turn, Chat chat) {
        try {
            chat.send(cards.answer(shown, cited, Understanding.reader(turn)));
        } catch (DeliveryException e) {
            // the answer is there: a failed turn would be delivered again, and the answer given twice
            log.warn("answer without buttons status={} code={}", e.status(), e.code());
        }
    }

    /** The key under which the question is kept; empty if it could not be: the answer is there, and counts for more. */
    private String keep(
            String text,
            String read,
            AskedQuestion.Outcome outcome,
            List<String> passages,
            @Nullable String type,
            String activity,
            Turn turn) {
        String key = UUID.randomUUID().toString();
        try {
            asked.keep(AskedQuestion.of(
                    key,
                    clock.instant(),
                    text,
                    read,
                    outcome,
                    passages,
                    type,
                    new AskedQuestion.Asker(
                            turn.person().id(),
                            turn.person().name(),
                            turn.member(),
                            turn.address().conversation(),
                            turn.thread()),
                    activity));
            return key;
        } catch (RuntimeException e) {
            log.error("question not kept cause={}", e.getClass().getName());
            return "";
        }
    }

    /** The further passages, looked up again by the ids on the card. */
    public Reply more(ShownAnswer shown, Turn turn) {
        List<Passage> passages =
                understanding.passages(shown.further().stream().limit(FURTHER).toList(), turn);
        return passages.isEmpty() ? gone() : new Reply.Show(cards.passages(shown, passages));
    }

    /** The section around a passage that the answer cites. */
    public Reply section(String passage, ShownAnswer shown, Turn turn) {
        List<Passage> section = understanding.section(passage, turn);
        return section.stream()
                .filter(one -> one.id().equals(passage))
                .findFirst()
                .<Reply>map(cited -> new Reply.Show(cards.section(shown, cited, section, Understanding.reader(turn))))
                .orElseGet(this::gone);
    }

    /** The card as it was under the answer. */
    public Reply back(ShownAnswer shown, Turn turn) {
        return new Reply.Show(
                cards.answer(shown, understanding.passages(shown.cited(), turn), Understanding.reader(turn)));
    }

    private Reply gone() {
        return new Reply.Tell(messages.text("answer.more.gone"));
    }

    private static List<String> ids(List<Passage> passages) {
        return passages.stream().map(Passage::id).toList();
    }
}
