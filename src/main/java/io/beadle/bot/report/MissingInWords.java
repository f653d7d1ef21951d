package io.beadle.bot.report;

import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Intents;
import io.beadle.bot.turn.Turn;
import io.beadle.card.TypedText;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.FactsAsked;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.sweep.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * "Missing facts": what a report that was sent still lacks, asked for in plain text, one question a message, under the rules of
 * the card. It is for reports in one's own name: whom it asks is stored.
 */
@Component
public final class MissingInWords implements Sweep {
    /** After that, what somebody writes is no answer to it any more. */
    static final Duration HEEDED = Duration.ofMinutes(30);

    /** Of one person's reports, how many of the latest are looked at. */
    private static final int LATEST = 50;

    private static final Pattern BEGIN = Pattern.compile(
            "(?:please )?(?:i want to )?(?:add |give |supply |ask me (?:for )?)?(?:the |my )?"
                    + "(?:missing (?:facts|answers|details)|what(?: is|'s|\u2019s) missing)"
                    + "(?: (?:of|for|in|from|to))?(?: (?:my report|(?<reference>INC-\\d{4}-\\d{4,9})))?(?: please)?[.!? ]*",
            Pattern.CASE_INSENSITIVE);

    private final FactsAsked asked;
    private final Incidents incidents;
    private final OwnWords own;
    private final ReportTypes types;
    private final LaterAnswers later;
    private final SpokenAnswers answers;
    private final WordsText texts;
    private final Intents intents;
    private final Messages messages;
    private final InstantSource clock;

    MissingInWords(
            FactsAsked asked,
            Incidents incidents,
            OwnWords own,
            ReportTypes types,
            LaterAnswers later,
            SpokenAnswers answers,
            WordsText texts,
            Intents intents,
            Messages messages,
            InstantSource clock) {
        this.asked = asked;
        this.incidents = incidents;
        this.own = own;
        this.types = types;
        this.later = later;
        this.answers = answers;
        this.texts = texts;
        this.intents = intents;
        this.messages = messages;
        this.clock = clock;
    }

    /** Takes what somebody wrote in their personal chat, if they are asked so or want to be; of anything else, false. */
    public boolean said(Turn turn, Chat chat) {
        if (!turn.isPersonal()) {
            return false;
        }
        String text = TypedText.of(turn.text());
        Matcher begin = BEGIN.matcher(text);
        if (begin.matches()) {
            chat.send(begin(turn, begin.group("reference")));
            return true;
        }
        Optional<FactsAsked.Asked> last = asked.of(turn.person().id())
                .filter(asked -> clock.instant().isBefore(asked.at().plus(HEEDED)));
        Optional<Incident> incident = last.flatMap(asked -> own.find(asked.incident(), turn.person()));
        if (incident.isEmpty() || leadsAway(text, turn)) {
            return false;
        }
        chat.send(go(incident.get(), last.get().question(), turn, text));
        return true;
    }

    private boolean leadsAway(String text, Turn turn) {
        if (InWords.isWanted(text)) {
            asked.forget(turn.person().id());
            return true;
        }
        return intents.of(text) instanceof Intent.MyReports;
    }

    private String begin(Turn turn, @Nullable String reference) {
        Optional<Incident> meant = reference == null
                ? incidents.reportedBy(turn.person().id(), LATEST).stream()
                        .filter(incident -> isNamed(incident, turn) && question(incident, "") != null)
                        .findFirst()
                : own.find(reference.toUpperCase(Locale.ROOT), turn.person());
        if (meant.isEmpty()) {
            return messages.text(reference == null ? "words.missing.none" : "mine.unknown");
        }
        Incident incident = meant.get();
        if (!isNamed(incident, turn)) {
            return messages.text("words.missing.sealed", incident.reference());
        }
        Question first = question(incident, "");
        return first == null
                ? messages.text("mine.complete")
                : messages.text("words.missing.begin", incident.reference()) + "\n\n" + ask(incident, first, turn);
    }

    private static boolean isNamed(Incident incident, Turn turn) {
        return incident.report().reporter().is(turn.person());
    }

    private String go(Incident incident, String last, Turn turn, String said) {
        ReportType type = types.find(incident.report().type()).orElse(null);
        Question question = type == null ? null : type.question(last).orElse(null);
        if (type == null || question == null || !incident.missing().contains(question.id())) {
            return next(incident, last, turn); // answered on a card meanwhile, or taken out of the content
        }
        return switch (SpokenAnswers.plain(said)) {
            case "stop", "pause", "cancel" -> {
                asked.forget(turn.person().id());
                yield messages.text("words.missing.stopped");
            }
            case "skip" -> next(incident, question.id(), turn);
            case "help", "?" -> messages.text("words.missing.help") + "\n\n" + ask(incident, question, turn);
            default -> answer(incident, type, question, turn, said);
        };
    }

    private String answer(Incident incident, ReportType type, Question question, Turn turn, String said) {
        Instant now = clock.instant();
        Optional<Map<String, String>> read = answers.read(type, question, said);
        if (read.isEmpty()) {
            return messages.text("words.unread") + "\n\n" + ask(incident, question, turn);
        }
        List<Question> one = List.of(question);
        for (String problem : later.problems(incident, one, read.get(), now).values()) {
            return problem + "\n\n" + ask(incident, question, turn);
        }
        String key = UUID.randomUUID().toString();
        Incident stored = own.say(incident, i -> later.said(i, type, one, read.get(), key, turn.person(), now), now);
        return next(stored, question.id(), turn);
    }

    /** The next that is missing after that question, or what is left at the end. */
    private String next(Incident incident, String after, Turn turn) {
        Question next = question(incident, after);
        if (next != null) {
            return ask(incident, next, turn);
        }
        asked.forget(turn.person().id());
        String held = incident.isHeld() ? "\n\n" + messages.text("mine.said.held") : "";
        int open = incident.missing().size();
        return (open == 0
                        ? messages.text("mine.complete")
                        : messages.text("words.missing.left", open, incident.reference()))
                + held;
    }

    /** The first missing question that stands behind the one with this id in today's type; null if there is none. */
    private @Nullable Question question(Incident incident, String after) {
        List<Question> all = types.find(incident.report().type()).stream()
                .flatMap(ReportType::questions)
                .toList();
        int at = all.stream().map(Question::id).toList().indexOf(after);
        return all.stream()
                .skip(at + 1L)
                .filter(question -> incident.missing().contains(question.id()))
                .findFirst()
                .orElse(null);
    }

    private String ask(Incident incident, Question question, Turn turn) {
        asked.put(new FactsAsked.Asked(turn.person().id(), incident.reference(), question.id(), clock.instant()));
        return texts.ask(question);
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public long sweep(Instant now) {
        return asked.forgetBefore(now.minus(HEEDED));
    }
}
