package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.Question.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks who told of it, before a report is written down for somebody outside Teams (G9). */
@Component
public final class OnBehalfCard {
    public static final String NAME = "teller-name";
    public static final String ORGANISATION = "teller-organisation";
    public static final String NUMBER = "teller-number";
    public static final String MAY_EMAIL = "teller-may-email";
    public static final String EMAIL = "teller-email";

    private static final int LONGEST = 100;

    /** The longest address that mail takes (RFC 5321, 4.5.3.1.3). */
    private static final int LONGEST_ADDRESS = 254;

    private final CardTemplates templates;
    private final Messages messages;
    private final Phrases phrases;
    private final QuestionFields fields;
    private final List<Question> questions;

    OnBehalfCard(CardTemplates templates, Messages messages, Phrases phrases, QuestionFields fields) {
        this.templates = templates;
        this.messages = messages;
        this.phrases = phrases;
        this.fields = fields;
        List<Question.Choice> may = List.of(
                new Question.Choice("yes", messages.text("behalf.may-email.yes"), List.of()),
                new Question.Choice("no", messages.text("behalf.may-email.no"), List.of()));
        questions = List.of(
                question(NAME, Kind.TEXT, "behalf.name", true, List.of(), LONGEST),
                question(ORGANISATION, Kind.TEXT, "behalf.organisation", false, List.of(), LONGEST),
                question(NUMBER, Kind.PHONE, "behalf.number", false, List.of(), LONGEST),
                question(MAY_EMAIL, Kind.CHOICE, "behalf.may-email", true, may, LONGEST),
                question(EMAIL, Kind.TEXT, "behalf.email", false, List.of(), LONGEST_ADDRESS));
    }

    private Question question(
            String id, Kind kind, String ask, boolean required, List<Question.Choice> choices, int longest) {
        return new Question(
                id,
                kind,
                messages.text(ask),
                null,
                null,
                null,
                required,
                choices,
                longest,
                null,
                null,
                Map.of(),
                List.of());
    }

    public List<Question> questions() {
        return questions;
    }

    /**
     * The card.
     *
     * @param problems what is wrong with an answer, by question
     */
    public Card of(Map<String, String> answers, Map<String, String> problems, Instant now) {
        Map<String, Object> data = new HashMap<>();
        data.put("summary", messages.text("behalf.title"));
        data.put("title", messages.text("behalf.title"));
        data.put("intro", messages.text("behalf.intro"));
        data.put("problem", problems.isEmpty() ? null : messages.text("report.look"));
        data.put(
                "questions",
                questions.stream()
                        .map(question -> fields.of(question, answers, problems.get(question.id()), now))
                        .toList());
        data.put("nextTitle", messages.text("report.next"));
        data.put("backTitle", messages.text("choose.back"));
        data.put("urgent", phrases.urgent());
        return new Card(templates.render("report-on-behalf", data), messages.text("behalf.title"));
    }
}
