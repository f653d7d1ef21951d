package io.beadle.bot.desk;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.CardAction;
import io.beadle.card.EnquiryCards;
import io.beadle.card.GapsCard;
import io.beadle.content.Kept;
import io.beadle.content.Messages;
import io.beadle.content.Retention;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestion.Outcome;
import io.beadle.knowledge.AskedQuestion.Reaction;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.CuratedAnswers;
import io.beadle.knowledge.Likeness;
import io.beadle.knowledge.PlainQuestion;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Questions without good answers, grouped by meaning, for those who can write one. */
@Component
public final class Gaps implements Sweep {
    /** A year of a council's gaps; more would make the turn long. */
    private static final int MOST = 500;

    private final AskedQuestions asked;
    private final CuratedAnswers curated;
    private final Likeness likeness;
    private final DeskRights rights;
    private final Curating curating;
    private final GapsCard card;
    private final Messages messages;
    private final Retention retention;
    private final InstantSource clock;

    Gaps(
            AskedQuestions asked,
            CuratedAnswers curated,
            Likeness likeness,
            DeskRights rights,
            Curating curating,
            GapsCard card,
            Messages messages,
            Retention retention,
            InstantSource clock) {
        this.asked = asked;
        this.curated = curated;
        this.likeness = likeness;
        this.rights = rights;
        this.curating = curating;
        this.card = card;
        this.messages = messages;
        this.retention = retention;
        this.clock = clock;
    }

    /** "Gaps". */
    public void show(Turn turn, Chat chat) {
        refusal(turn).ifPresentOrElse(chat::send, () -> chat.send(list()));
    }

    public Reply show(Turn turn) {
        return refusal(turn).<Reply>map(Reply.Tell::new).orElseGet(() -> new Reply.Show(list()));
    }

    /** "Write an answer". */
    public Reply fill(CardAction.FillGap action, Turn turn) {
        return refusal(turn)
                .<Reply>map(Reply.Tell::new)
                .orElseGet(() -> new Reply.Show(asked.find(action.question())
                        .map(question -> card.form(question.key(), PlainQuestion.of(question.inFull()), "", null))
                        .orElseGet(this::list)));
    }

    /** Saves the answer written; what is not fit to be saved is shown again as it was typed. */
    public Reply save(CardAction.SaveGap action, Turn turn) {
        Optional<String> refusal = refusal(turn);
        if (refusal.isPresent()) {
            return new Reply.Tell(refusal.get());
        }
        if (asked.find(action.question()).isEmpty()) {
            return new Reply.Tell(messages.text("question.unknown"));
        }
        Map<String, String> typed = action.answers();
        String question = typed.getOrDefault(EnquiryCards.QUESTION, "").strip();
        String answer = typed.getOrDefault(EnquiryCards.ANSWER, "").strip();
        if (!isFit(question, EnquiryCards.LONGEST_QUESTION) || !isFit(answer, EnquiryCards.LONGEST_ANSWER)) {
            return new Reply.Show(card.form(
                    action.question(),
                    question,
                    answer,
                    messages.text("gaps.form.problem", EnquiryCards.LONGEST_QUESTION, EnquiryCards.LONGEST_ANSWER)));
        }
        curating.save(
                "gap-" + action.question(),
                question,
                new AskedQuestion.Reply(answer, null, turn.person().name(), clock.instant()));
        return new Reply.Show(list());
    }

    private static boolean isFit(String text, int longest) {
        return !text.isEmpty() && text.length() <= longest;
    }

    private Optional<String> refusal(Turn turn) {
        return rights.refusal(turn, "gaps.refused");
    }

    /**
     * Reads what is new among them, so that whoever asks for the list does not wait for that: see the rationale, "Why are gaps
     * read beforehand?"
     */
    @Override
    public long sweep(Instant now) {
        likeness.groups(gaps(now).stream().map(Gaps::text).distinct().toList());
        return 0;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    private List<AskedQuestion> gaps(Instant now) {
        return asked.gaps(now.minus(retention.of(Kept.QUESTIONS)), MOST);
    }

    private static String text(AskedQuestion question) {
        return PlainQuestion.of(question.inFull());
    }

    private Card list() {
        Instant now = clock.instant();
        List<String> answered =
                curated.all().stream().map(CuratedAnswer::question).toList();
        Map<String, List<AskedQuestion>> byText = new LinkedHashMap<>();
        for (AskedQuestion question : gaps(now)) {
            String text = text(question);
            if (likeness.same(text, answered).isEmpty()) {
                byText.computeIfAbsent(text, key -> new ArrayList<>()).add(question);
            }
        }
        return card.of(likeness.groups(List.copyOf(byText.keySet())).stream()
                .map(texts -> group(
                        texts.getFirst(),
                        texts.stream()
                                .flatMap(text -> Objects.requireNonNull(byText.get(text)).stream())
                                .toList(),
                        now))
                .sorted(Comparator.comparingInt(GapsCard.Group::asked).reversed())
                .toList());
    }

    private static GapsCard.Group group(String text, List<AskedQuestion> questions, Instant now) {
        return new GapsCard.Group(
                questions.getFirst().key(),
                text,
                questions.size(),
                count(questions, q -> q.outcome() == Outcome.CLOSEST || q.outcome() == Outcome.NOT_FOUND),
                count(questions, q -> q.reaction() == Reaction.DISLIKE),
                count(questions, q -> q.enquiry() != null),
                waiting(questions, now));
    }

    private static int count(List<AskedQuestion> questions, Predicate<AskedQuestion> which) {
        return (int) questions.stream().filter(which).count();
    }

    private static @Nullable Duration waiting(List<AskedQuestion> questions, Instant now) {
        return questions.stream()
                .filter(AskedQuestion::isOpen)
                .map(question -> Duration.between(
                        Objects.requireNonNull(question.enquiry()).at(), now))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
