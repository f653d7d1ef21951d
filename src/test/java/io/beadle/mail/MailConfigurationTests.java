package io.beadle.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.mail.autoconfigure.MailHealthContributorAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailConfigurationTests {
    @EnableConfigurationProperties(MailSettings.class)
    private static final class Settings {}

    private final ApplicationContextRunner beadle = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    MailSenderAutoConfiguration.class,
                    HealthContributorAutoConfiguration.class,
                    MailHealthContributorAutoConfiguration.class))
            .withUserConfiguration(MailConfiguration.class, Settings.class)
            .withBean(InstantSource.class, InstantSource::system);

    @Test
    void withoutAServerThereIsNoMailAndNothingFails() {
        beadle.run(context -> {
            Mail mail = context.getBean(Mail.class);
            assertThat(mail.isConfigured()).isFalse();
            assertThat(context).doesNotHaveBean(MailHealthIndicator.class);
            assertThatThrownBy(() -> mail.send(new Letter(List.of("jo@council.example"), "Alert", "Text")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("spring.mail.host");
        });
        beadle.withPropertyValues("beadle.mail.from=beadle@council.example")
                .run(context ->
                        assertThat(context.getBean(Mail.class).isConfigured()).isFalse());
    }

    @Test
    void aServerThatIsAwayKeepsNothingFromStartingAndIsNotAskedForTheHealth() {
        beadle.withPropertyValues(
                        "spring.mail.host=192.0.2.1", "spring.mail.port=9", "beadle.mail.from=beadle@council.example")
                .run(context -> {
                    assertThat(context.getBean(Mail.class).isConfigured()).isTrue();
                    Map<String, HealthContributor> health = context.getBeansOfType(HealthContributor.class);
                    assertThat(health.get("mailHealthIndicator")).isInstanceOf(MailHealthIndicator.class);
                    assertThat(health).doesNotContainKey("mailHealthContributor");
                });
    }

    @Test
    void aServerWithoutASenderIsRefusedAndSaysWhatToSet() {
        beadle.withPropertyValues("spring.mail.host=127.0.0.1")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("beadle.mail.from is missing, though spring.mail.host is set"));
    }

    @Test
    void everyWaitHasItsEndAndWhatIsConfiguredCounts() {
        beadle.withPropertyValues(
                        "spring.mail.host=mail.council.example",
                        "spring.mail.properties.mail.smtp.timeout=60000",
                        "beadle.mail.from=beadle@council.example")
                .run(context -> assertThat(
                                context.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
                        .containsEntry("mail.smtp.timeout", "60000")
                        .containsEntry("mail.smtp.connectiontimeout", "5000")
                        .containsEntry("mail.smtp.writetimeout", "15000")
                        .containsEntry("mail.smtp.starttls.required", "true"));
        beadle.withPropertyValues("spring.mail.host=localhost", "beadle.mail.from=beadle@council.example")
                .run(context -> assertThat(
                                context.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
                        .containsEntry("mail.smtp.starttls.required", "false"));
        beadle.withPropertyValues(
                        "spring.mail.host=localhost",
                        "spring.mail.protocol=smtps",
                        "beadle.mail.from=beadle@council.example")
                .run(context -> assertThat(
                                context.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
                        .containsEntry("mail.smtps.timeout", "15000"));
    }
}
