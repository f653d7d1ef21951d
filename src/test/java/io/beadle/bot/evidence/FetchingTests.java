package io.beadle.bot.evidence;

import static io.beadle.bot.evidence.Sending.PAT;
import static io.beadle.bot.evidence.Sending.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.CardAction;
import io.beadle.incident.Custody;
import io.beadle.incident.Evidence;
import io.beadle.incident.EvidenceType;
import io.beadle.incident.Incident;
import io.beadle.incident.SomeFiles;
import io.beadle.teams.DownloadException;
import io.beadle.teams.Downloads;
import io.beadle.teams.LocalDownloads;
import io.beadle.teams.ScriptedFiles;
import io.beadle.teams.SentFile;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** From "It is safe to keep" to what the sender is told, over real HTTP and the real store. */
@ExtendWith(OutputCaptureExtension.class)
class FetchingTests {
    private final Sending sending = new Sending();
    private final ScriptedFiles server = ScriptedFiles.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void keepsTheFileWithItsRecordAndSaysSo() throws IOException {
        Incident report = sending.report("d1", PAT);
        safe("d1", file("photo.jpg", server.serve("/photo", SomeFiles.JPEG)));
        sending.work();

        Evidence kept = sending.files.of("d1").getFirst();
        assertThat(kept.sender()).isEqualTo(PAT);
        assertThat(kept.name()).isEqualTo("photo.jpg");
        assertThat(kept.type()).isEqualTo(EvidenceType.JPEG);
        assertThat(kept.bytes()).isEqualTo(SomeFiles.JPEG.length);
        assertThat(kept.sha256()).isEqualTo(Fetching.sha256(SomeFiles.JPEG)).hasSize(64);
        assertThat(kept.sent()).isEqualTo(sending.now.get());
        try (var content = sending.files.open(kept.id()).orElseThrow()) {
            assertThat(content.readAllBytes()).isEqualTo(SomeFiles.JPEG);
        }
        assertThat(sending.told()).singleElement().asString().contains("1 KB", "is kept with " + report.reference());
        assertThat(files(report)).isEqualTo(1);
        assertThat(sending.waiting.reports()).as("only that it is safe").containsExactly("d1");
    }

    @Test
    void whatAHeldAccountSendsIsKeptAsideAndItIsToldTheReferenceOnly() {
        Incident report = sending.report("d1", PAT);
        sending.incidents.change(report.reference(), i -> i.flagged(Set.of(Incident.ACCOUNT)));
        sending.now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
        String url = server.serve("/photo", SomeFiles.JPEG);
        assertThat(sending.sends(report.reference(), file("photo.jpg", url)))
                .singleElement()
                .asString()
                .contains(report.reference())
                .doesNotContain(report.report().title());
        safe("d1", file("photo.jpg", url));
        sending.work();
        assertThat(sending.told())
                .as("of the two that are fetched at once, whichever comes first")
                .anySatisfy(told -> assertThat(told).contains("kept aside with " + report.reference() + "."))
                .allSatisfy(
                        told -> assertThat(told).doesNotContain(report.report().title()));
        assertThat(new Custody(sending.incidents.find(report.reference()).orElseThrow()).held())
                .isEqualTo(1);
    }

    @Test
    void theDigestIsTheStandardsOwn() {
        assertThat(Fetching.sha256(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void theSameFileIsKeptOnce() {
        Incident report = sending.report("d1", PAT);
        String url = server.serve("/photo", SomeFiles.JPEG);
        safe("d1", file("photo.jpg", url));
        sending.work();
        safe("d1", file("copy of photo.jpeg", url));
        sending.work();
        assertThat(sending.files.of("d1"))
                .singleElement()
                .extracting(Evidence::name)
                .isEqualTo("photo.jpg");
        assertThat(files(report)).isEqualTo(1);
        assertThat(sending.told().getLast()).contains("had this file already");
    }

    @ParameterizedTest
    @CsvSource({
        "/zip, photo.jpg, archives",
        "/exe, photo.jpg, can hold a program",
        "/html, photo.png, web pages",
        "/pdf, photo.jpg, not what its name says",
        "/empty, photo.jpg, nothing in it",
        "/large, photo.jpg, larger than 64 KB",
        "/endless, photo.jpg, larger than 64 KB",
        "/expired, photo.jpg, has run out",
        "/nothing-here, photo.jpg, has run out",
        "/moved, photo.jpg, not where Teams keeps",
    })
    void whatIsNotKeptIsSaidOnceAndNotTriedAgain(String path, String name, String said) {
        script();
        Incident report = sending.report("d1", PAT);
        safe("d1", file(name, server.url(path)));
        sending.work();
        sending.now.updateAndGet(now -> now.plus(Duration.ofHours(1)));
        sending.work();
        assertThat(sending.told()).singleElement().asString().contains(said);
        assertThat(server.asked()).containsExactly(path);
        assertThat(sending.files.of("d1")).isEmpty();
        assertThat(files(report)).isZero();
    }

    @Test
    void aReportHasOnlySoManyFiles() {
        sending.report("d1", PAT);
        safe("d1", file("first.jpg", server.serve("/first", SomeFiles.JPEG)));
        sending.work();
        Evidence first = sending.files.of("d1").getFirst();
        for (int n = 1; n < Fetching.MOST; n++) {
            sending.files.keep(
                    "k" + n,
                    new Evidence("d1-" + n, "d1", PAT, "", "jpg", EvidenceType.JPEG, 1, "" + n, first.sent()),
                    new byte[1]);
        }
        safe("d1", file("more.jpg", server.serve("/more", SomeFiles.PNG)));
        sending.work();
        assertThat(sending.told().getLast()).contains("as many files as one may have");
        assertThat(server.asked()).containsExactly("/first");
        assertThat(sending.files.of("d1")).hasSize(Fetching.MOST);
    }

    @Test
    void nothingIsAskedOfAHostThatAMessageChose() {
        sending.report("d1", PAT);
        safe("d1", file("photo.jpg", "http://192.168.0.1/photo.jpg"));
        sending.work();
        assertThat(sending.told()).singleElement().asString().contains("not where Teams keeps");
    }

    @Test
    void aFetchThatFailsIsSaidAndTriedAgain() {
        sending.report("d1", PAT);
        AtomicInteger asked = new AtomicInteger();
        String url = server.serve("/busy", exchange -> {
            if (asked.incrementAndGet() < 3) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                exchange.sendResponseHeaders(200, SomeFiles.PNG.length);
                exchange.getResponseBody().write(SomeFiles.PNG);
            }
        });
        safe("d1", file("screen.png", url));
        sending.work();
        assertThat(sending.told()).singleElement().asString().contains("am trying again");
        sending.work();
        assertThat(asked).hasValue(1);
        for (int round = 0; round < 2; round++) {
            sending.now.updateAndGet(now -> now.plusSeconds(15));
            sending.work();
        }
        assertThat(asked).hasValue(3);
        assertThat(sending.told()).hasSize(2).last().asString().contains("is kept with");
    }

    @ParameterizedTest
    @CsvSource({"/cut", "/broken"})
    void whatKeepsFailingIsGivenUpAndItSaysWhatToDo(String path) {
        script();
        sending.report("d1", PAT);
        safe("d1", file("photo.jpg", server.url(path)));
        for (int round = 0; round < 9; round++) {
            sending.work();
            sending.now.updateAndGet(now -> now.plusSeconds(60));
        }
        assertThat(server.asked()).hasSize(Fetching.ATTEMPTS);
        assertThat(sending.told()).hasSize(2).last().asString().contains("tried several times", "01632 960100");
        assertThat(sending.waiting.due(sending.now.get(), 9)).isEmpty();
    }

    @Test
    void whatADeadInstanceHadClaimedIsTakenUpAfterItsLease() {
        sending.report("d1", PAT);
        safe("d1", file("photo.jpg", server.serve("/photo", SomeFiles.JPEG)));
        var claimed = sending.waiting.due(sending.now.get(), 1).getFirst();
        sending.waiting.replace(claimed.claim(sending.now.get(), FileQueue.LEASE));
        sending.work();
        assertThat(sending.files.of("d1")).isEmpty();
        sending.now.updateAndGet(now -> now.plus(FileQueue.LEASE));
        sending.work();
        assertThat(sending.files.of("d1")).hasSize(1);
        assertThat(sending.told()).hasSize(1);
    }

    @Test
    void aStopBetweenKeepingAndTellingTellsAndKeepsOnce() {
        Incident report = sending.report("d1", PAT);
        safe("d1", file("photo.jpg", server.serve("/photo", SomeFiles.JPEG)));
        var file = sending.waiting.due(sending.now.get(), 1).getFirst();
        Evidence evidence =
                Evidence.of(file, "d1", EvidenceType.JPEG, SomeFiles.JPEG.length, Fetching.sha256(SomeFiles.JPEG));
        sending.files.keep(file.id(), evidence, SomeFiles.JPEG);
        sending.work();
        assertThat(sending.files.of("d1")).containsExactly(evidence);
        assertThat(sending.told()).singleElement().asString().contains("is kept with");
        assertThat(files(report)).isEqualTo(1);
    }

    @Test
    void noMoreThanTwoAreFetchedAtOnce() {
        sending.report("d1", PAT);
        safe(
                "d1",
                file("1.jpg", server.silent("/1")),
                file("2.jpg", server.silent("/2")),
                file("3.jpg", server.silent("/3")));
        EvidenceSettings soon = new EvidenceSettings(
                java.util.List.of(), Sending.SETTINGS.mostSize(), Duration.ofSeconds(1), java.util.Set.of());
        FileQueue queue = sending.queue(LocalDownloads.create(), soon);
        assertThat(queue.beginDue()).isEqualTo(2);
        assertThat(queue.beginDue()).isZero();
        assertThat(queue.awaitFetches(Duration.ofSeconds(9))).isTrue();
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void aFileOfAReportThatWasCancelledIsNotFetched() {
        sending.draft();
        safe("draft-1", file("photo.jpg", server.serve("/photo", SomeFiles.JPEG)));
        sending.drafts.delete("draft-1");
        sending.work();
        assertThat(server.asked()).isEmpty();
        assertThat(sending.waiting.reports()).isEmpty();
        assertThat(sending.told()).isEmpty();
    }

    @Test
    void aFailureThatNobodyForesawIsTriedAgain() {
        sending.report("d1", PAT);
        safe("d1", file("photo.jpg", "http://127.0.0.1:1/x"));
        Downloads broken = (file, from, limits) -> {
            throw new IllegalStateException("Zanzibar");
        };
        sending.work(sending.queue(broken, Sending.SETTINGS));
        assertThat(sending.told()).singleElement().asString().contains("am trying again");
        Downloads gone = (file, from, limits) -> {
            throw new DownloadException(DownloadException.Reason.GONE, 403);
        };
        sending.now.updateAndGet(now -> now.plusSeconds(60));
        sending.work(sending.queue(gone, Sending.SETTINGS));
        assertThat(sending.told().getLast()).contains("has run out");
    }

    @Test
    void theLogNamesNoFileAndNoAddress(CapturedOutput log) {
        script();
        sending.report("d1", PAT);
        safe(
                "d1",
                file("Zanzibar.jpg", server.serve("/Zanzibar", SomeFiles.JPEG)),
                file("Zanzibar.png", server.url("/zip")),
                file("Zanzibar.pdf", server.url("/cut")));
        for (int round = 0; round < 6; round++) {
            sending.work();
            sending.now.updateAndGet(now -> now.plusSeconds(60));
        }
        assertThat(log)
                .contains("file kept=true", "file refused", "file not fetched")
                .doesNotContain("Zanzibar", "Pat ");
        assertThat(sending.told()).noneMatch(said -> said.contains("Zanzibar"));
    }

    private void script() {
        server.serve("/zip", SomeFiles.ZIP);
        server.serve("/exe", SomeFiles.EXE);
        server.serve("/html", SomeFiles.HTML);
        server.serve("/pdf", SomeFiles.PDF);
        server.serve("/empty", new byte[0]);
        server.serve("/large", Arrays.copyOf(SomeFiles.JPEG, 65_537));
        server.endless("/endless");
        server.refuse("/expired", 403);
        server.refuse("/moved", 302);
        server.refuse("/broken", 500);
        server.cutShort("/cut");
    }

    /** Sends them, and presses "It is safe to keep" if asked. */
    private void safe(String report, SentFile... files) {
        String reference =
                sending.incidents.madeFrom(report).map(Incident::reference).orElse("");
        sending.sends(reference, files);
        sending.collecting().keep(new CardAction.KeepEvidence(report, ""), sending.turn("", sending.chat));
    }

    private int files(Incident report) {
        return new Custody(sending.incidents.find(report.reference()).orElseThrow()).files();
    }
}
