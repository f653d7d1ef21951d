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
import io.beadle.card.NamingCard;
import io.beadle.card.SimpleCards;
import io.beadle.content.Messages;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.AnonymousToken;
import io.beadle.incident.Draft;
import io.beadle.incident.Incidents;
import io.beadle.incident.OnBehalfOf;
import io.beadle.people.Person;
import io.beadle.teams.ConversationReferences;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reporting in a chat: where the dialogue's cards are shown. It is always the personal chat (G11). */
@Component
public final class Reporting {
    private static final int MINE = 10;

    private final OpenDrafts drafts;
    private final ReportDialogue dialogue;
    private final ReportTypes types;
    private final Incidents incidents;
    private final PersonalChats chats;
    private final ConversationReferences references;
    private final CardUpdates updates;
    private final SimpleCards simple;
    private final MyReportsCard mine;
    private final Messages messages;
    private final SaidInWords words;
    private final OnBehalf onBehalf;
    private final InstantSource clock;

    Reporting(
            OpenDrafts drafts,
            ReportDialogue dialogue,
            ReportTypes types,
            Incidents incidents,
            PersonalChats chats,
            ConversationReferences references,
            CardUpdates updates,
            SimpleCards simple,
            MyReportsCard mine,
            Messages messages,
            SaidInWords words,
            OnBehalf onBehalf,
            InstantSource clock) {
        this.drafts = drafts;
        this.dialogue = dialogue;
        this.types = types;
        this.incidents = incidents;
        this.chats = chats;
        this.references = references;
        this.updates = updates;
        this.simple = simple;
        this.mine = mine;
        this.messages = messages;
        this.words = words;
        this.onBehalf = onBehalf;
        this.clock = clock;
    }

    /** Somebody said that something happened, or that they want to report it. */
    public void begin(Intent.Report intent, Turn turn, Chat chat) {
        chats.said(turn, chat, place -> {
            List<ReportType> fitting = intent.types().stream()
                    .flatMap(id -> types.find(id).stream())
                    .toList();
            Optional<ReportType> type = fitting.stream().findFirst();
            Optional<Draft> open = open(turn, type)
                    .map(draft -> intent.sure() ? drafts.accept(draft) : draft)
                    .map(draft -> type.map(of -> drafts.typed(draft, of, words.answers(of, intent.told())))
                            .orElse(draft));
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
    private void begin(Intent.Report intent, List<ReportType> fitting, Turn turn, PersonalChats.Place place) {
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
        chats.said(turn, chat, place -> place.chat().send(mineCard(turn)));
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
        return PersonalChats.pressed(
                turn,
                () -> {
                    Optional<ReportType> type = types.find(start.type());
                    String told = told(turn);
                    if (type.isEmpty() && !told.isEmpty()) {
                        return simple.chooseType();
                    }
                    Optional<Draft> open = open(turn, type)
                            .map(drafts::accept)
                            .map(draft -> type.map(of -> drafts.typed(draft, of, Map.of()))
                                    .orElse(draft));
                    if (open.map(Draft::type).orElse("").isEmpty() && type.isEmpty()) {
                        return choice.get();
                    }
                    Draft draft = open.orElseGet(() ->
                            drafts.begin(turn.person(), type.orElseThrow(), words.answers(type.orElseThrow(), told)));
                    boolean standsHere = Objects.equals(draft.card(), turn.card());
                    return shownHere(
                            draft,
                            turn,
                            open.isEmpty() || standsHere ? dialogue.card(draft) : card(draft, start.type()));
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
        return PersonalChats.pressed(turn, () -> mineCard(turn), chat -> mine(turn, chat));
    }

    /** "Report for somebody else", said in words: who told of it is asked first (G9). */
    public void forSomebodyElse(Turn turn, Chat chat) {
        chats.said(
                turn,
                chat,
                place -> open(turn, Optional.empty())
                        .map(drafts::accept)
                        .ifPresentOrElse(
                                draft -> show(draft, dialogue.resumed(draft), place),
                                () -> place.chat().send(onBehalf.ask())));
    }

    /**
     * A report that is a drill, said in words: at once where its type is known, else of the type chosen next. A report under way
     * does not turn into one.
     */
    public void drill(Optional<ReportType> type, Turn turn, Chat chat) {
        chats.said(turn, chat, place -> {
            Optional<Draft> open = open(turn, Optional.empty()).filter(draft -> !draft.isDrill());
            if (open.isPresent()) {
                place.chat().send(messages.text("exercise.open"));
                return;
            }
            Draft begun = drafts.beginDrill(turn.person());
            Draft draft = type.map(of -> drafts.typed(begun, of, Map.of())).orElse(begun);
            place.chat().send(messages.text("exercise.begun"));
            show(draft, draft.type().isEmpty() ? simple.chooseType() : dialogue.card(draft), place);
        });
    }

    public Reply forSomebodyElse(Turn turn) {
        Supplier<Card> here = () -> open(turn, Optional.empty())
                .map(drafts::accept)
                .map(draft -> shownHere(draft, turn, dialogue.resumed(draft)))
                .orElseGet(onBehalf::ask);
        return PersonalChats.pressed(turn, here, chat -> forSomebodyElse(turn, chat));
    }

    /** Who told of it was filled in: what it is comes next. Where others read along nothing is shown (G11). */
    public Reply toldBy(CardAction.ToldBy who, Turn turn) {
        if (!turn.isPersonal()) {
            return new Reply.Tell(messages.text("report.private.card"));
        }
        return new Reply.Show(onBehalf.wrong(who.answers()).orElseGet(() -> begun(onBehalf.of(who.answers()), turn)));
    }

    private Card begun(OnBehalfOf teller, Turn turn) {
        Draft draft = open(turn, Optional.empty())
                .filter(open -> !open.type().isEmpty() || open.asked() != null)
                .orElseGet(() -> drafts.beginFor(turn.person(), teller));
        return shownHere(draft, turn, draft.type().isEmpty() ? simple.chooseType() : dialogue.resumed(draft));
    }

    private Card shownHere(Draft draft, Turn turn, Card card) {
        standsOn(draft, turn);
        return card;
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
        String naming =
                token.map(AnonymousToken::id).orElseGet(() -> isSealed(action, turn) ? NamingCard.CONFIDENTIAL : "");
        Card card = switch (action) {
            case CardAction.Next next -> dialogue.next(actor, next.draft(), next.step(), next.answers());
            case CardAction.Back back -> dialogue.back(actor, back.draft(), back.step(), back.answers());
            case CardAction.Edit edit -> dialogue.edit(actor, edit.draft(), edit.step());
            case CardAction.Send send -> dialogue.send(actor, send.draft(), send.step(), send.answers());
            case CardAction.Cancel cancel -> dialogue.cancel(actor, cancel.draft());
        };
        return new Reply.Show(naming.isEmpty() ? card : card.carrying("naming", naming));
    }

    /** "Start again" on the card of a cancelled report goes on without the name too. */
    private boolean isSealed(CardAction.OfDraft action, Turn turn) {
        return action instanceof CardAction.Cancel
                && drafts.find(turn.person(), action.draft())
                        .filter(Draft::isInConfidence)
                        .isPresent();
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
        drafts.of(turn.person()).ifPresent(draft -> standsOn(draft, turn));
    }

    private void standsOn(Draft draft, Turn turn) {
        if (turn.card() != null) {
            moved(draft, place(turn, turn.card()));
        }
    }

    private static Draft.Place place(Turn turn, String card) {
        return new Draft.Place(turn.address().conversation(), turn.member(), card);
    }

    private void show(Draft draft, Card card, PersonalChats.Place place) {
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
                    .ifPresent(before -> update(before, simple.moved(before.isDrill())));
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
