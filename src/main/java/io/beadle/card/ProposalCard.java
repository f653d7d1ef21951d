package io.beadle.card;

import io.beadle.content.CardTemplates;
import io.beadle.content.Messages;
import io.beadle.people.Appointment;
import io.beadle.people.Person;
import io.beadle.people.Proposal;
import io.beadle.people.ProposedChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A change that one administrator proposed, as the others and that one see it (G12). */
@Component
public final class ProposalCard {
    private final CardTemplates templates;
    private final Messages messages;
    private final AppointmentText text;
    private final WrittenTime times;

    ProposalCard(CardTemplates templates, Messages messages, AppointmentText text, WrittenTime times) {
        this.templates = templates;
        this.messages = messages;
        this.text = text;
        this.times = times;
    }

    /**
     * The card.
     *
     * @param viewer whose card it is: who proposed it can take it back, another can decide
     * @param note one more sentence, null for none
     */
    public Card of(Proposal proposal, String viewer, @Nullable String note, Instant now) {
        boolean own = proposal.by().id().equals(viewer);
        String title = messages.text(proposal.isOpen() && !own ? "proposal.title.decide" : "proposal.title");
        Map<String, Object> data = new HashMap<>(Map.of("summary", title, "title", title));
        data.put("state", state(proposal));
        data.put("rows", rows(proposal, now));
        data.put("note", note);
        data.put("canConsent", proposal.isOpen() && !own);
        data.put("canRefuse", proposal.isOpen());
        data.put("consentTitle", messages.text("proposal.consent"));
        data.put("refuseTitle", messages.text(own ? "proposal.withdraw" : "proposal.refuse"));
        data.put("backTitle", messages.text("roles.back"));
        data.put("id", proposal.id());
        return new Card(templates.render("proposal", data), title);
    }

    /** What has become of it: "Priya consented at …, and it is done." */
    public String state(Proposal proposal) {
        String by = escaped(proposal.by());
        Person decider = proposal.decider();
        String second = decider == null ? "" : escaped(decider);
        String since = times.inFull(proposal.since());
        return switch (proposal.state()) {
            case OPEN -> messages.text("proposal.open", by, times.inFull(proposal.at()), times.inFull(proposal.ends()));
            case AGREED -> messages.text("proposal.agreed", by, second, since);
            case DONE ->
                decider != null && decider.id().equals(proposal.by().id())
                        ? messages.text("proposal.alone", by, since)
                        : messages.text("proposal.done", by, second, since);
            case OVERTAKEN -> messages.text("proposal.overtaken", by, second, since);
            case REFUSED -> messages.text("proposal.refused", by, second, since);
            case WITHDRAWN -> messages.text("proposal.withdrawn", by, since);
            case EXPIRED -> messages.text("proposal.expired", by, since);
        };
    }

    private String escaped(Person person) {
        return Markdown.escapeInLine(text.name(person));
    }

    private List<Map<String, String>> rows(Proposal proposal, Instant now) {
        List<Map<String, String>> rows = new ArrayList<>();
        row(rows, "proposal.row.what", text.change(proposal.change()));
        switch (proposal.change()) {
            case ProposedChange.MoveDesk move ->
                row(rows, "proposal.row.channel", messages.text("proposal.row.channel.value"));
            case ProposedChange.Appoint appoint -> rows(rows, "proposal.row.then", appoint.appointment(), now);
            case ProposedChange.Amend amend -> {
                rows(rows, "proposal.row.now", amend.before(), now);
                rows(rows, "proposal.row.then", amend.appointment(), now);
            }
            case ProposedChange.Dismiss dismiss -> rows(rows, "proposal.row.now", dismiss.appointment(), now);
        }
        return rows;
    }

    private void rows(List<Map<String, String>> rows, String when, Appointment appointment, Instant now) {
        List<String> all = new ArrayList<>(List.of(text.name(appointment.person())));
        String email = appointment.email();
        if (email != null) {
            all.add(email);
        }
        all.addAll(text.details(appointment, now));
        String deputyEmail = appointment.deputyEmail();
        if (deputyEmail != null) {
            all.add(deputyEmail);
        }
        row(rows, when, String.join("; ", all));
    }

    private void row(List<Map<String, String>> rows, String label, String value) {
        rows.add(Map.of("label", messages.text(label) + " ", "value", value));
    }
}
