package io.beadle.bot.register;

import io.beadle.content.Messages;
import io.beadle.mail.Attachment;
import io.beadle.mail.Letter;
import io.beadle.mail.Mail;
import io.beadle.mail.MailRefusedException;
import io.beadle.people.Person;
import io.beadle.people.RoleHolders;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The other way for a file: to the address with which its taker was appointed. */
@Component
final class ByMail {
    private static final Logger log = LoggerFactory.getLogger(ByMail.class);

    private final Mail mail;
    private final RoleHolders holders;
    private final Messages messages;

    ByMail(Mail mail, RoleHolders holders, Messages messages) {
        this.mail = mail;
        this.holders = holders;
        this.messages = messages;
    }

    /** Whether the mail server took it; it does not where nobody knows the person's address. */
    boolean send(MadeFile file, Person to) {
        Optional<String> address = file.mayBeMailed() && mail.isConfigured() ? holders.emailOf(to) : Optional.empty();
        if (address.isEmpty()) {
            return false;
        }
        try {
            mail.send(new Letter(
                    List.of(address.get()),
                    messages.text("handing.mail.subject", file.description()),
                    messages.text("handing.mail.text", file.description()),
                    List.of(new Attachment(file.name(), file.type(), file.content()))));
            return true;
        } catch (MailRefusedException e) {
            log.warn("file not mailed about={} code={} final={}", file.about(), e.code(), e.isFinal());
            return false;
        }
    }
}
