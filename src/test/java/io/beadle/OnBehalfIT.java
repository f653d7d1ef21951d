package io.beadle;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.OnBehalfOf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** The service desk takes a call: a report for somebody who has no Teams (G9). */
@Import(FixedTime.class)
class OnBehalfIT extends RunningBeadle {
    private static final Map<String, String> HEAD = Map.of(
            "answer-teller-name", "Jo Head",
            "answer-teller-organisation", "Oak School",
            "answer-teller-number", "01632 960777",
            "answer-teller-may-email", "yes",
            "answer-teller-email", "jo@oak.example");

    @Autowired
    private Incidents incidents;

    @Test
    void whoToldIsAskedFirstAndBothAreRecordedAndNamedOnTheReceipt() {
        sam.says("Report an incident");
        JsonNode who = sam.presses("Report for somebody else", lastCard(), Map.of(), "activity-1");
        JsonNode choice = sam.presses("Next", who, HEAD, "activity-1");
        JsonNode group = sam.presses("Something is lost or stolen", choice, Map.of(), "activity-1");
        JsonNode step = sam.presses("Lost or stolen device", group, Map.of(), "activity-1");
        assertThat(step.toString()).contains("Jo Head, Oak School", "first told anybody who works for the council");

        JsonNode receipt = sam.presses(
                "Send now",
                step,
                Map.of(
                        "answer-danger", "no",
                        "answer-what", "phone",
                        "answer-where", "The playground",
                        "answer-happened", "yesterday"),
                "activity-1");
        assertThat(receipt.toString()).contains("Told by Jo Head, Oak School, written down by Sam");

        Incident incident = incidents.reportedBy(sam.objectId(), 1).getFirst();
        assertThat(incident.report().reporter().named().orElseThrow().id()).isEqualTo(sam.objectId());
        assertThat(incident.report().onBehalfOf())
                .isEqualTo(new OnBehalfOf("Jo Head", "Oak School", "01632 960777", true, "jo@oak.example"));
        assertThat(incident.report().answer("contact")).map(Answer::value).contains("01632 960777");
        assertThat(incident.missing()).doesNotContain("contact");
    }

    @Test
    void saidInWordsItGoesOnWithWhateverIsToldNext() {
        sam.says("Report for somebody else");
        JsonNode choice = sam.presses("Next", lastCard(), HEAD, "activity-1");
        assertThat(choice.toString()).contains("Something is lost or stolen").doesNotContain("Jo Head");
        sam.says("I lost my work phone on the bus this morning");
        assertThat(lastCard().toString()).contains("Jo Head", "01632 960100");
        sam.says("cancel");
        assertThat(lastCard().toString()).contains("Nothing was sent");
    }

    @Test
    void whoGivesUpBeforeTheTypeIsChosenLeavesNothingBehind() {
        sam.says("Report for somebody else");
        sam.presses("Next", lastCard(), HEAD, "activity-1");
        sam.says("cancel");
        sam.says("Report a lost work phone");
        assertThat(lastCard().toString()).doesNotContain("Jo Head");
    }

    @ParameterizedTest
    @CsvSource({
        "answer-teller-name, '', Please answer this.",
        "answer-teller-may-email, maybe, Please choose one of the answers.",
        "answer-teller-number, ring me, Please give a telephone number",
        "answer-teller-email, nowhere, Please give an e-mail address",
        "answer-teller-email, '', Please give an e-mail address",
    })
    void whatIsWrongIsSaidAndNothingTypedIsLost(String input, String sent, String problem) {
        sam.says("I want to report something on behalf of a school");
        Map<String, String> inputs = new HashMap<>(HEAD);
        inputs.put(input, sent);
        assertThat(sam.presses("Next", lastCard(), inputs, "activity-1").toString())
                .contains(problem, "Oak School");
    }

    @Test
    void thereIsAWayToAskThem() {
        sam.says("Report for somebody else");
        Map<String, String> inputs = new HashMap<>(HEAD);
        inputs.putAll(Map.of("answer-teller-number", "", "answer-teller-may-email", "no", "answer-teller-email", ""));
        assertThat(sam.presses("Next", lastCard(), inputs, "activity-1").toString())
                .contains("Please give a number or an e-mail address");
    }

    private JsonNode lastCard() {
        List<JsonNode> cards = sam.received().stream()
                .map(Colleague::card)
                .filter(Objects::nonNull)
                .toList();
        return cards.getLast();
    }
}
