package io.beadle.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.beadle.selftest.Finding;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailCheckTests {
    @ParameterizedTest
    @CsvSource({"secret, selftest.mail.good", "wrong, selftest.mail.password"})
    void connectsAndAuthenticatesAndWritesNothing(String password, String text) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("beadle@council.example", "beadle", "secret");
        server.start();
        try {
            JavaMailSenderImpl sender = sender(server.getSmtp().getPort());
            sender.setUsername("beadle");
            sender.setPassword(password);
            sender.getJavaMailProperties().put("mail.smtp.auth", "true");

            assertThat(found(sender).text()).isEqualTo(text);
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        Finding found = found(sender(1));
        assertThat(found.text()).isEqualTo("selftest.mail.none");
        assertThat(found.arguments()).containsExactly("127.0.0.1");
    }

    @Test
    void noServerIsAChoice() {
        assertThat(new NoMailCheck().look(Instant.EPOCH))
                .containsExactly(Finding.ok("selftest.mail", "selftest.mail.unused"));
    }

    private static Finding found(JavaMailSenderImpl sender) {
        return new MailCheck(sender).look(Instant.EPOCH).getFirst();
    }

    private static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        MailConfiguration.makeSafe(sender);
        return sender;
    }
}
