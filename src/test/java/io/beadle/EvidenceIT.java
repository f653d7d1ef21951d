package io.beadle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.beadle.incident.Custody;
import io.beadle.incident.Drafts;
import io.beadle.incident.Evidence;
import io.beadle.incident.EvidenceFiles;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.QuarantinedException;
import io.beadle.incident.SomeFiles;
import io.beadle.incident.SomeIncidents;
import io.beadle.people.Person;
import io.beadle.teams.ScriptedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Files in the personal chat, from Teams' activity to GridFS and the desk's card. */
@Import(FixedTime.class)
class EvidenceIT extends RunningBeadle {
    private static final ScriptedFiles FILES = ScriptedFiles.start();

    @Autowired
    private Incidents incidents;

    @Autowired
    private Drafts drafts;

    @Autowired
    private EvidenceFiles evidence;

    @AfterAll
    static void stop() {
        FILES.close();
    }

    @Test
    void aPhotoSentWhileAReportIsOpenIsItsEvidenceAfterTheWarning(CapturedOutput log) throws IOException {
        sam.says("report a lost phone");
        String draft = drafts.openOf(sam.objectId()).orElseThrow().id();
        String url = FILES.serve("/Heliotrope", SomeFiles.JPEG);

        sends("", upload("Heliotrope.jpg", "jpg", url));
        JsonNode warning = requireNonNull(Colleague.card(sam.answer()));
        assertThat(warning.toString())
                .contains("Never copy, photograph or send images", "the report you have under way");
        assertThat(FILES.asked()).doesNotContain("/Heliotrope");

        assertThat(sam.presses("It is safe to keep", warning, Map.of(), "activity-1")
                        .toString())
                .contains("I am getting what you sent");
        awaitTold("is kept with the report you have under way");
        Evidence kept = evidence.of(draft).getFirst();
        assertThat(kept.name()).isEqualTo("Heliotrope.jpg");
        assertThat(kept.bytes()).isEqualTo(SomeFiles.JPEG.length);
        assertThat(log).doesNotContain("Heliotrope");
    }

    @Test
    void whatIsWrittenWithAPhotoMayBeginTheReportThatItIsFor() {
        sends("I have lost my work phone", upload("seat.jpg", "jpg", FILES.serve("/seat", SomeFiles.JPEG)));
        assertThat(drafts.openOf(sam.objectId())).isPresent();
        assertThat(requireNonNull(Colleague.card(sam.answer())).toString()).contains("the report you have under way");
    }

    @Test
    void theDeskSeesHowManyAndNothingElseAndCanPutThemInQuarantine() throws IOException {
        String channel = aDesk();
        Incident sent = report();
        awaitPost(channel, sent.reference());

        sends("for " + sent.reference(), upload("Zinnia.pdf", "pdf", FILES.serve("/Zinnia", SomeFiles.PDF)));
        JsonNode warning = requireNonNull(Colleague.card(sam.answer()));
        sam.presses("It is safe to keep", warning, Map.of(), "activity-1");
        awaitTold("is kept with " + sent.reference());

        String post = await().until(() -> deskPost(sent), found -> !found.isEmpty());
        await().untilAsserted(
                        () -> assertThat(updates(post)).anyMatch(card -> card.contains("Files kept as evidence: 1.")));
        assertThat(updates(post)).noneMatch(card -> card.contains("Zinnia") || card.contains("PDF"));

        Evidence kept = evidence.of(sent.draft()).getFirst();
        try (InputStream content = evidence.open(kept.id()).orElseThrow()) {
            assertThat(content.readAllBytes()).isEqualTo(SomeFiles.PDF);
        }
        CONNECTOR.roster(List.of(List.of(priya.asMember())));
        JsonNode form = priya.executes("case.act", Map.of("incident", sent.reference(), "what", "quarantine"));
        JsonNode closed = priya.presses(
                "Quarantine the evidence", form, Map.of("answer-reason", "Not to be looked at"), "activity-1");
        assertThat(closed.toString()).contains("They are in quarantine", "Not to be looked at");
        assertThat(new Custody(stored(sent)).isQuarantined()).isTrue();
        assertThatThrownBy(() -> evidence.open(kept.id())).isInstanceOf(QuarantinedException.class);
        await().untilAsserted(() -> assertThat(lastUpdate(post).toString()).contains("They are in quarantine"));

        assertThat(sam.executes("case.act", Map.of("incident", sent.reference(), "what", "quarantine"))
                        .asString())
                .contains("This is for others to do");
        assertThat(priya.executes("case.act", Map.of("incident", sent.reference(), "what", "release-evidence"))
                        .toString())
                .as("only by somebody else than who closed it")
                .contains("Nothing was recorded");
    }

    @Test
    void aPictureInTheMessageIsFetchedFromTheChatsOwnServiceAlone() {
        Incident sent = report();
        sends(sent.reference(), Map.of("contentType", "image/*", "contentUrl", FILES.serve("/inline", SomeFiles.PNG)));
        JsonNode warning = requireNonNull(Colleague.card(sam.answer()));
        sam.presses("It is safe to keep", warning, Map.of(), "activity-1");
        awaitTold("not where Teams keeps");
        assertThat(FILES.asked()).doesNotContain("/inline");
    }

    @Test
    void cancellingTheReportDeletesItsFiles() {
        sam.says("report a lost phone");
        String draft = drafts.openOf(sam.objectId()).orElseThrow().id();
        sends("", upload("photo.jpg", "jpg", FILES.serve("/photo", SomeFiles.JPEG)));
        JsonNode warning = requireNonNull(Colleague.card(sam.answer()));
        sam.presses("It is safe to keep", warning, Map.of(), "activity-1");
        await().until(() -> evidence.of(draft).size() == 1);

        sam.says("cancel");
        await().until(() -> evidence.of(draft).isEmpty());
    }

    @Test
    void whatIsNotTakenIsSaidAtOnce() {
        sends("", upload("files.zip", "zip", "http://127.0.0.1:1/x"));
        assertThat(sam.answer().path("text").asString()).contains("archives such as ZIP");
        sends("", upload("photo.jpg", "jpg", "http://127.0.0.1:1/x"));
        assertThat(sam.answer().path("text").asString()).contains("only with a report");
    }

    private void sends(String text, Map<String, Object> attachment) {
        Map<String, Object> activity = sam.activity("message", sam.personalChat());
        activity.put("text", text);
        activity.put(
                "attachments",
                List.of(Map.of("contentType", "text/html", "content", "<p>" + text + "</p>"), attachment));
        assertThat(sam.post(activity).statusCode()).isEqualTo(200);
    }

    private static Map<String, Object> upload(String name, String type, String url) {
        return Map.of(
                "contentType",
                "application/vnd.microsoft.teams.file.download.info",
                "contentUrl",
                "https://council-my.sharepoint.com/personal/" + name,
                "name",
                name,
                "content",
                Map.of("downloadUrl", url, "uniqueId", UUID.randomUUID().toString(), "fileType", type));
    }

    private Incident report() {
        String draft = UUID.randomUUID().toString();
        Person reporter = new Person(sam.objectId(), "Sam");
        return incidents.report(
                draft, 2026, reference -> SomeIncidents.lostPhone(reference, draft, reporter, FixedTime.NOW));
    }

    private void awaitTold(String text) {
        await().untilAsserted(() -> assertThat(sam.received())
                .anyMatch(activity -> activity.path("text").asString().contains(text)));
    }

    private Incident stored(Incident incident) {
        return incidents.find(incident.reference()).orElseThrow();
    }

    private String deskPost(Incident incident) {
        var post = stored(incident).deskPost();
        return post == null ? "" : post.activity();
    }

    private static List<String> updates(String post) {
        return CONNECTOR.calls().stream()
                .filter(call -> call.method().equals("PUT") && call.path().contains(post))
                .map(call -> call.text())
                .toList();
    }

    private static JsonNode lastUpdate(String post) {
        return CONNECTOR.calls().stream()
                .filter(call -> call.method().equals("PUT") && call.path().contains(post))
                .map(call -> requireNonNull(Colleague.card(call.body())))
                .toList()
                .getLast();
    }
}
