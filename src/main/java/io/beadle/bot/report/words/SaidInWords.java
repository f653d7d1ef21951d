package io.beadle.bot.report.words;

import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The answers that are in a message already, as a card would send them. Only what the type asks is read, and only what
 * was said: when, where, what, about how many people, whom to ring; and the message itself tells the circumstances.
 */
@Component
public final class SaidInWords {
    private static final Pattern SPACE = Pattern.compile("\\s++");

    /** No message is longer: what comes later was not written by a person in trouble. */
    private static final int READ = 4_000;

    private final InstantSource clock;
    private final ZoneId zone;
    private final Map<Question, ChoiceReader> choices = new HashMap<>();

    public SaidInWords(ReportTypes types, InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
        types.types().stream()
                .flatMap(ReportType::questions)
                .filter(question -> !question.choices().isEmpty())
                .forEach(question -> choices.computeIfAbsent(question, ChoiceReader::new));
    }

    /** The answers by question, in the order in which the type asks; those to when by the keys of its inputs. */
    public Map<String, String> answers(ReportType type, String message) {
        String read = message.substring(0, Math.min(message.length(), READ));
        String text = SPACE.matcher(read.strip()).replaceAll(" ").replace('\u2019', '\'');
        LocalDateTime now = clock.instant().atZone(zone).toLocalDateTime();
        Map<String, String> moments = MomentReader.read(text, now);
        Map<String, String> answers = new LinkedHashMap<>();
        type.questions().forEach(question -> {
            if (question.kind() == Question.Kind.MOMENT) {
                moments.forEach((key, value) -> {
                    if (key.equals(question.id()) || key.startsWith(question.id() + "-")) {
                        answers.put(key, value);
                    }
                });
            } else {
                answer(question, text, message, now)
                        .filter(answer -> answer.length() <= question.maxLength())
                        .ifPresent(answer -> answers.put(question.id(), answer));
            }
        });
        return answers;
    }

    private Optional<String> answer(Question question, String text, String message, LocalDateTime now) {
        return switch (question.id()) {
            case "where" -> question.kind().isTyped() ? place(text, now) : choice(question, text);
            case "people" -> PeopleReader.read(text, question);
            case "contact" -> NumberReader.toRing(text);
            case "asset-tag" -> NumberReader.assetTag(text);
            case "circumstances" -> Optional.of(message.strip()).filter(said -> !said.isEmpty());
            default -> choice(question, text);
        };
    }

    private Optional<String> choice(Question question, String text) {
        return Optional.ofNullable(choices.get(question)).flatMap(reader -> reader.read(text));
    }

    private static Optional<String> place(String text, LocalDateTime now) {
        return PlaceReader.read(MomentReader.without(text, now.toLocalDate()));
    }
}
