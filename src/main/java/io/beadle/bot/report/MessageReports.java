package io.beadle.bot.report;

import io.beadle.bot.report.chat.ChatMessage;
import io.beadle.bot.report.words.SaidInWords;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Intents;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.MessageReportCard;
import io.beadle.card.MessageReportCard.About;
import io.beadle.card.MessageReportCard.Filled;
import io.beadle.card.MessageReportCard.Form;
import io.beadle.card.WrittenTime;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Draft;
import io.beadle.incident.Incident;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * "Report this message": a dialog over the message, in whatever chat it stands (Teams docs, "create-task-module" and
 * "respond-to-task-module-submit"). Whoever pressed it reports; the sender is a name in the text. Nothing is stored before
 * it is sent: the form holds what was filled in, and the key by which sending it twice makes one incident. Nothing is
 * posted where the message stands.
 */
@Component
public final class MessageReports {
    static final String COMMAND = "reportMessage";

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Sending sending;
    private final AnswerRules rules;
    private final ReportTypes types;
    private final Intents intents;
    private final SaidInWords words;
    private final MessageReportCard cards;
    private final ConversationReferences references;
    private final Notices notices;
    private final WrittenTime times;
    private final Messages messages;
    private final InstantSource clock;
    private final ZoneId zone;

    MessageReports(
            Sending sending,
            AnswerRules rules,
            ReportTypes types,
            Intents intents,
            SaidInWords words,
            MessageReportCard cards,
            ConversationReferences references,
            Notices notices,
            WrittenTime times,
            Messages messages,
            InstantSource clock,
            ZoneId zone) {
        this.sending = sending;
        this.rules = rules;
        this.types = types;
        this.intents = intents;
        this.words = words;
        this.cards = cards;
        this.references = references;
        this.notices = notices;
        this.times = times;
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
    }

    /** What Teams takes for an answer: a dialog, or a sentence in one. */
    private sealed interface Outcome {
        record Dialog(String title, Card card) implements Outcome {}

        record Told(String text) implements Outcome {}
    }

    /** The answer to a {@code composeExtension/fetchTask}: the form, with what the message says filled in. */
    public Map<String, Object> begin(Map<?, ?> value, Turn turn) {
        return answer(
                COMMAND.equals(value.get("commandId"))
                        ? form(begun(turn.person(), ChatMessage.of(value.get("messagePayload"))), Map.of())
                        : new Outcome.Told(messages.text("message.other")));
    }

    /** The answer to a {@code composeExtension/submitAction}: the receipt, or the form again with what is wrong or new. */
    public Map<String, Object> submit(Map<?, ?> value, Turn turn) {
        Filled filled = Filled.parse(value.get("data") instanceof Map<?, ?> data ? data : Map.of());
        boolean known = COMMAND.equals(value.get("commandId"))
                && KEY.matcher(filled.key()).matches();
        return answer(known ? submitted(filled, turn) : new Outcome.Told(messages.text("message.stale")));
    }

    private Form begun(Person person, ChatMessage message) {
        List<ReportType> likely = likely(message.text());
        ReportType type = likely.isEmpty() ? null : likely.getFirst();
        Map<String, String> said = new LinkedHashMap<>(type == null ? Map.of() : words.answers(type, message.text()));
        if (!isOfToday(message)) {
            // "this morning" in a message of last week was another morning
            said.keySet()
                    .removeIf(key -> type != null
                            && type.questions()
                                    .filter(question -> question.kind() == Question.Kind.MOMENT)
                                    .flatMap(AnswerRules::keys)
                                    .anyMatch(key::equals));
        }
        said.put(AnswerRules.CIRCUMSTANCES, quoted(message));
        String key = UUID.randomUUID().toString();
        List<Question> questions = questions(type);
        Map<String, String> shown = AnswerRules.kept(questions, said, Map.of(), clock.instant());
        return new Form(draft(person, key, type, shown), key, type, likely, questions, null, null);
    }

    private Outcome submitted(Filled filled, Turn turn) {
        Optional<Incident> sent = sending.sent(turn.person(), id(turn.person(), filled.key()));
        if (sent.isPresent()) {
            return received(sent.get(), turn);
        }
        ReportType asked = types.find(filled.asked()).orElse(null);
        return switch (cards.about(filled)) {
            case About.Type chosen ->
                chosen.type().equals(asked) && !filled.changes()
                        ? send(filled, chosen.type(), turn)
                        : form(form(filled, chosen.type(), turn, null, messages.text("message.changed")), Map.of());
            case About.Group chosen ->
                form(form(filled, asked, turn, chosen.group(), messages.text("message.group")), Map.of());
            case About.Nothing none ->
                form(form(filled, asked, turn, null, null), Map.of("about", messages.text("message.type.problem")));
        };
    }

    private Outcome send(Filled filled, ReportType type, Turn turn) {
        Form form = form(filled, type, turn, null, null);
        Map<String, String> problems =
                rules.problems(form.questions(), form.draft().answers(), clock.instant());
        if (!problems.isEmpty()) {
            return form(form, problems);
        }
        Draft draft = personalChat(turn)
                .map(chat -> form.draft().shownIn(new Draft.Place(chat.conversation(), turn.member(), "")))
                .orElse(form.draft());
        return received(sending.send(draft, type), turn);
    }

    /** The receipt, as a second dialog; and in the personal chat, told once however often the form is sent. */
    private Outcome received(Incident incident, Turn turn) {
        Optional<Address> chat = personalChat(turn);
        chat.ifPresent(address -> {
            Card receipt = sending.receipt(incident, incident.draft());
            notices.put(Notice.toPerson(
                    "message-report-" + incident.reference(),
                    new Notice.To.Somebody(turn.member(), address.conversation(), address.conversation()),
                    Message.card(receipt.json(), receipt.summary()),
                    clock.instant()));
        });
        String more = messages.text(chat.isPresent() ? "message.receipt.chat" : "message.receipt.alone");
        return new Outcome.Dialog(messages.text("message.receipt"), sending.receiptInDialog(incident, more));
    }

    private Optional<Address> personalChat(Turn turn) {
        return references.personal(turn.member());
    }

    private Form form(
            Filled filled,
            @Nullable ReportType type,
            Turn turn,
            ReportTypes.@Nullable Group group,
            @Nullable String notice) {
        List<Question> questions = questions(type);
        Map<String, String> given = AnswerRules.kept(questions, filled.answers(), Map.of(), clock.instant());
        Draft draft = draft(turn.person(), filled.key(), type, given).confirmed(given.keySet());
        List<ReportType> likely = Stream.of(filled.likely().split(","))
                .flatMap(id -> types.find(id).stream())
                .limit(3)
                .toList();
        return new Form(draft, filled.key(), type, likely, questions, group, notice);
    }

    private Outcome form(Form form, Map<String, String> problems) {
        return new Outcome.Dialog(messages.text("message.title"), cards.of(form, problems, clock.instant()));
    }

    private Draft draft(Person person, String key, @Nullable ReportType type, Map<String, String> answers) {
        return Draft.begin(id(person, key), person, type == null ? "" : type.id(), answers, clock.instant());
    }

    /** The form's key was in other hands: with the person's id in it, it names no draft and no incident but their own. */
    private static String id(Person person, String key) {
        return UUID.nameUUIDFromBytes((key + '\n' + person.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** What is asked here: the express questions and the words themselves; before the type is known, these alone. */
    private List<Question> questions(@Nullable ReportType type) {
        Stream<Question> express = type == null ? Stream.empty() : type.steps().getFirst().questions().stream();
        Optional<Question> circumstances = Optional.ofNullable(type)
                .or(() -> types.types().stream().findFirst())
                .flatMap(some -> some.question(AnswerRules.CIRCUMSTANCES));
        return Stream.concat(express, circumstances.stream()).distinct().toList();
    }

    private List<ReportType> likely(String text) {
        Intent intent = intents.of(text);
        Stream<String> told = intent instanceof Intent.Ask ask ? Stream.ofNullable(ask.type()) : reported(intent);
        Stream<String> usual = reported(intents.of(messages.text("message.usual")));
        return Stream.concat(told, usual)
                .distinct()
                .flatMap(id -> types.find(id).stream())
                .limit(3)
                .toList();
    }

    private static Stream<String> reported(Intent intent) {
        return intent instanceof Intent.Report report ? report.types().stream() : Stream.empty();
    }

    private boolean isOfToday(ChatMessage message) {
        Instant sent = message.sent();
        return sent != null
                && sent.atZone(zone)
                        .toLocalDate()
                        .equals(clock.instant().atZone(zone).toLocalDate());
    }

    private String quoted(ChatMessage message) {
        Instant sent = message.sent();
        String sender = message.sender().isEmpty() ? messages.text("message.from.somebody") : message.sender();
        String head = sent == null
                ? messages.text("message.from.undated", sender)
                : messages.text("message.from", sender, times.inFull(sent));
        return Stream.of(head, message.text(), message.link())
                .filter(part -> !part.isEmpty())
                .reduce((first, second) -> first + "\n" + second)
                .orElse(head);
    }

    private static Map<String, Object> answer(Outcome outcome) {
        return Map.of(
                "task",
                switch (outcome) {
                    case Outcome.Dialog dialog ->
                        Map.of(
                                "type",
                                "continue",
                                "value",
                                Map.of(
                                        "title",
                                        dialog.title(),
                                        "width",
                                        "medium",
                                        "height",
                                        "large",
                                        "card",
                                        Map.of(
                                                "contentType",
                                                "application/vnd.microsoft.card.adaptive",
                                                "content",
                                                dialog.card().json())));
                    case Outcome.Told told -> Map.of("type", "message", "value", told.text());
                });
    }
}
