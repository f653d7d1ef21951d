package io.beadle.register;

import static io.beadle.register.SomeBreaches.CONTENT;
import static io.beadle.register.SomeBreaches.DPO;
import static io.beadle.register.SomeBreaches.REPORTED;
import static io.beadle.register.SomeBreaches.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beadle.card.TestCards;
import io.beadle.incident.Custody;
import io.beadle.incident.Evidence;
import io.beadle.incident.EvidenceType;
import io.beadle.incident.Incident;
import io.beadle.incident.QuarantinedException;
import io.beadle.incident.SomeFiles;
import io.beadle.incident.WaitingFile;
import io.beadle.incident.mongo.StoredEvidence;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import io.beadle.people.Person;
import io.beadle.register.file.SomeFormats;
import io.beadle.register.mongo.StoredCustody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Taking evidence out, with the real stores. */
class EvidenceRoomTests {
    private static final Instant NOW = REPORTED.plus(Duration.ofHours(1));
    private static final Person AUDITOR = new Person("auditor", "Audrey Tor");

    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final StoredIncidents stored = StoredIncidents.in(mongo);
    private final StoredEvidence evidence = StoredEvidence.in(mongo, stored.incidents());
    private final EvidenceRoom room = new EvidenceRoom(evidence.files(), StoredCustody.in(mongo));
    private final AuditPack packs = new AuditPack(room, SomeFormats.office(), CONTENT.messages(), TestCards.LONDON);
    private final Incident incident = reported();

    @Test
    void eachOpeningIsLoggedWithWhoWhenWhyAndWhetherTheFileIsUnchanged() {
        Evidence photo = keep("Heliotrope.jpg", SomeFiles.JPEG, EvidenceType.JPEG);
        EvidenceRoom.Opened opened = room.open(
                        incident, photo.id(), DPO, Opening.Purpose.OPENED, "To see the number plate", NOW)
                .orElseThrow();
        assertThat(opened.content())
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(SomeFiles.JPEG));
        assertThat(room.log(incident)).singleElement().satisfies(line -> {
            assertThat(line.by()).isEqualTo(DPO);
            assertThat(line.at()).isEqualTo(NOW);
            assertThat(line.why()).isEqualTo("To see the number plate");
            assertThat(line.intact()).isTrue();
            assertThat(line.toString()).doesNotContain("plate", "Dana");
        });
    }

    @Test
    void aFileThatIsNoLongerWhatItWasIsNotGivenAndThatIsLogged() {
        Evidence forged = keep("seat.jpg", SomeFiles.JPEG, EvidenceType.JPEG, "0".repeat(64));
        EvidenceRoom.Opened opened = room.open(incident, forged.id(), DPO, Opening.Purpose.OPENED, "To look", NOW)
                .orElseThrow();
        assertThat(opened.isIntact()).isFalse();
        assertThat(opened.content()).isEmpty();
        assertThat(room.log(incident)).singleElement().matches(line -> !line.intact());
    }

    @Test
    void inQuarantineNobodyTakesAnythingOut() {
        Evidence photo = keep("seat.jpg", SomeFiles.JPEG, EvidenceType.JPEG);
        stored.incidents()
                .change(
                        incident.reference(),
                        i -> new Custody(new Custody(i).kept(List.of(photo), NOW)).quarantine(DPO, NOW));
        assertThatThrownBy(() -> room.open(incident, photo.id(), DPO, Opening.Purpose.OPENED, "To look", NOW))
                .isInstanceOf(QuarantinedException.class);
        assertThatThrownBy(() -> packs.of(incident, AUDITOR, NOW)).isInstanceOf(QuarantinedException.class);
        assertThat(room.log(incident)).isEmpty();
    }

    @Test
    void theFileOfAnotherIncidentIsNotThisOnes() {
        Evidence photo = keep("seat.jpg", SomeFiles.JPEG, EvidenceType.JPEG);
        assertThat(room.open(reported(), photo.id(), DPO, Opening.Purpose.OPENED, "To look", NOW))
                .isEmpty();
    }

    @Test
    void thePackForAuditHasTheFilesInertWithManifestCustodyLogAndHashes() throws IOException {
        Evidence photo = keep("=Heliotrope.jpg", SomeFiles.JPEG, EvidenceType.JPEG);
        Evidence forged = keep("forged.pdf", SomeFiles.PDF, EvidenceType.PDF, "0".repeat(64));
        room.open(incident, photo.id(), DPO, Opening.Purpose.OPENED, "To look", NOW);

        Map<String, byte[]> entries = unzip(packs.of(incident, AUDITOR, NOW));
        assertThat(entries).containsOnlyKeys("manifest.csv", "custody.csv", "sha256sums.txt", "files/001.bin");
        assertThat(entries.get("files/001.bin")).isEqualTo(SomeFiles.JPEG);
        assertThat(text(entries, "sha256sums.txt")).isEqualTo(photo.sha256() + "  files/001.bin\n");
        assertThat(text(entries, "manifest.csv"))
                .contains("files/001.bin,'=Heliotrope.jpg,JPEG", photo.sha256(), "unchanged")
                .contains("files/002.bin,forged.pdf,PDF", forged.sha256(), "NOT as it was kept");
        assertThat(text(entries, "custody.csv"))
                .contains("Dana Protection,opened,files/001.bin,To look,unchanged")
                .contains("Audrey Tor,handed over,files/001.bin,,unchanged")
                .contains("Audrey Tor,handed over,files/002.bin,,NOT as it was kept");
    }

    private Evidence keep(String name, byte[] content, EvidenceType type) {
        return keep(name, content, type, EvidenceRoom.sha256(content));
    }

    private Evidence keep(String name, byte[] content, EvidenceType type, String sha256) {
        String id = UUID.randomUUID().toString();
        WaitingFile file = new WaitingFile(
                id,
                0,
                incident.draft(),
                REPORTER,
                "29:reporter",
                "chat",
                name,
                "",
                "https://x",
                false,
                REPORTED.plusSeconds(room.of(incident).size()),
                null,
                0);
        Evidence kept = Evidence.of(file, incident.draft(), type, content.length, sha256);
        evidence.files().keep(id, kept, content);
        return kept;
    }

    private Incident reported() {
        String draft = UUID.randomUUID().toString();
        return stored.incidents()
                .report(draft, 2026, reference -> SomeBreaches.lostLaptop(reference, draft, REPORTER, "yes", REPORTED));
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }
}
