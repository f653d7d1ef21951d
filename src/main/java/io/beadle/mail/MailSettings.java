package io.beadle.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * E-mail, beside Spring's own {@code spring.mail.*}.
 *
 * @param from the address that letters come from, which must be one that the mail server lets Beadle use
 */
@ConfigurationProperties("beadle.mail")
record MailSettings(@Nullable String from) {
    String sender() {
        if (from == null || from.isBlank()) {
            throw new IllegalArgumentException(
                    "beadle.mail.from is missing, though spring.mail.host is set: set it to the"
                            + " address that e-mail comes from, or remove spring.mail.* to go without e-mail");
        }
        return from.strip();
    }
}
