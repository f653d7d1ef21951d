package io.beadle.mail;

import io.beadle.selftest.SelfCheck;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** E-mail where there is a mail server, and none where there is not. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("spring.mail.host")
    static class WithServer {
        @Bean
        SmtpMail mail(JavaMailSender sender, MailSettings settings, InstantSource clock) {
            if (sender instanceof JavaMailSenderImpl server) {
                makeSafe(server);
            }
            return new SmtpMail(sender, settings.sender(), clock);
        }

        @Bean
        MailCheck mailCheck(JavaMailSenderImpl server) {
            return new MailCheck(server);
        }

        /** Of this name, so that Spring Boot's own is not made: that one connects to the server at every request. */
        @Bean
        MailHealthIndicator mailHealthIndicator(SmtpMail mail) {
            return new MailHealthIndicator(mail);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.mail.host", havingValue = "false", matchIfMissing = true)
    static class WithoutServer {
        @Bean
        Mail mail() {
            return new NoMail();
        }

        @Bean
        SelfCheck mailCheck() {
            return new NoMailCheck();
        }
    }

    /** What {@code spring.mail.properties} does not say otherwise: by default a server that hangs would do so for ever. */
    static void makeSafe(JavaMailSenderImpl server) {
        Properties properties = server.getJavaMailProperties();
        String protocol = server.getProtocol() == null ? "smtp" : server.getProtocol();
        boolean encrypt = !isLoopback(server.getHost());
        Map<String, String> safe = Map.of(
                "connectiontimeout", millis(CONNECT_WITHIN),
                "timeout", millis(ANSWER_WITHIN),
                "writetimeout", millis(ANSWER_WITHIN),
                "quitwait", "false", // a letter that was taken stays taken, whatever comes of the farewell
                "starttls.enable", "true",
                "starttls.required", String.valueOf(encrypt),
                "ssl.checkserveridentity", "true");
        safe.forEach((name, value) -> properties.putIfAbsent("mail." + protocol + "." + name, value));
    }

    private static boolean isLoopback(@Nullable String host) {
        return host != null && (host.equals("localhost") || host.equals("::1") || host.startsWith("127."));
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
