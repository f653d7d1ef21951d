package io.beadle.mail;

import io.beadle.selftest.Finding;
import io.beadle.selftest.SelfCheck;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Whether the mail server can be reached and knows Beadle's password; no letter is written. */
final class MailCheck implements SelfCheck {
    private static final String MAIL = "selftest.mail";

    private final JavaMailSenderImpl server;

    MailCheck(JavaMailSenderImpl server) {
        this.server = server;
    }

    @Override
    public String about() {
        return MAIL;
    }

    @Override
    public List<Finding> look(Instant now) {
        try {
            server.testConnection();
            return List.of(Finding.ok(MAIL, "selftest.mail.good"));
        } catch (AuthenticationFailedException e) {
            return List.of(Finding.failed(MAIL, "selftest.mail.password"));
        } catch (MessagingException e) {
            return List.of(Finding.failed(MAIL, "selftest.mail.none", String.valueOf(server.getHost())));
        }
    }
}
