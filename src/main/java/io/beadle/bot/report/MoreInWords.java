package io.beadle.bot.report;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Markdown;
import io.beadle.card.Phrases;
import io.beadle.card.TypedText;
import io.beadle.content.Messages;
import io.beadle.incident.Incident;
import io.beadle.incident.Said;
import io.beadle.incident.Statement;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * More about a report of one's own in one message that names it, for whoever cannot use cards: "add INC-2026-0042 …", and
 * "answer INC-2026-0042 …" to what the desk asks.
 */
@Component
public final class MoreInWords {
    private static final Pattern SAYING = Pattern.compile(
            "(?:please )?(?<what>add|answer|reply)(?: (?:this )?(?:to|for))?"
                    + "\\s+(?<reference>INC-\\d{4}-\\d{4,9})\\b[\\s:,.-]*(?<text>.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final OwnWords own;
    private final LaterAnswers later;
    private final Messages messages;
    private final Phrases phrases;
    private final InstantSource clock;

    MoreInWords(OwnWords own, LaterAnswers later, Messages messages, Phrases phrases, InstantSource clock) {
        this.own = own;
        this.later = later;
        this.messages = messages;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Takes such a message, where nobody else reads along; of anything else, false. */
    public boolean said(Turn turn, Chat chat) {
        Matcher said = SAYING.matcher(TypedText.of(turn.text()));
        if (!said.matches()) {
            return false;
        }
        chat.send(turn.isPersonal() ? taken(said, turn) : messages.text("report.private.card"));
        return true;
    }

    private String taken(Matcher said, Turn turn) {
        Optional<Incident> found = own.find(said.group("reference").toUpperCase(Locale.ROOT), turn.person());
        if (found.isEmpty()) {
            return messages.text("mine.unknown");
        }
        String text = said.group("text").strip();
        return said.group("what").equalsIgnoreCase("add")
                ? add(found.get(), text, turn)
                : answer(found.get(), text, turn);
    }

    private String add(Incident incident, String text, Turn turn) {
        return text.isEmpty()
                ? messages.text("words.add", incident.reference())
                : say(incident, text, key -> new Said.Added(key, text, turn.person()));
    }

    /** What was asked first is answered first; without an answer it is asked again, but never on a held account (G5). */
    private String answer(Incident incident, String text, Turn turn) {
        Optional<Statement> asked = incident.unanswered().stream().findFirst();
        if (asked.isEmpty()) {
            return messages.text("words.unasked", incident.reference());
        }
        if (text.isEmpty()) {
            return incident.isHeld()
                    ? phrases.withNumbers(incident, "mine.held", incident.reference())
                    : messages.text(
                            "words.asked",
                            incident.reference(),
                            Markdown.escape(asked.get().text()));
        }
        return say(incident, text, key -> new Said.Replied(key, asked.get().key(), text, turn.person()));
    }

    private String say(Incident incident, String text, Function<String, Said> said) {
        for (String problem : later.problems(text).values()) {
            return problem;
        }
        String key = UUID.randomUUID().toString();
        Incident stored = own.say(incident, i -> said.apply(key), clock.instant());
        if (stored.statements().size() == incident.statements().size()) {
            return messages.text("mine.unchanged");
        }
        return messages.text(stored.isHeld() ? "mine.said.held" : "mine.said");
    }
}
