package io.beadle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.Report;
import io.beadle.incident.Severity;
import io.beadle.people.Person;
import io.beadle.register.SomeBreaches;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What the security team looks for and counts: search, figures and exercises, in the desk's channel and in person. */
@Import(FixedTime.class)
class FindingIT extends RunningBeadle {
    private static final String SECRET = "Popocatepetl-Marmalade";

    @Autowired
    private Incidents incidents;

    @Autowired
    private ReportTypes types;

    private String channel = "";

    @BeforeEach
    void setDesk() {
        channel = aDeskOfTwo();
    }

    @Test
    void theChannelSeesReferencesAndStatesAndNothingTypedOrRestricted(CapturedOutput output) {
        String open = report("ai-tool", UnaryOperator.identity());
        String secret = report("address-disclosed", UnaryOperator.identity());
        priya.says("<at>Beadle</at> open", Colleague.channel(channel));
        JsonNode list = awaitPost(channel, "Incidents: open");
        assertThat(list.toString())
                .contains(open, "Put into an online AI", "Medium")
                .doesNotContain(SECRET, secret, "A hidden address", sam.objectId());
        priya.says("<at>Beadle</at> " + secret, Colleague.channel(channel));
        assertThat(awaitPost(channel, "Incidents: " + secret).toString()).contains("I find none that you may see");
        assertThat(output.getAll()).doesNotContain(SECRET);
    }

    @Test
    void anOfficerSearchesInPersonAndWhoeverIsNoneFindsNothing() {
        String reference = report("ai-tool", UnaryOperator.identity());
        priya.says(reference);
        assertThat(priya.answer().toString()).contains(reference, "Nobody deals with it yet", "case.open");
        sam.says(reference);
        assertThat(sam.answer().toString()).doesNotContain("case.open", "AI or conversion tool");
        sam.says("open");
        assertThat(sam.answer().toString()).doesNotContain("case.open");
    }

    @Test
    void tenAreShownAndMoreOnTheSameCard() {
        for (int i = 0; i < 12; i++) {
            report("information-request", UnaryOperator.identity());
        }
        priya.says("find asking for information");
        JsonNode card = requireNonNull(Colleague.card(priya.answer()));
        assertThat(card.toString().split("\"case.open\"", -1)).hasSizeGreaterThan(20);
        JsonNode more = priya.presses("Show 2 more", card, Map.of(), "list-1");
        assertThat(more.toString())
                .contains("Somebody is asking for information")
                .doesNotContain("search.more");
        assertThat(sam.presses("Show 2 more", card, Map.of(), "list-1").asString())
                .contains("Only people who may open incidents");
    }

    @Test
    void theFiguresOfAMonthHaveAPictureAndAreHandedOver() {
        report("ai-tool", UnaryOperator.identity());
        priya.says("<at>Beadle</at> report November", Colleague.channel(channel));
        assertThat(awaitPost(channel, "Figures: November 2026").toString())
                .contains("data:image/png;base64,", "altText", "By month")
                .doesNotContain(SECRET);
        priya.says("report November");
        JsonNode card = requireNonNull(Colleague.card(priya.answer()));
        assertThat(priya.presses("Export to Excel", card, Map.of(), "figures-1").asString())
                .contains("Here it comes");
        awaitPost("chat-of-" + priya.id(), "figures-2026-11-01.xlsx");
        assertThat(priya.presses("Report to publish", card, Map.of(), "figures-1")
                        .asString())
                .contains("November 2026 is not over yet");
        priya.says("report October");
        JsonNode october = requireNonNull(Colleague.card(priya.answer()));
        assertThat(priya.presses("Report to publish", october, Map.of(), "figures-2")
                        .asString())
                .contains("Here it comes");
        awaitPost("chat-of-" + priya.id(), "incident-report-2026-10-01.docx");
        priya.says("<at>Beadle</at> report September", Colleague.channel(channel));
        JsonNode september = requireNonNull(Colleague.card(awaitPost(channel, "Figures: September 2026")));
        assertThat(priya.presses(
                                "Report to publish",
                                september,
                                Map.of(),
                                "figures-3",
                                Colleague.channel(channel),
                                UUID.randomUUID().toString())
                        .asString())
                .as("no file into a channel")
                .contains("Here it comes, in your chat with me");
        awaitPost("chat-of-" + priya.id(), "incident-report-2026-09-01.docx");
        sam.says("report November");
        assertThat(sam.answer().path("text").asString()).contains("You have no right to that");
    }

    @Test
    void aSummaryForOtherCouncilsIsMadeOfWhatIsNotRestricted() {
        priya.says("warp " + report("ai-tool", UnaryOperator.identity()));
        awaitPost("chat-of-" + priya.id(), "warp-summary-2026-11-21.docx");
        Person her = new Person(priya.objectId(), "Priya");
        String hers = report(
                "address-disclosed",
                made -> SomeBreaches.with(made, "assign", her, FixedTime.NOW, Map.of("person", her.id())));
        priya.says("warp " + hers);
        assertThat(priya.answer().path("text").asString()).contains("I make no summary of that");

        Map<String, String> aboutHer = Map.of("excluded", her.id(), "reason", SECRET);
        String kept = report(
                "address-disclosed",
                made -> SomeBreaches.with(made, "restrict", new Person("dpo", "Dee"), FixedTime.NOW, aboutHer));
        priya.says("warp " + kept);
        assertThat(priya.answer().path("text").asString()).contains("I do not know this incident");
    }

    @Test
    void anExerciseIsMarkedAndInNoSearchButAmongTheExercises() {
        sam.says("exercise");
        assertThat(sam.answer().path("text").asString()).contains("Only these roles");
        priya.says("exercise ai tool");
        JsonNode step = requireNonNull(Colleague.card(priya.answer()));
        assertThat(step.toString()).contains("EXERCISE: this is a drill");
        JsonNode cancelled = priya.presses("Cancel", step, Map.of(), "drill-1");
        assertThat(cancelled.toString()).doesNotContain("Send now");

        String drill = report("ai-tool", Incident::drill);
        priya.says("exercises");
        assertThat(priya.answer().toString()).contains(drill, "(EXERCISE)");
        priya.says("find ai tool");
        assertThat(priya.answer().toString()).doesNotContain(drill);
    }

    @Test
    void reviewsAreListedForWhoMaySeeThem() {
        priya.says("reviews");
        assertThat(priya.answer().toString()).contains("Reviews and actions");
        sam.says("reviews");
        assertThat(sam.answer().toString()).doesNotContain("Reviews and actions");
    }

    private String report(String id, UnaryOperator<Incident> made) {
        ReportType type = types.find(id).orElseThrow();
        Answer where = new Answer("where", "Where?", SECRET, SECRET, false);
        Report report = new Report(
                id, type.title(), new Person(sam.objectId(), "Sam"), null, null, FixedTime.NOW, List.of(where));
        return incidents
                .report(
                        UUID.randomUUID().toString(),
                        2026,
                        name -> made.apply(
                                Incident.reported(name, name + sam.id(), report, Severity.MEDIUM, Duration.ofHours(1))
                                        .flagged(type.flags())))
                .reference();
    }
}
