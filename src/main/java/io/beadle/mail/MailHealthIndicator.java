package io.beadle.mail;

import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether the mail server took what it was last given. It is not asked for the health's sake: a probe every few seconds that
 * waits for a server that hangs would take the instance out.
 */
final class MailHealthIndicator implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED", "E-mail does not leave");

    private final SmtpMail mail;

    MailHealthIndicator(SmtpMail mail) {
        this.mail = mail;
    }

    @Override
    public Health health() {
        Optional<MailRefusedException> trouble = mail.trouble();
        return trouble.isEmpty()
                ? Health.up().build()
                : Health.status(DEGRADED)
                        .withDetail("code", trouble.get().code())
                        .build();
    }
}
