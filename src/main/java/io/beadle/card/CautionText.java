package io.beadle.card;

import io.beadle.content.Messages;
import io.beadle.knowledge.Caution;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a reader of a quote must know before relying on it, in words; not yet escaped for Markdown. */
@Component
public final class CautionText {
    private final Messages messages;

    public CautionText(Messages messages) {
        this.messages = messages;
    }

    /** One sentence each, in the order of the cautions. */
    public List<String> of(List<Caution> cautions) {
        return cautions.stream().map(this::of).toList();
    }

    private String of(Caution caution) {
        return switch (caution) {
            case Caution.Overdue overdue -> messages.text("caution.overdue", WrittenTime.date(overdue.due()));
            case Caution.Superseded old -> superseded(old);
        };
    }

    private String superseded(Caution.Superseded old) {
        LocalDate since = old.since();
        return since == null
                ? messages.text("caution.superseded", old.name(), old.by())
                : messages.text("caution.superseded.since", old.name(), old.by(), WrittenTime.date(since));
    }
}
