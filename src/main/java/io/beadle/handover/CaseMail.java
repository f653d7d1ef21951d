package io.beadle.handover;

import io.beadle.content.Messages;
import io.beadle.mail.Letter;
import io.beadle.mail.Mail;
import io.beadle.mail.MailRefusedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A case system that makes cases of e-mails. Its reference comes by e-mail too, so that somebody has to type it in. */
@Component
class CaseMail implements CaseSystem {
    private final Mail mail;
    private final Messages messages;
    private final List<String> addresses;

    CaseMail(Mail mail, Messages messages, HandOverSettings settings) {
        this.mail = mail;
        this.messages = messages;
        this.addresses = settings.handover().email();
    }

    @Override
    public boolean isConfigured() {
        return mail.isConfigured() && !addresses.isEmpty();
    }

    @Override
    public Optional<String> take(CaseSummary incident, String key) {
        try {
            mail.send(new Letter(
                    addresses,
                    messages.text("handover.mail.subject", incident.reference(), incident.title()),
                    text(incident, key)));
            return Optional.empty();
        } catch (MailRefusedException e) {
            throw new NotTakenException(e.code(), e.isFinal());
        }
    }

    private String text(CaseSummary incident, String key) {
        return messages.text(
                "handover.mail.text",
                incident.reference(),
                incident.title(),
                messages.text("severity." + incident.severity()),
                incident.reported().toString(),
                incident.answers().stream()
                        .map(answer -> answer.asked() + " " + answer.shown())
                        .collect(Collectors.joining("\n")),
                key);
    }
}
