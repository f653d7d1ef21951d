package io.beadle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Reporting as Teams sends it: in a minute on cards, in words, and with everything that should not be sent. */
@Import(FixedTime.class)
class ReportingIT extends RunningBeadle {
    private static final Map<String, String> FIRST_STEP = Map.of(
            "answer-danger", "no",
            "answer-what", "phone",
            "answer-where", "The 38 bus",
            "answer-happened", "morning");

    @Autowired
    private Incidents incidents;

    @Test
    void aLostPhoneIsReportedByOneCardAndTheReceiptSaysWhatIsMissing() {
        JsonNode receipt = sam.presses("Send now", firstCard(), FIRST_STEP, "activity-1");

        assertThat(receipt.toString()).contains("received", "We still need from you", "Was it locked?");
        Incident incident = incidents.reportedBy(sam.objectId(), 1).getFirst();
        assertThat(incident.report().happened()).isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(incident.report().answer("happened"))
                .map(Answer::shown)
                .contains("This morning, Saturday 21 November 2026");
    }

    @Test
    void whoCannotUseCardsReportsInWords() {
        reportsInWords();

        assertThat(sam.answer().path("text").asString()).contains("received", "What to do now");
        Incident incident = incidents.reportedBy(sam.objectId(), 1).getFirst();
        assertThat(incident.report().answer("what")).map(Answer::value).contains("laptop");
        assertThat(incident.report().happened()).isEqualTo(Instant.parse("2026-11-20T17:05:00Z"));
    }

    @Test
    void whoCannotUseCardsGivesWhatIsMissingInWordsTooAndAddsToIt() {
        reportsInWords();
        String reference = incidents.reportedBy(sam.objectId(), 1).getFirst().reference();
        for (String said : new String[] {"missing facts", "unsure", "my phone has its number in it"}) {
            sam.says(said);
            assertThat(sam.answer().has("attachments")).isFalse();
        }
        assertThat(sam.answer().path("text").asString()).contains("could not match", "Was it locked?");
        sam.says("stop");
        sam.says("add " + reference + " It had a sticker on it.");
        assertThat(sam.answer().path("text").asString()).contains("the team sees that it waits");
        Incident incident = incidents.find(reference).orElseThrow();
        assertThat(incident.statements())
                .extracting(Statement::kind)
                .containsExactly(Statement.Kind.SUPPLIED, Statement.Kind.ADDED);
    }

    /** The input, what is sent in it, and what the card then says or holds. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "answer-where | x*201 | This is 201 characters long. Please keep it to 200.",
                "answer-where | \u0000\u202E | Please answer this.",
                "answer-what | spaceship | Please choose one of the answers.",
                "answer-danger | '' | Please answer this.",
                "answer-happened | soon | Please choose one of the answers.",
                "answer-happened | other | Please give a date",
                "answer-happened-date | 2026-02-30 | Please give a date",
                "answer-happened-date | 2026-11-22 | This is in the future.",
                "answer-happened-date | 1066-10-14 | Please give a date",
                "answer-where | **b** [l](http://e.example) <at>all</at> | Step 2 of 5",
                "where | The moon | Step 2 of 5",
                "answer-severity | low | Step 2 of 5",
                "step | 99 | Step 4 of 5",
            })
    void whatShouldNotBeSentGetsAClearMessageAndLosesNothing(String input, String sent, String answer) {
        Map<String, String> inputs = new HashMap<>(FIRST_STEP);
        inputs.put(input, sent.startsWith("x*") ? "x".repeat(Integer.parseInt(sent.substring(2))) : sent);
        JsonNode card = sam.presses("Next", firstCard(), inputs, "activity-1");

        assertThat(card.toString()).contains(answer);
        assertThat(incidents.reportedBy(sam.objectId(), 1)).isEmpty();
    }

    @Test
    void aCardOfAnotherPersonOrOfADraftThatEndedShowsNothingOfIt() {
        JsonNode card = firstCard();
        for (String title : new String[] {"Next", "Send now", "Cancel"}) {
            assertThat(priya.presses(title, card, FIRST_STEP, "activity-1").toString())
                    .contains("no longer open");
        }
        sam.presses("Cancel", card, Map.of(), "activity-1");
        assertThat(sam.presses("Send now", card, FIRST_STEP, "activity-1").toString())
                .contains("no longer open");
        assertThat(incidents.reportedBy(sam.objectId(), 1)).isEmpty();

        JsonNode newer = firstCard();
        JsonNode receipt = sam.presses("Send now", newer, FIRST_STEP, "activity-1");
        assertThat(sam.presses("Next", newer, FIRST_STEP, "activity-1")).isEqualTo(receipt);
        assertThat(incidents.reportedBy(sam.objectId(), 5)).hasSize(1);
    }

    @Test
    void aVerbThatDoesNotExistIsSaidToBeOld() {
        JsonNode card = firstCard();
        Map<String, String> other = Map.of("verb", "report.explode");
        sam.submits("Next", card, other, "activity-1");
        assertThat(sam.answer().path("text").asString()).contains("no longer works");
    }

    private JsonNode firstCard() {
        sam.says("I've lost my work phone");
        return requireNonNull(Colleague.card(sam.answer()));
    }

    private void reportsInWords() {
        sam.says("report a lost laptop in words");
        for (String said : new String[] {"no", "keep", "the library", "yesterday at 17:05", "send"}) {
            assertThat(sam.answer().has("attachments")).isFalse();
            sam.says(said);
        }
    }
}
