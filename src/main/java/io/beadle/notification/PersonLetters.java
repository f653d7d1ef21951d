package io.beadle.notification;

import io.beadle.card.PersonAlertText;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Delivery;
import io.beadle.incident.Incident;
import io.beadle.mail.Letter;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What people are written by e-mail: chosen values (G11), of a held account the reference alone (G5), of a restricted case nothing. */
@Component
final class PersonLetters {
    private final PersonAlertText text;

    PersonLetters(PersonAlertText text) {
        this.text = text;
    }

    Letter of(Incident incident, Delivery line, boolean held) {
        List<String> to = List.of(Objects.requireNonNull(line.email(), "No address"));
        if (new CaseFile(incident).isRestricted()) {
            return new Letter(to, text.secretSubject(incident), text.secret(incident));
        }
        return held
                ? new Letter(to, text.heldTitle(incident), text.held(incident))
                : new Letter(to, text.title(incident), text.letter(incident, line));
    }
}
