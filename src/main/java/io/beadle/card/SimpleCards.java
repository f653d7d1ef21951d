package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Contacts;
import io.beadle.content.Messages;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cards that say something and offer the next thing: welcome, choice of a report type, notice. */
@Component
public final class SimpleCards {
    private final CardTemplates templates;
    private final Messages messages;
    private final Contacts contacts;
    private final ReportTypes types;
    private final Phrases phrases;

    SimpleCards(CardTemplates templates, Messages messages, Contacts contacts, ReportTypes types, Phrases phrases) {
        this.templates = templates;
        this.messages = messages;
        this.contacts = contacts;
        this.types = types;
        this.phrases = phrases;
    }

    public Card welcome() {
        String summary = messages.text("welcome.summary");
        return new Card(
                templates.render(
                        "welcome",
                        Map.of(
                                "summary", summary,
                                "title", messages.text("welcome.title"),
                                "intro", messages.text("welcome.intro", contacts.organisation()),
                                "offers", messages.text("welcome.offers"),
                                "reportTitle", messages.text("report.button"),
                                "mineTitle", messages.text("welcome.mine"),
                                "urgent", phrases.urgent(),
                                "privacy", messages.text("welcome.privacy", contacts.privacyNotice()))),
                summary);
    }

    /** The groups in which the types that can be reported stand. */
    public Card chooseType() {
        List<Map<String, String>> groups = types.groups().stream()
                .map(group -> choice(group.title(), "report.group", "group", group.id()))
                .toList();
        return choose(messages.text("choose.title"), messages.text("choose.intro"), groups, false);
    }

    /** The types of a group, with a way back to the groups; the groups if there is none of that name. */
    public Card chooseType(String group) {
        return types.groups().stream()
                .filter(g -> g.id().equals(group))
                .findFirst()
                .map(g -> choose(
                        g.title(),
                        messages.text("choose.group"),
                        types.in(g).stream()
                                .map(type -> choice(type.title(), "report.start", "type", type.id()))
                                .toList(),
                        true))
                .orElseGet(this::chooseType);
    }

    private Card choose(String title, String intro, List<Map<String, String>> choices, boolean canGoBack) {
        Map<String, Object> data = new HashMap<>();
        data.put("summary", messages.text("choose.summary"));
        data.put("title", title);
        data.put("intro", intro);
        data.put("choices", choices);
        data.put("canGoBack", canGoBack);
        data.put("backTitle", messages.text("choose.back"));
        data.put("otherTitle", canGoBack ? null : messages.text("behalf.button"));
        data.put("words", messages.text("choose.words"));
        data.put("urgent", phrases.urgent());
        return new Card(templates.render("choose-type", data), messages.text("choose.summary"));
    }

    private static Map<String, String> choice(String title, String verb, String key, String id) {
        Map<String, String> choice = new HashMap<>(Map.of("title", title, "verb", verb, "group", "", "type", ""));
        choice.put(key, id);
        return choice;
    }

    /** In place of a report that was cancelled, a drill perhaps. */
    public Card cancelled(String type, boolean drill) {
        Card cancelled = notice(
                messages.text("report.cancelled.title"),
                withNumbers("report.cancelled.text"),
                Map.of("title", messages.text("report.cancelled.again"), "verb", "report.start", "type", type));
        return new ExerciseMark(messages).on(cancelled, drill);
    }

    public Card gone() {
        return notice(
                messages.text("report.gone.title"),
                withNumbers("report.gone.text"),
                Map.of("title", messages.text("report.button"), "verb", "report.choose", "type", ""));
    }

    /** In place of a report's card that another one further down has replaced. */
    public Card moved(boolean drill) {
        return new ExerciseMark(messages)
                .on(notice(messages.text("report.moved.title"), withNumbers("report.moved.text"), null), drill);
    }

    /**
     * That a report begun was not sent yet, with what can be done about it, and nothing of what is in it.
     *
     * @param about {@code nudge} or {@code expiry}
     * @param when what the text of that message has filled in
     */
    public Card reminder(String about, Draft draft, String... when) {
        String title = messages.text(about + ".title");
        Map<String, Object> data = new HashMap<>(Map.of("summary", title, "title", title));
        data.put("text", messages.text(about + ".text", (Object[]) when));
        data.put("sendTitle", messages.text("nudge.send"));
        data.put("openTitle", messages.text("nudge.open"));
        data.put("cancelTitle", messages.text("report.cancel"));
        data.put("draft", draft.id());
        data.put("type", draft.type());
        data.put("urgent", phrases.urgent());
        return new ExerciseMark(messages)
                .on(new Card(templates.render("report-reminder", data), title), draft.isDrill());
    }

    /** What shows whether Beadle can post to a channel: who chose it as the desk, and when. */
    public Card deskTest(String by, String at) {
        return notice(messages.text("desk.test.title"), messages.text("desk.test.text", Markdown.escape(by), at), null);
    }

    /** Whoever gives up a report or has lost it can still ring (G9). */
    private String withNumbers(String key) {
        return messages.text(key) + "\n\n" + phrases.urgent();
    }

    private Card notice(String title, String text, @Nullable Map<String, String> action) {
        Map<String, Object> data = new HashMap<>(Map.of("summary", title, "title", title, "text", text));
        data.put("action", action);
        return new Card(templates.render("notice", data), title);
    }
}
