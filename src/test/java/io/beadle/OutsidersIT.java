package io.beadle;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestion.Asker;
import io.beadle.knowledge.AskedQuestion.Outcome;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.CuratedAnswers;
import io.beadle.people.Appointment;
import io.beadle.people.Appointments;
import io.beadle.people.Person;
import io.beadle.teams.ScriptedConnector;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Into the desk's channel a guest has come, and a member of another organisation, whom Teams lets take part as anybody else. */
@Import(FixedTime.class)
class OutsidersIT extends RunningBeadle {
    private static final List<String> SAID =
            List.of("gaps", "curated answers", "self-test", "open", "INC-2026-0001", "reviews");

    private static final String OUTSIDER = "as a guest or from another organisation";
    private static final String UNSURE = "I cannot rule out guests";

    @Autowired
    private AskedQuestions asked;

    @Autowired
    private CuratedAnswers curated;

    @Autowired
    private Appointments appointments;

    private final String key = UUID.randomUUID().toString();
    private Colleague gus;
    private Colleague olga;
    private String channel;

    @BeforeEach
    void theyCame() {
        channel = aDesk();
        gus = new Colleague("Gus" + key, port, CONNECTOR);
        olga = new Colleague("Olga" + key, port, CONNECTOR);
        CONNECTOR.roster(List.of(
                List.of(priya.asMember()),
                List.of(with("userRole", "guest", gus.asMember()), with("tenantId", "partner", olga.asMember()))));
        asked.keep(AskedQuestion.of(
                key,
                FixedTime.NOW,
                "Who feeds " + key + "?",
                "Who feeds " + key + "?",
                Outcome.NOT_FOUND,
                List.of(),
                null,
                new Asker(sam.objectId(), "Sam", sam.id(), "chat-of-" + sam.id(), "chat-of-" + sam.id()),
                "answer-of-" + key));
        asked.change(key, question -> question.enquire(question.inFull(), null, FixedTime.NOW));
        curated.add(new CuratedAnswer(
                key,
                0,
                "Who mends " + key + "?",
                "I.",
                null,
                "Priya",
                FixedTime.NOW,
                LocalDate.of(2027, 5, 21),
                false));
    }

    @AfterEach
    void theyLeave() {
        appointments.remove(key);
        curated.change(key, CuratedAnswer::retire);
    }

    @Test
    void theyAreShownNothingAndDoNothing() {
        for (Colleague outsider : List.of(gus, olga)) {
            SAID.forEach(words -> assertThat(says(outsider, words)).as(words).contains(OUTSIDER));
            pressed()
                    .forEach((verb, data) ->
                            assertThat(presses(outsider, verb, data)).as(verb).contains(OUTSIDER));
            assertThat(says(outsider, "report November"))
                    .contains("You have no right to that")
                    .doesNotContain("Figures: ");
        }
        nothingWasDone();
    }

    @Test
    void theTeamItselfIsShownAndDoesTheSame() {
        SAID.forEach(
                words -> assertThat(says(priya, words)).as(words).isNotEmpty().doesNotContain(OUTSIDER, UNSURE));
        pressed()
                .forEach((verb, data) -> assertThat(presses(priya, verb, data))
                        .as(verb)
                        .isNotEmpty()
                        .doesNotContain(OUTSIDER, UNSURE));
        assertThat(asked.find(key).orElseThrow().isOpen()).isFalse();
        assertThat(curated.find(key).orElseThrow().retired()).isTrue();
    }

    @Test
    void aGuestWhoWasGivenARoleTakesPart() {
        appointments.add(new Appointment(
                key, "legal", null, new Person(gus.objectId(), "Gus"), null, null, null, List.of(), List.of()));
        SAID.forEach(
                words -> assertThat(says(gus, words)).as(words).isNotEmpty().doesNotContain(OUTSIDER, UNSURE));
        assertThat(presses(gus, "question.answer", requireNonNull(pressed().get("question.answer"))))
                .contains("Answered by");
        assertThat(says(olga, "gaps")).contains(OUTSIDER);
    }

    @Test
    void whereTeamsDoesNotSayWhoIsThereNobodyWithoutARoleIsLetIn() {
        CONNECTOR.answerAt("/pagedmembers", ScriptedConnector.Answer.refusal(403, "BotNotInConversationRoster"));
        SAID.forEach(words -> assertThat(says(priya, words)).as(words).contains(UNSURE));
        pressed()
                .forEach((verb, data) ->
                        assertThat(presses(priya, verb, data)).as(verb).contains(UNSURE));
        nothingWasDone();
    }

    /** All that is pressed in a desk's channel by right of standing there, but for what is about an incident. */
    private Map<String, Map<String, ?>> pressed() {
        return Map.ofEntries(
                entry("question.answer", Map.of("question", key, "answer-answer", "The caretaker.")),
                entry("gaps.show", Map.of()),
                entry("gaps.fill", Map.of("question", key)),
                entry("gaps.save", Map.of("question", key, "answer-question", "Who?", "answer-answer", "I.")),
                entry("curated.renew", Map.of("answer", key, "shown", List.of(key))),
                entry("curated.retire", Map.of("answer", key, "shown", List.of(key))),
                entry("search.more", Map.of("search", "state=OPEN", "page", 0)));
    }

    private void nothingWasDone() {
        assertThat(asked.find(key).orElseThrow().isOpen()).isTrue();
        assertThat(curated.find("gap-" + key)).isEmpty();
        assertThat(curated.find(key).orElseThrow())
                .satisfies(answer -> assertThat(answer.retired()).isFalse())
                .satisfies(answer -> assertThat(answer.reviewDue()).isEqualTo(LocalDate.of(2027, 5, 21)));
        assertThat(sam.received().toString()).doesNotContain("The caretaker");
    }

    private String says(Colleague who, String words) {
        who.says("<at>Beadle</at> " + words, Colleague.channel(channel));
        return who.answer(channel).toString();
    }

    private String presses(Colleague who, String verb, Map<String, ?> data) {
        JsonNode shown = who.executes(
                verb,
                data,
                "card-9",
                Colleague.channel(channel),
                UUID.randomUUID().toString());
        return shown.toString();
    }

    private static Map<String, String> with(String field, String value, Map<String, String> member) {
        Map<String, String> more = new HashMap<>(member);
        more.put(field, value);
        return more;
    }
}
