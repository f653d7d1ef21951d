package io.beadle.bot.turn;

import io.beadle.card.CardAction;
import io.beadle.content.Contacts;
import io.beadle.content.Messages;
import io.beadle.teams.Allowances;
import io.beadle.teams.Allowances.Taken;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Nobody can have so much that others get nothing: see the rationale of {@code bot}, "What is limited, and what is not?"
 * Whoever is over a limit is told so in words, with the number to ring.
 */
@Component
public final class Limits {
    static final String COUNTER = "beadle.limits.refused";

    private final Allowances questions;
    private final Allowances searches;
    private final Allowances reports;
    private final Messages messages;
    private final Contacts contacts;
    private final MeterRegistry meters;

    /** What is counted apart. The names are the values of the counter's tag. */
    public enum Kind {
        QUESTION,
        SEARCH,
        REPORT
    }

    Limits(LimitSettings settings, Messages messages, Contacts contacts, MeterRegistry meters) {
        this.messages = messages;
        this.contacts = contacts;
        this.meters = meters;
        questions = new Allowances(settings.questions());
        searches = new Allowances(settings.searches());
        reports = new Allowances(settings.reports());
        for (Kind kind : Kind.values()) {
            count(kind, 0);
        }
    }

    /** Whether what somebody wrote is one too many. They are told once, until they may again: a flood is not answered by one. */
    public boolean refuse(Intent wanted, Turn turn, Chat chat) {
        @Nullable Kind kind = kind(wanted);
        Taken taken = kind == null ? Taken.YES : take(kind, turn);
        if (kind != null && taken == Taken.NO) {
            chat.send(sentence(kind));
        }
        return taken != Taken.YES;
    }

    /** What is said to whoever pressed that once too often; empty for whoever did not. */
    public Optional<Reply> refusal(CardAction action, Turn turn) {
        @Nullable Kind kind = kind(action);
        return kind == null || take(kind, turn) == Taken.YES
                ? Optional.empty()
                : Optional.of(new Reply.Tell(sentence(kind)));
    }

    /** Whether this search is one too many. */
    public boolean refuseSearch(Turn turn) {
        return take(Kind.SEARCH, turn) != Taken.YES;
    }

    private Taken take(Kind kind, Turn turn) {
        Allowances allowances = switch (kind) {
            case QUESTION -> questions;
            case SEARCH -> searches;
            case REPORT -> reports;
        };
        Taken taken = allowances.take(turn.person().id());
        count(kind, taken == Taken.YES ? 0 : 1);
        return taken;
    }

    private static @Nullable Kind kind(Intent wanted) {
        if (wanted instanceof Intent.Ask || wanted instanceof Intent.Changes) {
            return Kind.QUESTION;
        }
        boolean begins = wanted instanceof Intent.Report || wanted instanceof Intent.ForSomebodyElse;
        return begins ? Kind.REPORT : null;
    }

    /** Of a report its beginning alone: who is in the middle of one goes on, whatever else they did. */
    private static @Nullable Kind kind(CardAction action) {
        if (action instanceof CardAction.AskAlone
                || action instanceof CardAction.PolicySays
                || action instanceof CardAction.SendEnquiry) {
            return Kind.QUESTION;
        }
        boolean begins = action instanceof CardAction.StartReport
                || action instanceof CardAction.ToldBy
                || (action instanceof CardAction.WithoutName unnamed
                        && unnamed.draft().isEmpty());
        return begins ? Kind.REPORT : null;
    }

    private String sentence(Kind kind) {
        Contacts.Team team = contacts.securityTeam();
        String urgent = messages.text("urgent", team.name(), team.inHours(), team.hours(), team.outOfHours());
        return switch (kind) {
            case QUESTION -> messages.text("limit.question", urgent);
            case SEARCH -> messages.text("search.limit");
            case REPORT -> messages.text("limit.report", contacts.danger(), urgent);
        };
    }

    private void count(Kind kind, int more) {
        meters.counter(COUNTER, "kind", kind.name().toLowerCase(Locale.ROOT)).increment(more);
    }
}
