package io.beadle.bot.people;

import io.beadle.bot.turn.Turn;
import io.beadle.card.AppointmentText;
import io.beadle.card.Card;
import io.beadle.card.Markdown;
import io.beadle.card.ProposalCard;
import io.beadle.content.Messages;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.people.Administrators;
import io.beadle.people.Person;
import io.beadle.people.Proposal;
import io.beadle.people.ProposedChange;
import io.beadle.teams.Address;
import io.beadle.teams.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of changes: the other administrators before, who proposed it and the desk after. Told twice, each is told once. */
@Component
final class ConsentNotices {
    private final Administrators administrators;
    private final Directory directory;
    private final Notices notices;
    private final ProposalCard cards;
    private final AppointmentText text;
    private final Messages messages;

    ConsentNotices(
            Administrators administrators,
            Directory directory,
            Notices notices,
            ProposalCard cards,
            AppointmentText text,
            Messages messages) {
        this.administrators = administrators;
        this.directory = directory;
        this.notices = notices;
        this.cards = cards;
        this.text = text;
        this.messages = messages;
    }

    /** Asks the other administrators; what to say to who proposed it. */
    String ask(Proposal proposal, Turn turn, Instant now) {
        Set<String> others = administrators.others(proposal.by());
        // from a channel nobody is written to who has no chat yet: refused, the card would come to the channel
        String near = turn.isPersonal() ? turn.address().conversation() : "";
        int number = 0;
        for (String other : others) {
            Card card = cards.of(proposal, other, null, now);
            number++;
            put("proposal-" + proposal.id() + "-" + number, other, near, card, now);
        }
        return messages.text(others.stream().anyMatch(directory::reaches) ? "proposal.sent" : "proposal.unreached");
    }

    /** Tells who proposed it what came of it, unless that was they themselves. */
    void tellProposer(Proposal proposal, Instant now) {
        Person decider = proposal.decider();
        if (decider == null || !decider.is(proposal.by())) {
            Card card = cards.of(proposal, proposal.by().id(), null, now);
            put("proposal-" + proposal.id() + "-ended", proposal.by().id(), "", card, now);
        }
    }

    /** Announces to the desk what was done: who holds which role, no addresses (G11, G12). */
    void announce(Proposal proposal, Instant now) {
        List<String> what = new ArrayList<>(List.of(text.change(proposal.change())));
        switch (proposal.change()) {
            case ProposedChange.Appoint appoint -> what.addAll(text.details(appoint.appointment(), now));
            case ProposedChange.Amend amend -> what.addAll(text.details(amend.appointment(), now));
            case ProposedChange.Dismiss dismiss -> {}
            case ProposedChange.MoveDesk move -> {}
        }
        String said = Markdown.escapeInLine(String.join("; ", what));
        String by = name(proposal.by());
        Person second = proposal.decider();
        toDesk(
                "role-" + proposal.id(),
                second == null || second.is(proposal.by())
                        ? messages.text("roles.announced.alone", said, by)
                        : messages.text("roles.announced", said, by, name(second)),
                now);
    }

    /** Announces that a holder is away, or back where {@code when} is null. */
    void announceAbsence(Person holder, @Nullable String when, Instant now) {
        toDesk(
                "absence-" + holder.id() + "-" + now.toEpochMilli() + (when == null ? "-back" : ""),
                when == null
                        ? messages.text("roles.announced.back", name(holder))
                        : messages.text("roles.announced.away", name(holder), when),
                now);
    }

    private void toDesk(String key, String said, Instant now) {
        notices.put(Notice.toDesk(key, 0, Message.text(said), now));
    }

    private void put(String key, String person, String near, Card card, Instant now) {
        String member = directory.chat(person).map(Address::person).orElse(person);
        notices.put(Notice.toPerson(
                key, new Notice.To.Somebody(member, near, near), Message.card(card.json(), card.summary()), now));
    }

    private String name(Person person) {
        return person.name().isBlank() ? messages.text("alert.somebody") : Markdown.escapeInLine(person.name());
    }
}
