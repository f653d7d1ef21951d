package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Contacts;
import io.beadle.content.Messages;
import io.beadle.content.ReportType;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestion.Asker;
import io.beadle.knowledge.AskedQuestion.Enquiry;
import io.beadle.knowledge.AskedQuestion.Reply;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.Passage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A question that somebody puts to the desk: as they write it, as the desk answers it, and as the answer comes back. */
@Component
public final class EnquiryCards {
    /** The inputs of the desk's card. */
    public static final String ANSWER = "answer";

    public static final String CITE = "cite";
    public static final String KEEP = "keep";
    public static final String QUESTION = "question";

    /** The longest question and answer taken, in characters. */
    public static final int LONGEST_QUESTION = 1_000;

    public static final int LONGEST_ANSWER = 3_000;

    private static final int EXCERPT = 300;

    private final CardTemplates templates;
    private final Messages messages;
    private final Contacts contacts;
    private final Phrases phrases;
    private final WrittenTime times;
    private final SourceLine sources;

    EnquiryCards(
            CardTemplates templates,
            Messages messages,
            Contacts contacts,
            Phrases phrases,
            WrittenTime times,
            SourceLine sources) {
        this.templates = templates;
        this.messages = messages;
        this.contacts = contacts;
        this.phrases = phrases;
        this.times = times;
        this.sources = sources;
    }

    /** What they are about to send, to be changed, and who will read it. */
    public Card form(String question, String text, boolean insisted, @Nullable String problem) {
        String title = messages.text("person.title", contacts.securityTeam().name());
        Map<String, Object> data = new HashMap<>();
        data.put("summary", messages.text("person.summary"));
        data.put("title", title);
        data.put("who", messages.text("person.who", contacts.securityTeam().name()));
        data.put("problem", problem);
        data.put("id", InputIds.of("text"));
        data.put("label", messages.text("person.label"));
        data.put("text", text);
        data.put("longest", LONGEST_QUESTION);
        data.put("question", question);
        data.put("insisted", String.valueOf(insisted));
        data.put("sendTitle", messages.text("person.send"));
        data.put("dropTitle", messages.text("person.drop"));
        data.put("urgent", phrases.urgent());
        return new Card(templates.render("ask-person", data), messages.text("person.summary"));
    }

    /** It seems to tell of an event: a private report is offered first (G34). */
    public Card event(String question, String text, @Nullable ReportType type) {
        Map<String, Object> data = new HashMap<>();
        data.put("summary", messages.text("person.event.title"));
        data.put("title", messages.text("person.event.title"));
        data.put("text", messages.text("person.event", contacts.securityTeam().name()));
        data.put("reportTitle", messages.text("report.button"));
        data.put("type", type == null ? "" : type.id());
        data.put("insistTitle", messages.text("person.event.insist"));
        data.put("dropTitle", messages.text("person.drop"));
        data.put("question", question);
        data.put("typed", text);
        data.put("urgent", phrases.urgent());
        return new Card(templates.render("ask-person-event", data), messages.text("person.event.title"));
    }

    public Card sent() {
        return notice("person.sent.title", phrases.withNumbers("person.sent"));
    }

    public Card dropped() {
        return notice("person.dropped.title", messages.text("person.dropped"));
    }

    /**
     * The question as the desk sees it. Its summary holds nothing typed: it stands on locked screens.
     *
     * @param found passages that may be cited
     * @param cited the one that was, null if none
     * @param curated what the answer was saved as, null if it was not
     */
    public Card atDesk(
            AskedQuestion question, List<Passage> found, @Nullable Passage cited, @Nullable CuratedAnswer curated) {
        Reply reply = enquiry(question).reply();
        String summary = messages.text(reply == null ? "question.summary" : "question.summary.answered");
        return atDesk(question, found, cited, curated, messages.text("question.title"), summary);
    }

    /** The same once more, because nobody has answered. */
    public Card again(AskedQuestion question, List<Passage> found) {
        String title = messages.text("question.again.title");
        return atDesk(question, found, null, null, title, messages.text("question.again.summary"));
    }

    private Card atDesk(
            AskedQuestion question,
            List<Passage> found,
            @Nullable Passage cited,
            @Nullable CuratedAnswer curated,
            String title,
            String summary) {
        Enquiry enquiry = enquiry(question);
        Reply reply = enquiry.reply();
        Asker asker = question.asker();
        Map<String, Object> data = new HashMap<>();
        data.put("summary", summary);
        data.put("title", title);
        data.put("style", question.isOpen() ? "accent" : reply == null ? "default" : "good");
        data.put(
                "from",
                messages.text("question.from", name(asker == null ? "" : asker.name()), times.onDay(enquiry.at())));
        data.put("text", enquiry.text());
        data.put("open", question.isOpen());
        data.put("question", question.key());
        answering(data, enquiry.text(), found);
        String inVain = question.isOpen() ? null : messages.text("question.in-vain");
        data.put("answered", reply == null ? inVain : answered(reply));
        data.put("answer", reply == null ? null : reply.text());
        data.put("source", cited == null ? null : messages.text("question.cites", Markdown.escape(sources.of(cited))));
        data.put(
                "kept", curated == null ? null : messages.text("question.kept", WrittenTime.date(curated.reviewDue())));
        return new Card(templates.render("question", data), summary);
    }

    private void answering(Map<String, Object> data, String text, List<Passage> found) {
        data.put("answerId", InputIds.of(ANSWER));
        data.put("answerLabel", messages.text("question.answer.label"));
        data.put("longest", LONGEST_ANSWER);
        data.put("hasFound", !found.isEmpty());
        data.put("citeId", InputIds.of(CITE));
        data.put("citeLabel", messages.text("question.cite.label"));
        data.put(
                "choices",
                found.stream()
                        .map(p -> Map.of("title", sources.of(p), "value", p.id()))
                        .toList());
        data.put("keepId", InputIds.of(KEEP));
        data.put("keepLabel", messages.text("question.keep.label"));
        data.put("keepTitle", messages.text("question.keep"));
        data.put("questionId", InputIds.of(QUESTION));
        data.put("questionLabel", messages.text("question.plain.label"));
        data.put("plain", text);
        data.put("longestQuestion", LONGEST_QUESTION);
        data.put("answerTitle", messages.text("question.answer"));
    }

    /** The answer as it comes to whoever asked. */
    public Card answer(AskedQuestion question, @Nullable Passage cited) {
        Enquiry enquiry = enquiry(question);
        Reply reply = enquiry.reply();
        if (reply == null) {
            throw new IllegalArgumentException("Nobody has answered " + question);
        }
        String summary =
                messages.text("person.answered.summary", contacts.securityTeam().name());
        Map<String, Object> data = new HashMap<>();
        data.put("summary", summary);
        data.put("title", messages.text("person.answered.title"));
        data.put("asked", enquiry.text());
        data.put("answer", reply.text());
        data.put("answered", answered(reply));
        data.put("source", cited == null ? null : Markdown.escape(sources.of(cited)));
        data.put("quote", cited == null ? null : cited.text());
        data.put("reportTitle", messages.text("report.button"));
        return new Card(templates.render("person-answer", data), summary);
    }

    /** To whoever asked, when nobody has answered for so long that it is forgotten who asked. */
    public Card inVain(AskedQuestion question) {
        String text = enquiry(question).text();
        String cut = text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + messages.text("curated.cut");
        return notice("person.in-vain.title", phrases.withNumbers("person.in-vain", Markdown.escape(cut)));
    }

    private String answered(Reply reply) {
        return messages.text("question.answered", name(reply.by()), times.inFull(reply.at()));
    }

    private String name(String known) {
        return known.isBlank() ? messages.text("alert.somebody") : Markdown.escape(known);
    }

    private Card notice(String title, String text) {
        String shown = messages.text(title);
        Map<String, Object> data = new HashMap<>(Map.of("summary", shown, "title", shown, "text", text));
        data.put("action", null);
        return new Card(templates.render("notice", data), shown);
    }

    private static Enquiry enquiry(AskedQuestion question) {
        Enquiry enquiry = question.enquiry();
        if (enquiry == null) {
            throw new IllegalArgumentException("Nobody was asked: " + question);
        }
        return enquiry;
    }
}
