package io.beadle.bot.ask;

import io.beadle.card.AnswerText;
import io.beadle.card.Markdown;
import io.beadle.card.Phrases;
import io.beadle.card.WrittenTime;
import io.beadle.content.Messages;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.CuratedAnswers;
import io.beadle.knowledge.Likeness;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.teams.Message;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person has answered to the same question before, marked as that. It comes before what documents say. */
@Component
public final class CuratedReplies {
    private final CuratedAnswers curated;
    private final Likeness likeness;
    private final PolicyAssistant assistant;
    private final AnswerText texts;
    private final Messages messages;
    private final Phrases phrases;
    private final InstantSource clock;
    private final ZoneId zone;

    CuratedReplies(
            CuratedAnswers curated,
            Likeness likeness,
            PolicyAssistant assistant,
            AnswerText texts,
            Messages messages,
            Phrases phrases,
            InstantSource clock,
            ZoneId zone) {
        this.curated = curated;
        this.likeness = likeness;
        this.assistant = assistant;
        this.texts = texts;
        this.messages = messages;
        this.phrases = phrases;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What a person has answered.
     *
     * @param cited the clause it rests on, which is [1] in the text; empty if it rests on none
     */
    public record Known(Message message, List<Passage> cited) {}

    /**
     * The answer as a text with the clause it rests on; empty if nobody gave one, its review is overdue, or its clause is no
     * longer in the policies, or not for everybody who reads along (G34).
     *
     * @param reader an Entra object id; null where others read along
     */
    public Optional<Known> to(String question, @Nullable String reader) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<CuratedAnswer> current =
                curated.all().stream().filter(answer -> answer.answersOn(today)).toList();
        return likeness.same(
                        question, current.stream().map(CuratedAnswer::question).toList())
                .flatMap(same -> current.stream()
                        .filter(answer -> answer.question().equals(same))
                        .findFirst())
                .flatMap(answer -> known(answer, reader));
    }

    private Optional<Known> known(CuratedAnswer answer, @Nullable String reader) {
        String text = phrases.withNumbers(
                "curated.answer", WrittenTime.date(answer.reviewDue()), Markdown.quote(answer.text()));
        if (answer.passage() == null) {
            return Optional.of(new Known(message(text, List.of()), List.of()));
        }
        return assistant.passage(answer.passage(), reader).map(clause -> {
            List<Citation> rests = List.of(Citation.of(clause, clause.text()));
            String quoted = messages.text("curated.clause", texts.of(rests));
            return new Known(message(text + "\n\n" + quoted, List.of(CitationEntity.of(rests))), List.of(clause));
        });
    }

    private static Message message(String text, List<Map<String, Object>> entities) {
        return new Message(text, null, null, entities, Map.of("feedbackLoop", Map.of("type", "default")));
    }
}
