package io.beadle.bot.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.mail.RecordedMail;
import io.beadle.mongo.SharedStore;
import io.beadle.offer.OfferedFile;
import io.beadle.offer.OfferedFiles;
import io.beadle.offer.mongo.StoredOffers;
import io.beadle.people.Appointment;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import io.beadle.people.StoredAppointments;
import io.beadle.teams.Address;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.FileConsent;
import io.beadle.teams.LocalUploads;
import io.beadle.teams.RecordingConversations;
import io.beadle.teams.RecordingConversations.Call;
import io.beadle.teams.ScriptedFiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file on its way into somebody's OneDrive, over real HTTP, and what they are told of it. */
class UploadingTests {
    private static final Person DANA = new Person("dana", "Dana");
    private static final byte[] CONTENT = "a register".getBytes(StandardCharsets.UTF_8);
    private static final String CONSENT = "consent-1";

    private final ScriptedFiles drive = ScriptedFiles.start();
    private final RecordingConversations teams = new RecordingConversations();
    private final Address chat = teams.met("dana-chat", Address.Scope.PERSONAL);
    private final OfferedFiles files = StoredOffers.in(SharedStore.newDatabase());
    private final RecordedMail mail = new RecordedMail();

    @AfterEach
    void stop() {
        drive.close();
    }

    @Test
    void whatIsSavedIsSaidWithACardOfTheFileAndNotKept() {
        String url = drive.serve("/good", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(201, -1);
        });
        put(url, CONSENT);
        assertThat(teams.calls()).extracting(Call::activity).first().isEqualTo(CONSENT);
        assertThat(teams.calls().getFirst().text()).contains("Saved in your OneDrive: register.csv");
        assertThat(teams.calls().getLast().message().file()).isNotNull();
        assertThat(files.content("1")).isEmpty();
    }

    @Test
    void whatIsRefusedGoesByEMailToWhoeverWasAppointedWithAnAddress() {
        mail.configure();
        put(drive.refuse("/full", 507), CONSENT);
        assertThat(teams.calls().getLast().text()).contains("sent it to your council e-mail address");
        assertThat(mail.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.to()).containsExactly("dana@council.example");
            assertThat(letter.attachments())
                    .singleElement()
                    .satisfies(file -> assertThat(file.content()).isEqualTo(CONTENT));
        });
        assertThat(files.find("1")).isEmpty();
    }

    @Test
    void aDriveThatSaysNothingIsGivenUpAndItsTakerToldToAskAgain() {
        put(drive.silent("/silent"), null);
        assertThat(teams.calls().getLast().text()).contains("could not be saved", "ask for it again");
        assertThat(mail.letters()).isEmpty();
        assertThat(files.find("1")).isEmpty();
    }

    @Test
    void aMailServerThatRefusesItTooIsNoSecret() {
        mail.configure();
        mail.refuseAll(550);
        put(drive.refuse("/full", 507), CONSENT);
        assertThat(teams.calls().getLast().text()).contains("could not be saved", "I have deleted it");
    }

    @Test
    void evidenceIsNeverSentByEMail() {
        mail.configure();
        put(OfferedFile.About.EVIDENCE, drive.refuse("/full", 507), CONSENT);
        assertThat(teams.calls().getLast().text()).contains("could not be saved");
        assertThat(mail.letters()).isEmpty();
    }

    @Test
    void aChatThatTakesNoWordDoesNotKeepTheFile() {
        teams.on(call -> Optional.of(new DeliveryException(403, "BotBlocked")));
        put(drive.refuse("/full", 507), CONSENT);
        assertThat(teams.calls()).isEmpty();
        assertThat(files.find("1")).isEmpty();
    }

    @Test
    void whatWasDeletedMeanwhileIsSaidToBeGone() {
        Uploading uploading = uploading();
        uploading.begin(offered(OfferedFile.About.FOI_TABLE), upload("http://127.0.0.1/none"), chat, CONSENT);
        uploading.stop();
        assertThat(teams.calls().getLast().text()).contains("no longer there");
        assertThat(drive.asked()).isEmpty();
    }

    private void put(String url, @Nullable String consent) {
        put(OfferedFile.About.BREACH_REGISTER, url, consent);
    }

    private void put(OfferedFile.About about, String url, @Nullable String consent) {
        OfferedFile file = offered(about);
        files.add(file, CONTENT);
        Uploading uploading = uploading();
        uploading.begin(file, upload(url), chat, consent);
        uploading.stop();
    }

    private Uploading uploading() {
        TestCards cards = TestCards.bundled();
        Appointment dpo =
                new Appointment("a", "dpo", null, DANA, "dana@council.example", null, null, List.of(), List.of());
        return new Uploading(
                files,
                LocalUploads.create(),
                teams,
                new ByMail(
                        mail, new RoleHolders(cards.content().roles(), new StoredAppointments(dpo)), cards.messages()),
                cards.messages(),
                new OfferSettings(List.of("sharepoint.com"), Duration.ofMillis(500)));
    }

    private static OfferedFile offered(OfferedFile.About about) {
        return new OfferedFile(
                "1",
                about,
                "",
                DANA,
                "29:dana",
                "dana-chat",
                "register.csv",
                "text/csv",
                CONTENT.length,
                TestCards.SATURDAY,
                TestCards.SATURDAY);
    }

    private static FileConsent.Upload upload(String url) {
        return new FileConsent.Upload(
                url, "https://council-my.sharepoint.com/register.csv", "register.csv", "u1", "csv");
    }
}
