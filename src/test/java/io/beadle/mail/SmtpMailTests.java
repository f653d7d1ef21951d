package io.beadle.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Letters, to a mail server that takes them, refuses them, hangs or breaks off. */
@ExtendWith(OutputCaptureExtension.class)
class SmtpMailTests {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String JO = "jo.bell@council.example";
    private static final String SAM = "sam.oyelaran@council.example";

    private final ScriptedMailServer server = new ScriptedMailServer();
    private final SmtpMail mail = mail(server.port());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aLetterArrivesAsItWasWritten() throws Exception {
        mail.send(new Letter(List.of(JO, SAM), "INC-2026-0042: ŵ, high", "Hello,\nŵ is a letter.\n"));

        assertThat(server.received()).hasSize(2);
        MimeMessage letter = server.received()[0];
        assertThat(letter.getSubject()).isEqualTo("INC-2026-0042: ŵ, high");
        assertThat(letter.getContent().toString()).contains("Hello,\r\nŵ is a letter.");
        assertThat(letter.getFrom()[0]).hasToString("beadle@council.example");
        assertThat(letter.getRecipients(RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly(JO, SAM);
        assertThat(letter.getSentDate()).isEqualTo(Date.from(NOON));
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(health()).isEqualTo(Status.UP);
    }

    @Test
    void attachmentsArriveWithTheirNamesAndEveryByte() throws Exception {
        byte[] bytes = {0, 13, 10, 46, 10, -1};
        mail.send(new Letter(
                List.of(JO),
                "Pack",
                "See the file.",
                List.of(new Attachment("Pacâ 1.docx", "application/pdf", bytes))));

        MimeMultipart parts = (MimeMultipart) server.received()[0].getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        parts.getBodyPart(1).getInputStream().transferTo(arrived);
        assertThat(arrived.toByteArray()).isEqualTo(bytes);
        assertThat(jakarta.mail.internet.MimeUtility.decodeText(
                        parts.getBodyPart(1).getFileName()))
                .isEqualTo("Pacâ 1.docx");
    }

    @Test
    void anAddressThatIsRefusedForGoodHasTheWholeLetterRefused(CapturedOutput output) {
        server.refuse(JO, "550 5.1.1 <" + JO + "> is nobody here");
        MailRefusedException refused = refusal(JO, SAM);
        assertThat(refused.isFinal()).isTrue();
        assertThat(refused.code()).isEqualTo(550);
        assertThat(server.received()).isEmpty();
        assertThat(health()).as("that says nothing of the server").isEqualTo(Status.UP);
        assertThat(output).contains("code=550").doesNotContain("jo.bell", "sam.oyelaran");

        mail.send(new Letter(List.of(SAM), "Alert", "Text"));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void anAddressThatIsRefusedForNowMayBeTriedAgain() {
        server.refuse(JO, "451 4.3.0 Not just now");
        MailRefusedException refused = refusal(JO);
        assertThat(refused.isFinal()).isFalse();
        assertThat(refused.code()).isEqualTo(451);
        assertThat(health()).isEqualTo(new Status("DEGRADED"));

        mail.send(new Letter(List.of(SAM), "Alert", "Text"));
        assertThat(health()).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"530 5.7.0 Must issue a STARTTLS command first", "535 5.7.8 Credentials invalid"})
    void whatBeadleItselfIsRefusedForIsSomebodysToMend(String reply) {
        server.refuse(JO, reply);
        assertThat(refusal(JO).isFinal()).isFalse();
        assertThat(health()).isEqualTo(new Status("DEGRADED"));
    }

    @Test
    void oneRefusedForGoodOutweighsAnotherRefusedForNow() {
        server.refuse(JO, "451 4.3.0 Not just now");
        server.refuse(SAM, "550 5.1.1 Nobody here");
        assertThat(refusal(JO, SAM).isFinal()).isTrue();
        assertThat(refusal(SAM, JO).isFinal()).isTrue();
    }

    @Test
    void aServerThatHangsIsLeftInTime() {
        server.hangAt(JO);
        Instant begun = Instant.now();
        MailRefusedException refused = refusal(JO);
        assertThat(Duration.between(begun, Instant.now())).isBetween(Duration.ofMillis(400), Duration.ofSeconds(10));
        assertThat(refused.isFinal()).isFalse();
        assertThat(refused.code()).isZero();
        assertThat(health()).isEqualTo(new Status("DEGRADED"));
    }

    @Test
    void aServerThatBreaksOffMayBeTriedAgain() {
        server.dropAt(JO);
        assertThat(refusal(JO).isFinal()).isFalse();
        assertThat(refusal(JO).code()).isZero();
    }

    @Test
    void aServerThatIsNotThereMayBeTriedAgain() {
        server.close();
        assertThat(refusal(JO).isFinal()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jo",
                "jo@",
                "jo bell@council.example",
                "Jo Bell <jo@council.example>",
                "jo@council.example, all@council.example",
                "jo@council.example\r\nBcc: all@council.example",
                "jo@council.example\nall@council.example",
                "jo@council.example>",
                "jo@council.example\u0000"
            })
    void whatIsNoSingleAddressIsRefusedForGoodAndNothingIsSent(String address, CapturedOutput output) {
        MailRefusedException refused = refusal(SAM, address);
        assertThat(refused.isFinal()).isTrue();
        assertThat(refused).hasNoCause();
        assertThat(refused.getMessage()).doesNotContain("@");
        assertThat(server.received()).isEmpty();
        assertThat(output).doesNotContain("council.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\r\n\r\n", "\u0085", "\u2028", "\u0000", "\u000b"})
    void noHeaderIsBegunByASubjectOrAFileName(String lineEnd) throws Exception {
        String hostile = "Alert" + lineEnd + "Bcc: all@council.example";
        mail.send(new Letter(
                List.of(JO), hostile, "Text", List.of(new Attachment(hostile + ".txt", "text/plain", new byte[1]))));

        assertThat(server.received()).hasSize(1);
        MimeMessage letter = server.received()[0];
        assertThat(letter.getSubject()).isEqualTo("Alert Bcc: all@council.example");
        assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly(JO);
        assertThat(Collections.list(letter.getAllHeaderLines())).noneMatch(line -> line.startsWith("Bcc"));
        assertThat(GreenMailUtil.getWholeMessage(letter).lines()).noneMatch(line -> line.startsWith("Bcc"));
    }

    @Test
    void aTextWithADotAloneOrLookingLikeACommandIsText() throws Exception {
        mail.send(new Letter(List.of(JO), "Alert", "One\r\n.\r\nRCPT TO:<all@council.example>\r\nTwo"));
        assertThat(server.received()).hasSize(1);
        assertThat(server.received()[0].getContent().toString())
                .contains("One\r\n.\r\nRCPT TO:<all@council.example>\r\nTwo");
    }

    @Test
    void whatIsWrittenReachesNoLog(CapturedOutput output) {
        // a command of another test may have made the log terse for the whole JVM
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(SmtpMail.class.getName(), LogLevel.INFO);
        Letter letter = new Letter(
                List.of(JO), "Marmalade", "Quetzal", List.of(new Attachment("secret.txt", "text/plain", new byte[7])));
        mail.send(letter);
        List<String> ours = output.getAll()
                .lines()
                .filter(line -> !line.contains("greenmail"))
                .toList();
        assertThat(ours).anyMatch(line -> line.contains("addresses=1 attachments=1"));
        assertThat(ours).noneMatch(line -> line.matches(".*(jo\\.bell|Marmalade|Quetzal|secret).*"));
        assertThat(letter.toString() + letter.attachments())
                .doesNotContain("jo.bell", "Marmalade", "Quetzal", "secret");
    }

    @Test
    void theSendersOwnAddressIsLookedAtFirst() {
        assertThatThrownBy(() -> new SmtpMail(new JavaMailSenderImpl(), "Beadle <beadle@council.example>", () -> NOON))
                .hasMessageContaining("beadle.mail.from is no e-mail address");
    }

    private MailRefusedException refusal(String... to) {
        MailRefusedException refused = catchThrowableOfType(
                MailRefusedException.class, () -> mail.send(new Letter(Arrays.asList(to), "Alert", "Text")));
        assertThat(refused).as("the letter is refused").isNotNull();
        return refused;
    }

    private Status health() {
        return new MailHealthIndicator(mail).health().getStatus();
    }

    private static SmtpMail mail(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.timeout", "500");
        MailConfiguration.makeSafe(sender);
        return new SmtpMail(sender, "beadle@council.example", () -> NOON);
    }
}
