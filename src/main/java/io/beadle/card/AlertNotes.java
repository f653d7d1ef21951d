package io.beadle.card;

import io.beadle.content.Duties;
import io.beadle.content.Messages;
import io.beadle.content.Roles;
import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Closing;
import io.beadle.incident.Custody;
import io.beadle.incident.Delivery;
import io.beadle.incident.Duty;
import io.beadle.incident.Incident;
import io.beadle.incident.Ledger;
import io.beadle.incident.Membership;
import io.beadle.incident.Reporter;
import io.beadle.incident.Statement;
import io.beadle.incident.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the desk has to know besides the facts, in counts and chosen values: it may stand in a channel (G11). */
@Component
final class AlertNotes {
    /** How many roles one line of the card names. */
    private static final int MOST_ROLES = 3;

    private final Messages messages;
    private final Duties duties;
    private final Roles roles;
    private final WrittenTime times;

    AlertNotes(Messages messages, Duties duties, Roles roles, WrittenTime times) {
        this.messages = messages;
        this.duties = duties;
        this.roles = roles;
        this.times = times;
    }

    /** How the incident stands, and how much there is to read of it by opening it. */
    List<String> of(Incident incident) {
        List<String> notes = state(incident);
        if (incident.isOpen() && !incident.missing().isEmpty()) {
            notes.add(messages.text(missing(incident), incident.missing().size()));
        }
        long said = incident.statements().stream()
                .filter(s -> s.kind() == Statement.Kind.ADDED
                        || s.kind() == Statement.Kind.CORRECTED
                        || s.kind() == Statement.Kind.SUPPLIED)
                .count();
        if (said > 0) {
            notes.add(messages.text("alert.said", said));
        }
        int asked = incident.statements(Statement.Kind.ASKED).size();
        if (asked > 0) {
            notes.add(messages.text(
                    "alert.asked", asked, asked - incident.unanswered().size()));
        }
        long open = incident.duties().stream()
                .filter(duty -> duty.isOpen() && !duty.rule().equals(Duty.ACKNOWLEDGE))
                .count();
        if (open > 1) {
            notes.add(messages.text("alert.more", open - 1));
        }
        return notes;
    }

    /** How the incident stands, for whoever has it open and reads the rest there. */
    List<String> state(Incident incident) {
        List<String> notes = new ArrayList<>();
        if (new CaseFile(incident).mayBeShownTwice()) {
            notes.add(messages.text("alert.twice"));
        }
        Membership wave = incident.wave();
        if (wave != null) {
            notes.add(messages.text(wave.leads() ? "alert.wave.lead" : "alert.wave", wave.wave()));
        }
        if (incident.report().onBehalfOf() != null) {
            notes.add(messages.text("alert.behalf"));
        }
        switch (incident.report().reporter()) {
            case Reporter.Named named -> {}
            case Reporter.Sealed sealed -> notes.add(messages.text("alert.confidential"));
            case Reporter.Anonymous anonymous -> notes.add(messages.text("alert.anonymous"));
        }
        Closing closing = incident.closing();
        if (closing != null) {
            notes.add(messages.text(
                    "alert.closed",
                    duties.outcome(closing.outcome()).map(Duties.Outcome::label).orElse(closing.outcome()),
                    times.onDay(closing.at())));
        }
        if (incident.isHeld()) {
            notes.add(held(incident));
        }
        incident.statements(Statement.Kind.WITHDRAWAL_ASKED).stream()
                .map(Statement::answer)
                .map(reason -> messages.text("alert.withdrawal", reason == null ? "" : shown(reason)))
                .forEach(notes::add);
        Custody custody = new Custody(incident);
        if (custody.files() > 0) {
            notes.add(messages.text(
                    custody.isQuarantined() ? "alert.evidence.closed" : "alert.evidence", custody.files()));
        }
        if (custody.held() > 0) {
            notes.add(messages.text("alert.evidence.held", custody.held()));
        }
        if (incident.has(TimelineEntry.Kind.NOT_REACHED)) {
            notes.add(messages.text("alert.unreached"));
        }
        if (incident.isOpen() && !incident.isAcknowledged() && incident.has(TimelineEntry.Kind.TOO_FEW_REACHED)) {
            notes.add(messages.text("alert.few", new Ledger(incident).enough()));
        }
        addRoles(notes, "alert.not-reached", incident, Delivery.State.BLOCKED);
        addRoles(notes, "alert.unheld", incident, Delivery.State.NOBODY);
        return notes;
    }

    /** One line for all who were to be told in vain, by their roles, each once. */
    private void addRoles(List<String> notes, String key, Incident incident, Delivery.State state) {
        List<String> titles = incident.ledger().stream()
                .filter(line -> line.state() == state)
                .map(line -> roles.find(line.role()).map(Roles.Role::title).orElse(line.role()))
                .distinct()
                .toList();
        if (titles.size() > MOST_ROLES) {
            String first = String.join(", ", titles.subList(0, MOST_ROLES));
            notes.add(messages.text(key, messages.text("alert.more-roles", first, titles.size() - MOST_ROLES)));
        } else if (!titles.isEmpty()) {
            notes.add(messages.text(key, String.join(", ", titles)));
        }
    }

    private String held(Incident incident) {
        long statements = incident.statements().stream().filter(Statement::held).count();
        String account = messages.text("alert.held");
        return statements == 0 ? account : account + " " + messages.text("alert.held.statements", statements);
    }

    private static String missing(Incident incident) {
        if (incident.isAnonymous()) {
            return "alert.missing.anonymous";
        }
        return incident.has(TimelineEntry.Kind.FACTS_PASSED) ? "alert.missing.ask" : "alert.missing";
    }

    private static String shown(Answer reason) {
        return Markdown.escape(reason.shown());
    }
}
