package io.beadle.card;

import io.beadle.content.Messages;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyRegister;
import io.beadle.knowledge.RegisteredPolicy;
import java.util.Optional;
import java.util.StringJoiner;
import org.springframework.stereotype.Component;

/** Where a passage stands, as people read it; not yet escaped for Markdown. */
@Component
public final class SourceLine {
    private final Messages messages;
    private final PolicyRegister register;

    SourceLine(Messages messages, PolicyRegister register) {
        this.messages = messages;
        this.register = register;
    }

    /** Document, section number and heading, then version and date of approval where they are known. */
    public String of(Passage passage) {
        String place = place(passage);
        String edition = edition(passage);
        return edition.isEmpty() ? place : messages.text("source.edition", place, edition);
    }

    /** Document and section number, or the heading where it has none: for a card that has to be short. */
    public String brief(Passage passage) {
        String part = passage.section() == null ? passage.heading() : passage.section();
        return part == null ? passage.title() : messages.text("source.heading", passage.title(), part);
    }

    private String place(Passage passage) {
        String section = passage.section();
        String heading = passage.heading();
        if (section != null) {
            return messages.text("source.section", passage.title(), section, heading == null ? "" : heading)
                    .strip();
        }
        return heading == null ? passage.title() : messages.text("source.heading", passage.title(), heading);
    }

    private String edition(Passage passage) {
        Optional<RegisteredPolicy> policy = register.ofDocument(passage.document());
        StringJoiner edition = new StringJoiner(", ");
        policy.map(RegisteredPolicy::version)
                .or(() -> Optional.ofNullable(passage.version()))
                .ifPresent(version -> edition.add(messages.text("source.version", version)));
        policy.map(RegisteredPolicy::approved)
                .ifPresent(day -> edition.add(messages.text("source.approved", WrittenTime.date(day))));
        return edition.toString();
    }
}
