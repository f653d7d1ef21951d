package io.beadle.bot.report;

import io.beadle.bot.report.words.SaidInWords;
import io.beadle.bot.turn.CardUpdates;
import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.Card;
import io.beadle.card.CardAction;
import io.beadle.card.MyReportsCard;
import io.beadle.card.Phrases;
import io.beadle.card.SimpleCards;
import io.beadle.content.Messages;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.AnonymousToken;
import io.beadle.incident.Draft;
import io.beadle.incident.Incidents;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.ConversationReferences;
import io.beadle.teams.Conversations;
import io.beadle.teams.DeliveryException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reporting in a chat: where the dialogue's cards are shown. It is always the personal chat (G11). */
@Component
public final class Reporting {
    private static final int MINE = 10;
    private static final Logger log = LoggerFactory.getLogger(Reporting.class);

    private final OpenDrafts drafts;
    private final ReportDialogue dialogue;
    private final ReportTypes types;
    private final Incidents incidents;
    private final Conversations conversations;
    private final ConversationReferences references;
    private final CardUpdates updates;
    private final SimpleCards simple;
    private final MyReportsCard mine;
    private final Messages messages;
    private final Phrases phrases;
    private final SaidInWords words;
    private final InstantSource clock;

    Reporting(
            OpenDrafts drafts,
            ReportDialogue dialogue,
            ReportTypes types,
            Incidents incidents,
            Conversations conversations,
            ConversationReferences references,
            CardUpdates updates,
            SimpleCards simple,
            MyReportsCard mine,
            Messages messages,
            Phrases phrases,
            SaidInWords words,
            InstantSource clock) {
        this.drafts = drafts;
        this.dialogue = dialogue;
        this.types = types;
        this.incidents = incidents;
        this.conversations = conversations;
        this.references = references;
        this.updates = updates;
        this.simple = simple;
        this.mine = mine;
        this.messages = messages;
        this.phrases = phrases;
        this.words = words;
        this.clock = clock;
    }

    /** Somebody said that something happened, or that they want to report it. */
    public void begin(Intent.Report intent, Turn turn, Chat chat) {
        said(turn, chat, place -> {
            List<ReportType> fitting = intent.types().stream()
                    .flatMap(id -> types.find(id).stream())
                    .toList();
            Optional<ReportType> type = fitting.stream().findFirst();
            Optional<Draft> open = open(turn, type).map(draft -> intent.sure() ? drafts.accept(draft) : draft);
            if (open.isPresent()) {
                show(open.get(), card(open.get(), intent.type()), place);
            } else if (type.isPresent()) {
                begin(intent, fitting, turn, place);
            } else {
                place.chat().send(simple.chooseType());
            }
        });
    }

    /** At once if they are sure of it and there is one type that it can be; else the report is offered. */
    private void begin(Intent.Report intent, List<ReportType> fitting, Turn turn, Place place) {
        ReportType type = fitting.getFirst();
        Map<String, String> said = words.answers(type, intent.told());
        if (intent.sure() && fitting.size() == 1) {
            Draft draft = drafts.begin(turn.person(), type, said);
            show(draft, dialogue.card(draft), place);
        } else {
            Draft draft = drafts.offer(turn.person(), type, said);
            show(draft, dialogue.offered(draft, fitting), place);
        }
    }

    public void mine(Turn turn, Chat chat) {
        said(turn, chat, place -> place.chat().send(mineCard(turn)));
    }

    /** "Cancel", said in words; what is under way is nobody else's business. */
    public void cancel(Turn turn, Chat chat) {
        if (!turn.isPersonal()) {
            chat.send(messages.text("report.private.cancel"));
            return;
        }
        Optional<Draft> open = drafts.of(turn.person());
        if (open.isEmpty()) {
            chat.send(messages.text("report.none.open"));
            return;
        }
        Card cancelled = dialogue.cancel(turn.person(), open.get().id());
        update(open.get(), cancelled);
        chat.send(cancelled);
    }

    public Reply choose(Turn turn) {
        return begin(new CardAction.StartReport(""), simple::chooseType, turn);
    }

    /** The types of a group; the groups if there is none of that name. */
    public Reply choose(CardAction.ChooseGroup choice, Turn turn) {
        return begin(new CardAction.StartReport(""), () -> simple.chooseType(choice.group()), turn);
    }

    /** A button that begins a report, of no type yet if its type is none of today's. */
    public Reply begin(CardAction.StartReport start, Turn turn) {
        return begin(start, simple::chooseType, turn);
    }

    private Reply begin(CardAction.StartReport start, Supplier<Card> choice, Turn turn) {
        return pressed(
                turn,
                () -> {
                    Optional<ReportType> type = types.find(start.type());
                    String told = told(turn);
                    if (type.isEmpty() && !told.isEmpty()) {
                        return simple.chooseType();
                    }
                    Optional<Draft> open = open(turn, type).map(drafts::accept);
                    if (open.isEmpty() && type.isEmpty()) {
                        return choice.get();
                    }
                    Draft draft = open.orElseGet(() ->
                            drafts.begin(turn.person(), type.orElseThrow(), words.answers(type.orElseThrow(), told)));
                    boolean standsHere = Objects.equals(draft.card(), turn.card());
                    if (turn.card() != null) {
                        moved(draft, place(turn, turn.card()));
                    }
                    return open.isEmpty() || standsHere ? dialogue.card(draft) : card(draft, start.type());
                },
                chat -> begin(new Intent.Report(List.of(start.type()), "", true), turn, chat));
    }

    /** What the person wrote, if the card of this turn offers them a report of it; else nothing. */
    private String told(Turn turn) {
        return drafts.of(turn.person())
                .filter(draft -> draft.isOffered() && Objects.equals(draft.card(), turn.card()))
                .map(draft -> draft.answers().getOrDefault(AnswerRules.CIRCUMSTANCES, ""))
                .orElse("");
    }

    public Reply mine(Turn turn) {
        return pressed(turn, () -> mineCard(turn), chat -> mine(turn, chat));
    }

    /** A button of a draft's card; one that somebody copied to where others read along shows nothing there (G11). */
    public Reply act(CardAction.OfDraft action, Turn turn, Chat chat) {
        if (!turn.isPersonal()) {
            return new Reply.Tell(messages.text("report.private.card"));
        }
        Optional<AnonymousToken> token = AnonymousToken.of(action.draft());
        Person actor = token.map(AnonymousToken::holder).orElse(turn.person());
        if (token.isPresent()) {
            chat.leaveNoTrace();
        } else if (action instanceof CardAction.Send || action instanceof CardAction.Cancel) {
            standsOn(turn);
        }
        return new Reply.Show(
                switch (action) {
                    case CardAction.Next next -> dialogue.next(actor, next.draft(), next.step(), next.answers());
                    case CardAction.Back back -> dialogue.back(actor, back.draft(), back.step(), back.answers());
                    case CardAction.Edit edit -> dialogue.edit(actor, edit.draft(), edit.step());
                    case CardAction.Send send -> dialogue.send(actor, send.draft(), send.step(), send.answers());
                    case CardAction.Cancel cancel -> dialogue.cancel(actor, cancel.draft());
                });
    }

    /** A card that could not be replaced was sent anew: a draft that stood on the old one stands there from now on. */
    public void sentAnew(Turn turn, String activity) {
        if (turn.isPersonal()) {
            drafts.of(turn.person())
                    .filter(draft -> Objects.equals(draft.card(), turn.card()))
                    .ifPresent(draft -> moved(draft, place(turn, activity)));
        }
    }

    /** A draft that is ended from a reminder leaves no live card behind: it stands there from now on. */
    private void standsOn(Turn turn) {
        String card = turn.card();
        if (card != null) {
            drafts.of(turn.person()).ifPresent(draft -> moved(draft, place(turn, card)));
        }
    }

    private static Draft.Place place(Turn turn, String card) {
        return new Draft.Place(turn.address().conversation(), turn.member(), card);
    }

    /** A place where the person alone reads along. */
    private record Place(Address address, String member, Chat chat) {}

    /** Goes on in the personal chat, and says so where the person wrote if that was elsewhere. */
    private void said(Turn turn, Chat chat, Consumer<Place> work) {
        if (turn.isPersonal()) {
            work.accept(new Place(turn.address(), turn.member(), chat));
            return;
        }
        try {
            Address personal = conversations.personalChat(turn.address(), turn.member());
            work.accept(new Place(personal, turn.member(), message -> conversations.post(personal, message)));
            chat.send(messages.text("report.private"));
        } catch (DeliveryException e) {
            log.warn("personal chat refused status={} code={}", e.status(), e.code());
            chat.send(phrases.withNumbers("report.private.failed"));
        }
    }

    /** In the personal chat the card is replaced; elsewhere it stays, and the person is told where to go on. */
    private static Reply pressed(Turn turn, Supplier<Card> here, Consumer<Chat> elsewhere) {
        if (turn.isPersonal()) {
            return new Reply.Show(here.get());
        }
        AtomicReference<String> told = new AtomicReference<>("");
        elsewhere.accept(message -> {
            told.set(String.valueOf(message.text()));
            return "";
        });
        return new Reply.Tell(told.get());
    }

    private void show(Draft draft, Card card, Place place) {
        String activity = place.chat().send(card);
        moved(draft, new Draft.Place(place.address().conversation(), place.member(), activity));
    }

    /** The draft to go on with: one that is offered or in which nothing was filled in gives way to another type's. */
    private Optional<Draft> open(Turn turn, Optional<ReportType> asked) {
        return drafts.of(turn.person()).filter(draft -> {
            boolean givesWay = (draft.isEmpty() || draft.isOffered())
                    && asked.filter(type -> !type.id().equals(draft.type())).isPresent();
            if (givesWay) {
                Card cancelled = dialogue.cancel(turn.person(), draft.id());
                if (!Objects.equals(draft.card(), turn.card())) {
                    update(draft, cancelled);
                }
            }
            return !givesWay;
        });
    }

    /** An open draft's card, on which is said so where it is not what was asked for. */
    private Card card(Draft open, @Nullable String asked) {
        return open.type().equals(asked) ? dialogue.card(open) : dialogue.resumed(open);
    }

    /** The draft's card stands there from now on; the one it stood on before stays behind as a signpost, not live. */
    private void moved(Draft draft, Draft.Place to) {
        if (!to.equals(draft.place())) {
            drafts.shown(draft, to)
                    .filter(before -> !to.card().equals(before.card()))
                    .ifPresent(before -> update(before, simple.moved()));
        }
    }

    private void update(Draft draft, Card card) {
        Draft.Place place = draft.place();
        if (place != null && !place.card().isEmpty()) {
            references.find(place.conversation()).ifPresent(address -> updates.show(address, place.card(), card));
        }
    }

    private Card mineCard(Turn turn) {
        return mine.of(incidents.reportedBy(turn.person().id(), MINE), clock.instant());
    }
}
