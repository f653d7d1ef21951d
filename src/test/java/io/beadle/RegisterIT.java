package io.beadle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beadle.incident.CaseFile;
import io.beadle.incident.Custody;
import io.beadle.incident.Evidence;
import io.beadle.incident.EvidenceFiles;
import io.beadle.incident.EvidenceType;
import io.beadle.incident.Incident;
import io.beadle.incident.Incidents;
import io.beadle.incident.SomeFiles;
import io.beadle.incident.WaitingFile;
import io.beadle.offer.OfferedFiles;
import io.beadle.people.Appointments;
import io.beadle.people.Person;
import io.beadle.people.SomePeople;
import io.beadle.register.CustodyLog;
import io.beadle.register.SomeBreaches;
import io.beadle.teams.ScriptedFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** The registers and packs in the personal chat, from what is said to the file in OneDrive. */
@Import(FixedTime.class)
class RegisterIT extends RunningBeadle {
    private static final ScriptedFiles DRIVE = ScriptedFiles.start();

    @Autowired
    private Incidents incidents;

    @Autowired
    private Appointments appointments;

    @Autowired
    private EvidenceFiles evidence;

    @Autowired
    private OfferedFiles offered;

    @Autowired
    private CustodyLog custody;

    private final List<byte[]> saved = new CopyOnWriteArrayList<>();

    @AfterAll
    static void stop() {
        DRIVE.close();
    }

    @BeforeEach
    void appoint() {
        appoint("dpo", priya);
        appoint("internal-audit", dafydd);
    }

    @Test
    void thePackIsOfferedTakenAndReplacedByWhatBecameOfIt(CapturedOutput log) throws IOException {
        Incident incident = assessed();
        priya.says("pack " + incident.reference());
        JsonNode offer = consent(priya);
        assertThat(offer.path("name").asString()).isEqualTo(incident.reference() + "-ICO-pack.docx");
        assertThat(offer.path("content").path("sizeInBytes").asLong()).isPositive();
        assertThat(new CaseFile(stored(incident)).latest("ico-pack")).isPresent();

        accepts(priya, offer, drive("/pack"));
        await().until(() -> !saved.isEmpty());
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(saved.getFirst()));
                XWPFWordExtractor extractor = new XWPFWordExtractor(read)) {
            assertThat(extractor.getText()).contains("Distress to the families.", "Aldermere Borough Council");
        }
        awaitUpdate("consent-1", "Saved in your OneDrive");
        await().untilAsserted(() -> assertThat(priya.received().toString())
                .contains("application/vnd.microsoft.teams.card.file.info", "unique-1"));
        await().untilAsserted(() -> assertThat(offered.find(offer(offer))).isEmpty());
        assertThat(log.getAll().replace(priya.objectId(), "an id")).doesNotContain("Distress to the families", "Priya");
    }

    @Test
    void nobodyElseTakesItAndAskedAgainItIsThere() {
        Incident incident = assessed();
        priya.says("pack " + incident.reference());
        JsonNode offer = consent(priya);
        accepts(sam, offer, drive("/stolen"));
        awaitUpdate("consent-1", "made for somebody else");
        assertThat(saved).isEmpty();
        assertThat(offered.find(offer(offer))).isPresent();
    }

    @Test
    void whoeverLostTheRightMeanwhileDoesNotGetIt() {
        priya.says("pack " + assessed().reference());
        JsonNode offer = consent(priya);
        appointments.all().forEach(appointment -> appointments.remove(appointment.id()));
        accepts(priya, offer, drive("/late"));
        awaitUpdate("consent-1", "You have no right to that");
        assertThat(saved).isEmpty();
        assertThat(offered.find(offer(offer))).isEmpty();
    }

    @Test
    void declinedItIsDeleted() {
        priya.says("pack " + assessed().reference());
        JsonNode offer = consent(priya);
        answers(priya, offer, "decline", Map.of());
        awaitUpdate("consent-1", "I have deleted it");
        assertThat(offered.find(offer(offer))).isEmpty();
        accepts(priya, offer, drive("/declined"));
        awaitUpdate("consent-1", "no longer there");
    }

    @Test
    void whereItCannotBePutTheTakerIsTold() {
        for (String url : List.of(
                DRIVE.refuse("/refused-" + UUID.randomUUID(), 503), "https://evil.example/upload", "no address")) {
            CONNECTOR.reset();
            priya.says("pack " + assessed().reference());
            JsonNode offer = consent(priya);
            accepts(priya, offer, url);
            awaitUpdate("consent-1", "could not be saved in your OneDrive");
            await().untilAsserted(() -> assertThat(offered.find(offer(offer))).isEmpty());
        }
    }

    @Test
    void theRegisterIsForThoseWhoHaveTheRightAndForThePersonalChat() {
        Incident incident = assessed();
        sam.says("breach register");
        assertThat(last(sam)).contains("You have no right to that", "Data protection officer");
        priya.says("<at>Beadle</at> breach register", Colleague.channel("some-channel"));
        assertThat(priya.received("some-channel").getLast().toString()).contains("only for your personal chat");

        priya.says("breach register");
        JsonNode card = requireNonNull(Colleague.card(priya.answer()));
        assertThat(card.toString()).contains("Breach register", incident.reference());
        assertThat(priya.presses("Export as CSV", card, Map.of(), "activity-1").asString())
                .contains("put into your OneDrive");
        accepts(priya, consent(priya), drive("/register"));
        await().until(() -> !saved.isEmpty());
        assertThat(new String(saved.getFirst(), StandardCharsets.UTF_8))
                .contains("Reference,Type", incident.reference(), "Distress to the families.");
    }

    @Test
    void evidenceIsOpenedForAReasonAndEachOpeningIsLogged() {
        Incident incident = assessed();
        keep(incident);
        sam.says("evidence " + incident.reference());
        assertThat(last(sam)).contains("You have no right to that");

        priya.says("evidence " + incident.reference());
        JsonNode card = requireNonNull(Colleague.card(priya.answer()));
        assertThat(card.toString()).contains("Heliotrope.jpg", "JPEG");
        JsonNode again =
                priya.presses("Open this file", card, Map.of("answer-file", "1", "answer-why", " "), "activity-1");
        assertThat(again.toString()).contains("Please say why you open it");
        assertThat(custody.of(incident.reference())).isEmpty();

        JsonNode opened = priya.presses(
                "Open this file", card, Map.of("answer-file", "1", "answer-why", "The number plate"), "activity-1");
        assertThat(opened.toString()).contains("unchanged", "The number plate", "Priya");
        assertThat(custody.of(incident.reference())).hasSize(1);
        accepts(priya, consent(priya), drive("/evidence"));
        await().until(() -> !saved.isEmpty());
        assertThat(saved.getFirst()).isEqualTo(SomeFiles.JPEG);
    }

    @Test
    void quarantinedMeanwhileItIsNotGivenOut() {
        Incident incident = assessed();
        keep(incident);
        priya.says("evidence " + incident.reference());
        JsonNode card = requireNonNull(Colleague.card(priya.answer()));
        priya.presses("Open this file", card, Map.of("answer-file", "1", "answer-why", "To look"), "activity-1");
        Person dpo = new Person(priya.objectId(), "Priya");
        incidents.change(
                incident.reference(),
                i -> new Custody(new Custody(i).kept(SomeFiles.photos(1, FixedTime.NOW), FixedTime.NOW))
                        .quarantine(dpo, FixedTime.NOW));
        accepts(priya, consent(priya), drive("/quarantined"));
        awaitUpdate("consent-1", "in quarantine");
        assertThat(saved).isEmpty();
        assertThat(priya.presses(
                                "Open this file",
                                card,
                                Map.of("answer-file", "1", "answer-why", "To look"),
                                "activity-1")
                        .asString())
                .contains("in quarantine");
    }

    @Test
    void allOfItGoesToInternalAuditAndTheIncidentSaysSo() {
        appoint("manager", priya);
        dafydd.says("hello");
        Incident incident = assessed();
        keep(incident);
        priya.says("evidence " + incident.reference());
        JsonNode card = requireNonNull(Colleague.card(priya.answer()));
        assertThat(priya.presses("Hand all over to internal audit", card, Map.of(), "activity-1")
                        .toString())
                .contains("Offered to Dafydd");
        JsonNode offer = consent(dafydd);
        assertThat(offer.path("name").asString()).endsWith("-evidence.zip");
        accepts(dafydd, offer, drive("/audit"));
        await().until(() -> !saved.isEmpty());
        assertThat(new String(saved.getFirst(), StandardCharsets.ISO_8859_1)).startsWith("PK");
        assertThat(new CaseFile(stored(incident)).latest("evidence-handover", "to"))
                .isEqualTo("internal-audit");
        assertThat(custody.of(incident.reference()))
                .singleElement()
                .matches(line -> line.by().id().equals(dafydd.objectId()));
    }

    private String drive(String path) {
        return DRIVE.serve(path + "-" + UUID.randomUUID(), exchange -> {
            saved.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(201, -1);
        });
    }

    private static JsonNode consent(Colleague to) {
        return await().until(
                        () -> to.received().stream()
                                .map(activity -> activity.at("/attachments/0"))
                                .filter(attachment -> attachment
                                        .path("contentType")
                                        .asString()
                                        .endsWith("file.consent"))
                                .toList(),
                        found -> !found.isEmpty())
                .getLast();
    }

    private static String offer(JsonNode consent) {
        return consent.at("/content/acceptContext/offer").asString();
    }

    private static void accepts(Colleague who, JsonNode consent, String url) {
        answers(
                who,
                consent,
                "accept",
                Map.of(
                        "uploadUrl", url,
                        "contentUrl", "https://council-my.sharepoint.com/personal/file",
                        "name", consent.path("name").asString(),
                        "uniqueId", "unique-1",
                        "fileType", "docx"));
    }

    private static void answers(Colleague who, JsonNode consent, String action, Map<String, String> upload) {
        Map<String, Object> activity = who.activity("invoke", who.personalChat());
        activity.put("name", "fileConsent/invoke");
        activity.put("replyToId", "consent-1");
        activity.put(
                "value",
                Map.of(
                        "type",
                        "fileUpload",
                        "action",
                        action,
                        "context",
                        Map.of("offer", offer(consent)),
                        "uploadInfo",
                        upload));
        assertThat(who.post(activity).statusCode()).isEqualTo(200);
    }

    private static void awaitUpdate(String activity, String text) {
        await().untilAsserted(() -> assertThat(CONNECTOR.calls())
                .anyMatch(call -> call.method().equals("PUT")
                        && call.path().contains(activity)
                        && call.text().contains(text)));
    }

    private static String last(Colleague who) {
        return who.answer().path("text").asString();
    }

    private void appoint(String role, Colleague who) {
        appointments.add(SomePeople.appointed(role, who.person(), null));
    }

    private Incident assessed() {
        String draft = UUID.randomUUID().toString();
        return incidents.report(
                draft,
                2026,
                reference -> SomeBreaches.assessed(
                        SomeBreaches.lostLaptop(reference, draft, SomeBreaches.REPORTER, "yes", FixedTime.NOW),
                        FixedTime.NOW));
    }

    private void keep(Incident incident) {
        String id = UUID.randomUUID().toString();
        WaitingFile file = new WaitingFile(
                id,
                0,
                incident.draft(),
                SomeBreaches.REPORTER,
                "29:reporter",
                "chat",
                "Heliotrope.jpg",
                "jpg",
                "https://x",
                false,
                FixedTime.NOW,
                null,
                0);
        evidence.keep(
                id,
                Evidence.of(file, incident.draft(), EvidenceType.JPEG, SomeFiles.JPEG.length, sha256(SomeFiles.JPEG)),
                SomeFiles.JPEG);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private Incident stored(Incident incident) {
        return incidents.find(incident.reference()).orElseThrow();
    }
}
