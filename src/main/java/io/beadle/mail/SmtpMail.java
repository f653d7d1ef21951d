package io.beadle.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends by the council's mail server. */
final class SmtpMail implements Mail {
    private static final Logger log = LoggerFactory.getLogger(SmtpMail.class);

    private final JavaMailSender sender;
    private final InternetAddress from;
    private final InstantSource clock;
    private volatile Optional<MailRefusedException> trouble = Optional.empty();

    SmtpMail(JavaMailSender sender, String from, InstantSource clock) {
        this.sender = sender;
        this.from = address(from)
                .orElseThrow(() -> new IllegalArgumentException(
                        "beadle.mail.from is no e-mail address: write it like beadle@example.gov.uk"));
        this.clock = clock;
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    /** What was wrong with the server when it last was given a letter; empty when nothing was. */
    Optional<MailRefusedException> trouble() {
        return trouble;
    }

    @Override
    public void send(Letter letter) {
        MimeMessage message = message(letter);
        try {
            sender.send(message);
        } catch (MailException e) {
            MailRefusedException refused = Refusal.of(e);
            // a server that refuses one letter for good does its work
            trouble = refused.isFinal() ? Optional.empty() : Optional.of(refused);
            log.warn(
                    "e-mail refused addresses={} code={} final={}",
                    letter.to().size(),
                    refused.code(),
                    refused.isFinal());
            throw refused;
        }
        trouble = Optional.empty();
        log.info(
                "e-mail sent addresses={} attachments={}",
                letter.to().size(),
                letter.attachments().size());
    }

    private MimeMessage message(Letter letter) {
        MimeMessage message = sender.createMimeMessage();
        try {
            MimeMessageHelper helper =
                    new MimeMessageHelper(message, !letter.attachments().isEmpty(), StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            for (String to : letter.to()) {
                helper.addTo(address(to).orElseThrow(() -> new MailRefusedException(0, true, "NoAddress")));
            }
            helper.setSubject(letter.subject());
            helper.setText(letter.text());
            for (Attachment attachment : letter.attachments()) {
                helper.addAttachment(attachment.name(), new ByteArrayResource(attachment.content()), attachment.type());
            }
            helper.setSentDate(Date.from(clock.instant()));
            // an out-of-office reply to it would reach nobody (RFC 3834)
            message.setHeader("Auto-Submitted", "auto-generated");
            return message;
        } catch (MessagingException e) {
            throw new MailRefusedException(0, true, e.getClass().getSimpleName());
        }
    }

    /** One bare address and nothing else: no name, no list, no line break. */
    private static Optional<InternetAddress> address(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            boolean bare =
                    text.equals(address.getAddress()) && text.matches("[^\\s\\p{Cntrl}<>,;]+@[^\\s\\p{Cntrl}<>,;@]+");
            return bare ? Optional.of(address) : Optional.empty();
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}
