package io.beadle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestion.Asker;
import io.beadle.knowledge.AskedQuestion.Outcome;
import io.beadle.knowledge.AskedQuestion.Reaction;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.knowledge.CuratedAnswers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A question that the policies do not answer, from the button under it to the answer a person gives, and to all others. */
@Import(FixedTime.class)
class AskingAPersonIT extends RunningBeadle {
    private static final String SECRET = "Heliotrope-Zanzibar";
    private static final String QUESTION = "May a magpie carry a council badge to " + SECRET + "?";

    @Autowired
    private AskedQuestions asked;

    @Autowired
    private CuratedAnswers curated;

    private String channel;

    @BeforeEach
    void setDesk() {
        channel = aDesk();
        sam.says("help");
    }

    @Test
    void aQuestionGoesToTheDeskAndItsAnswerComesBack(CapturedOutput output) {
        String key = keep(QUESTION, null);
        JsonNode form = press(sam, "Ask", button("ask-a-person", key));
        assertThat(form.toString()).contains("Everybody in the channel", "will read this, with your name", SECRET);

        JsonNode sent = sam.presses("Send to the team", form, Map.of("answer-text", QUESTION), "card-1");
        assertThat(sent.toString()).contains("Your question was sent").doesNotContain("Action.Execute");
        JsonNode posted = awaitPost(channel, "A question for the team");
        assertThat(posted.path("summary").asString()).doesNotContain(SECRET);
        JsonNode card = Objects.requireNonNull(Colleague.card(posted));
        assertThat(card.toString()).contains(SECRET, sam.objectId().substring(4));

        JsonNode answered = answer(priya, card, Map.of("answer-answer", "Never to " + SECRET), channel);
        assertThat(answered.toString()).contains("Answered by Priya", "14:17").doesNotContain("Action.Execute");
        assertThat(awaitPost("chat-of-" + sam.id(), "The answer to your question")
                        .toString())
                .contains("Never to " + SECRET, "Answered by Priya at 14:17 on Saturday 21 November 2026");
        await().untilAsserted(() -> assertThat(CONNECTOR.calls())
                .anyMatch(call -> call.method().equals("PUT") && call.text().contains("Answered by Priya")));

        assertThat(answer(dafydd, card, Map.of("answer-answer", "Always"), channel)
                        .asString())
                .contains("Priya answered this already", "Your answer was not sent");
        assertThat(answer(priya, card, Map.of("answer-answer", "Never to " + SECRET), channel)
                        .toString())
                .contains("Answered by Priya");
        assertThat(sam.received().stream().filter(a -> a.toString().contains("Never to")))
                .hasSize(1);
        assertThat(press(sam, "Ask", button("ask-a-person", key)).asString()).contains("was sent already");
        assertThat(curated.find(key)).isEmpty();
        assertThat(output.getAll()).contains("question answered key=" + key).doesNotContain(SECRET);
    }

    @Test
    void anAnswerIsKeptForWhoeverAsksTheSame() {
        String key = keep(QUESTION, null);
        JsonNode card = send(key, QUESTION);
        JsonNode answered = answer(
                priya,
                card,
                Map.of(
                        "answer-answer", "A magpie may not.",
                        "answer-keep", "true",
                        "answer-question", "May a magpie carry a badge?"),
                channel);
        assertThat(answered.toString()).contains("gets this answer until 21 May 2027");
        assertThat(curated.find(key).orElseThrow())
                .satisfies(kept -> assertThat(kept.question()).isEqualTo("May a magpie carry a badge?"))
                .satisfies(kept -> assertThat(kept.reviewDue()).isEqualTo(LocalDate.of(2027, 5, 21)));

        priya.says("<at>Beadle</at> show curated answers", Colleague.channel(channel));
        JsonNode list = awaitPost(channel, "Priya stands for it");
        JsonNode shown = priya.presses(
                "Retire",
                Objects.requireNonNull(Colleague.card(list)),
                Map.of(),
                "card-2",
                Colleague.channel(channel),
                UUID.randomUUID().toString());
        assertThat(shown.toString()).contains("retired and answers nobody").doesNotContain("Action.Execute");
        assertThat(curated.all()).noneMatch(answer -> answer.id().equals(key));
    }

    @Test
    void aQuestionThatTellsOfAnEventIsOfferedAsAReportFirst() {
        String key = keep("I lost my work phone, may I use my own?", "lost-device");
        JsonNode offer = press(sam, "Ask", button("ask-a-person", key));
        assertThat(offer.toString()).contains("A report is private", "report.start", "lost-device");
        JsonNode form = sam.presses("It is only a question", offer, Map.of(), "card-1");
        assertThat(form.toString()).contains("I lost my work phone");
        assertThat(sam.presses("Do not send", form, Map.of(), "card-1").toString())
                .contains("Nothing was sent");
        assertThat(asked.find(key).orElseThrow().enquiry()).isNull();
        sam.presses("Send to the team", form, Map.of("answer-text", "I lost my phone, may I use my own?"), "card-1");
        awaitPost(channel, "may I use my own");
        assertThat(asked.find(key).orElseThrow().isGap()).isFalse();
    }

    @Test
    void anEventThatIsTypedIntoTheFormIsOfferedAsAReportToo() {
        String key = keep(QUESTION, null);
        JsonNode form = press(sam, "Ask", button("ask-a-person", key));
        JsonNode offer = sam.presses(
                "Send to the team", form, Map.of("answer-text", "I've left my work phone on the train"), "card-1");
        assertThat(offer.toString()).contains("Has something happened?", "lost-device");
        assertThat(asked.find(key).orElseThrow().enquiry()).isNull();
    }

    @Test
    void whatCannotBeSentIsSaidAndNothingIsLost() {
        String key = keep(QUESTION, null);
        JsonNode form = press(sam, "Ask", button("ask-a-person", key));
        assertThat(sam.presses("Send to the team", form, Map.of("answer-text", "  "), "card-1")
                        .toString())
                .contains("Please write your question");
        assertThat(sam.presses("Send to the team", form, Map.of("answer-text", "a".repeat(1001)), "card-1")
                        .toString())
                .contains("1,001 characters", "aaaa");
        assertThat(press(dafydd, "Ask", button("ask-a-person", key)).asString()).contains("Only whoever asked");
        assertThat(press(sam, "Ask", button("ask-a-person", "none")).asString())
                .contains("no longer have this question");
    }

    @Test
    void onlyTheDeskAnswers() {
        JsonNode card = send(keep(QUESTION, null), QUESTION);
        assertThat(answer(dafydd, card, Map.of("answer-answer", "Yes"), "tearoom")
                        .asString())
                .contains("in the channel they were posted to");
        assertThat(answer(priya, card, Map.of("answer-answer", " "), channel).asString())
                .contains("write an answer first");
        assertThat(sam.received().toString()).doesNotContain("The answer to your question");
    }

    @Test
    void aDislikeIsKeptWithItsQuestionAndNotWhatWasTypedBesideIt(CapturedOutput output) {
        String key = keep(QUESTION, null);
        Map<String, Object> reaction = sam.activity("invoke", sam.personalChat());
        reaction.put("name", "message/submitAction");
        reaction.put("replyToId", "answer-of-" + key);
        reaction.put(
                "value",
                Map.of(
                        "actionName",
                        "feedback",
                        "actionValue",
                        Map.of("reaction", "dislike", "feedback", "{\"feedbackText\":\"" + SECRET + "!\"}")));
        assertThat(sam.post(reaction).statusCode()).isEqualTo(200);
        AskedQuestion stored = asked.find(key).orElseThrow();
        assertThat(stored.reaction()).isEqualTo(Reaction.DISLIKE);
        assertThat(output.getAll()).doesNotContain(SECRET);
    }

    @Test
    void gapsAreShownToTheDeskWithoutNamesAndFilledThere() {
        keep("Who feeds the heron of Jo Bell, jo@example.org?", null);
        keep("who feeds the heron of Ann Lee", null);
        keep("I lost a heron", "lost-device");
        priya.says("<at>Beadle</at> gaps", Colleague.channel(channel));
        JsonNode list = awaitPost(channel, "Questions without good answers");
        assertThat(list.toString()).contains("feeds the heron").doesNotContain("Bell", "Lee", "jo@", "I lost a heron");
        JsonNode card = Objects.requireNonNull(Colleague.card(list));

        JsonNode form = inChannel(priya, "Write an answer", card, Map.of());
        JsonNode problem = inChannel(priya, "Save", form, Map.of("answer-question", "Who feeds the heron?"));
        assertThat(problem.toString()).contains("Please write both");
        JsonNode after = inChannel(
                priya,
                "Save",
                form,
                Map.of("answer-question", "Who feeds the heron?", "answer-answer", "The caretaker."));
        assertThat(after.toString()).contains("Questions without good answers");
        assertThat(curated.all()).anyMatch(answer -> answer.question().equals("Who feeds the heron?"));

        sam.says("gaps", Colleague.channel("tearoom"));
        assertThat(sam.received("tearoom").getLast().path("text").asString()).contains("security team's channel");
    }

    private String keep(String text, @Nullable String type) {
        String key = UUID.randomUUID().toString();
        asked.keep(AskedQuestion.of(
                key,
                FixedTime.NOW,
                text,
                text,
                Outcome.NOT_FOUND,
                List.of(),
                type,
                new Asker(
                        sam.objectId(),
                        sam.objectId().substring(4),
                        sam.id(),
                        "chat-of-" + sam.id(),
                        "chat-of-" + sam.id()),
                "answer-of-" + key));
        return key;
    }

    private JsonNode send(String key, String text) {
        JsonNode form = press(sam, "Ask", button("ask-a-person", key));
        sam.presses("Send to the team", form, Map.of("answer-text", text), "card-1");
        return Objects.requireNonNull(Colleague.card(awaitPost(channel, "A question for the team")));
    }

    private static JsonNode press(Colleague who, String title, JsonNode card) {
        return who.presses(title, card, Map.of(), "card-1");
    }

    private JsonNode inChannel(Colleague who, String title, JsonNode card, Map<String, String> inputs) {
        return who.presses(
                title,
                card,
                inputs,
                "card-9",
                Colleague.channel(channel),
                UUID.randomUUID().toString());
    }

    private static JsonNode answer(Colleague who, JsonNode card, Map<String, String> inputs, String where) {
        return who.presses(
                "Answer",
                card,
                inputs,
                "card-2",
                Colleague.channel(where),
                UUID.randomUUID().toString());
    }

    /** A card with the one button that stands under an answer. */
    private static JsonNode button(String verb, String question) {
        return JsonMapper.shared()
                .valueToTree(Map.of(
                        "actions",
                        List.of(Map.of(
                                "title", "Ask", "verb", verb, "data", Map.of("verb", verb, "question", question)))));
    }
}
