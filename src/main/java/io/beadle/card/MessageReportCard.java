package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Contacts;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The form in which a message is reported: what it is about, and what must be answered at once, on one card. A dialog of a
 * message extension takes {@code Action.Submit} alone and keeps nothing between two cards but what stands on them.
 */
@Component
public final class MessageReportCard {
    private static final int ADVICE = 3;

    private final CardTemplates templates;
    private final Messages messages;
    private final Contacts contacts;
    private final ReportTypes types;
    private final Phrases phrases;
    private final QuestionFields fields;

    MessageReportCard(
            CardTemplates templates,
            Messages messages,
            Contacts contacts,
            ReportTypes types,
            Phrases phrases,
            QuestionFields fields) {
        this.templates = templates;
        this.messages = messages;
        this.contacts = contacts;
        this.types = types;
        this.phrases = phrases;
        this.fields = fields;
    }

    /** What a person may choose that it is about. */
    public sealed interface About {
        record Type(ReportType type) implements About {}

        record Group(ReportTypes.Group group) implements About {}

        record Nothing() implements About {}
    }

    /**
     * What was sent, none of it trusted.
     *
     * @param key names the form, however often it is sent
     * @param asked the type whose questions stood on it, empty for none
     * @param likely the types that were guessed, with commas between
     * @param changes whether other questions are asked for rather than the report sent
     */
    public record Filled(
            String key, String asked, String about, String likely, boolean changes, Map<String, String> answers) {
        public static Filled parse(Map<?, ?> data) {
            return new Filled(
                    text(data, "form"),
                    text(data, "asked"),
                    text(data, "about"),
                    text(data, "likely"),
                    "message.change".equals(data.get("verb")),
                    InputIds.answers(data));
        }

        private static String text(Map<?, ?> data, String name) {
            return data.get(name) instanceof String text ? text : "";
        }
    }

    /**
     * What the form shows.
     *
     * @param draft what is filled in so far, which is stored nowhere
     * @param key see {@link Filled}
     * @param type whose questions are asked; null until it is chosen
     * @param questions those of the type that are asked here
     * @param group the group whose types are offered, null for the groups
     * @param notice what changed since the last card, null for nothing
     */
    public record Form(
            Draft draft,
            String key,
            @Nullable ReportType type,
            List<ReportType> likely,
            List<Question> questions,
            ReportTypes.@Nullable Group group,
            @Nullable String notice) {}

    /** What was chosen, of today's types. */
    public About about(Filled filled) {
        String chosen = filled.about();
        return types.types().stream()
                .filter(type -> chosen.equals(value(type)))
                .findFirst()
                .<About>map(About.Type::new)
                .or(() -> types.groups().stream()
                        .filter(group -> chosen.equals(value(group)))
                        .findFirst()
                        .map(About.Group::new))
                .orElseGet(About.Nothing::new);
    }

    /**
     * The form.
     *
     * @param problems what is wrong with an answer, by question; under {@code about} with what it is about
     */
    public Card of(Form form, Map<String, String> problems, Instant now) {
        ReportType type = form.type();
        Map<String, String> answers = form.draft().answers();
        List<ReportType.Advice> advice = type == null ? List.of() : type.advice(answers);
        Map<String, Object> data = new HashMap<>();
        data.put("summary", messages.text("message.summary"));
        data.put("title", messages.text("message.title"));
        data.put("intro", messages.text("message.intro"));
        data.put("danger", type != null && ReportCards.isDanger(type, answers) ? contacts.danger() : null);
        data.put("notice", form.notice());
        data.put("problem", problems.isEmpty() ? null : messages.text("report.look"));
        data.put("doNow", advice.isEmpty() ? null : messages.text("receipt.now"));
        data.put(
                "advice",
                advice.stream().limit(ADVICE).map(MessageReportCard::advised).toList());
        data.put("typeLabel", messages.text("message.type"));
        data.put("typeProblem", problems.get("about"));
        data.put("about", type == null || form.group() != null ? null : value(type));
        data.put("choices", choices(form));
        data.put(
                "questions",
                form.questions().stream()
                        .filter(question -> question.isAsked(answers))
                        .map(question -> field(question, form.draft(), problems.get(question.id()), now))
                        .toList());
        data.put("key", form.key());
        data.put("asked", type == null ? "" : type.id());
        data.put("likely", ids(form.likely()));
        data.put("sendTitle", messages.text(type == null ? "message.next" : "message.send"));
        data.put("changeTitle", type == null ? null : messages.text("message.change"));
        data.put("urgent", phrases.urgent());
        return new Card(templates.render("report-message", data), messages.text("message.summary"));
    }

    private static Map<String, Object> advised(ReportType.Advice advice) {
        Map<String, Object> item = new HashMap<>();
        item.put("text", "- " + advice.text());
        item.put("source", null);
        return item;
    }

    private Map<String, Object> field(Question question, Draft draft, @Nullable String problem, Instant now) {
        Map<String, Object> field = fields.of(question, draft, problem, now);
        if (field.get("prefilled") != null) {
            field.put("prefilled", messages.text("message.prefilled"));
        }
        return field;
    }

    /** The likely types first, then the groups or the types of the one chosen. */
    private List<Map<String, String>> choices(Form form) {
        ReportTypes.Group group = form.group();
        List<ReportType> offered = new ArrayList<>();
        Stream.of(Stream.ofNullable(form.type()), form.likely().stream(), ofGroup(group))
                .flatMap(some -> some)
                .distinct()
                .forEach(offered::add);
        List<Map<String, String>> choices = new ArrayList<>();
        offered.forEach(type -> choices.add(Map.of("title", type.title(), "value", value(type))));
        types.groups().stream()
                .filter(other -> !other.equals(group))
                .forEach(other -> choices.add(
                        Map.of("title", messages.text("message.type.group", other.title()), "value", value(other))));
        return choices;
    }

    private Stream<ReportType> ofGroup(ReportTypes.@Nullable Group group) {
        return group == null ? Stream.empty() : types.in(group).stream();
    }

    private static String ids(List<ReportType> types) {
        return String.join(",", types.stream().map(ReportType::id).toList());
    }

    private static String value(ReportType type) {
        return "type:" + type.id();
    }

    private static String value(ReportTypes.Group group) {
        return "group:" + group.id();
    }
}
