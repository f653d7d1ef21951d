package io.beadle.bot;

import io.beadle.bot.ask.AskingAPerson;
import io.beadle.bot.ask.PolicyChanges;
import io.beadle.bot.ask.PolicyQuestions;
import io.beadle.bot.ask.PolicySearch;
import io.beadle.bot.ask.QuestionFeedback;
import io.beadle.bot.ask.RegisterAnswers;
import io.beadle.bot.desk.Acknowledging;
import io.beadle.bot.desk.AcknowledgingInPerson;
import io.beadle.bot.desk.AcknowledgingWaves;
import io.beadle.bot.desk.Answering;
import io.beadle.bot.desk.Cases;
import io.beadle.bot.desk.Curating;
import io.beadle.bot.desk.DeskSetup;
import io.beadle.bot.desk.Gaps;
import io.beadle.bot.desk.SelfTesting;
import io.beadle.bot.desk.Undelivered;
import io.beadle.bot.evidence.Collecting;
import io.beadle.bot.people.AppointingInChat;
import io.beadle.bot.register.DataProtection;
import io.beadle.bot.register.FiguresInChat;
import io.beadle.bot.register.Handing;
import io.beadle.bot.register.Registers;
import io.beadle.bot.report.Exercising;
import io.beadle.bot.report.InWords;
import io.beadle.bot.report.MessageReports;
import io.beadle.bot.report.MissingInWords;
import io.beadle.bot.report.MoreInWords;
import io.beadle.bot.report.OwnReports;
import io.beadle.bot.report.Reporting;
import io.beadle.bot.report.WithoutName;
import io.beadle.bot.search.Reviews;
import io.beadle.bot.search.Searching;
import io.beadle.bot.turn.Chat;
import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Intents;
import io.beadle.bot.turn.Limits;
import io.beadle.bot.turn.Reply;
import io.beadle.bot.turn.Turn;
import io.beadle.card.CardAction;
import io.beadle.card.SimpleCards;
import io.beadle.content.Messages;
import io.beadle.knowledge.AskedQuestion.Reaction;
import io.beadle.teams.FileConsent;
import io.beadle.teams.SentFile;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes each turn to the feature that answers it. */
@Component
final class Router {
    private final Intents intents;
    private final Limits limits;
    private final PolicyQuestions questions;
    private final RegisterAnswers register;
    private final PolicyChanges changes;
    private final PolicySearch search;
    private final Reporting reporting;
    private final InWords inWords;
    private final MoreInWords moreInWords;
    private final MissingInWords missingInWords;
    private final WithoutName withoutName;
    private final OwnReports own;
    private final MessageReports reported;
    private final DeskSetup deskSetup;
    private final Acknowledging acknowledging;
    private final AcknowledgingWaves acknowledgingWaves;
    private final AcknowledgingInPerson inPerson;
    private final Undelivered undelivered;
    private final SelfTesting selfTesting;
    private final Collecting collecting;
    private final Cases cases;
    private final AskingAPerson asking;
    private final Answering answering;
    private final Curating curating;
    private final Gaps gaps;
    private final Registers registers;
    private final Searching searching;
    private final Reviews reviews;
    private final Exercising exercising;
    private final FiguresInChat figures;
    private final Handing handing;
    private final DataProtection protection;
    private final QuestionFeedback feedback;
    private final AppointingInChat appointing;
    private final SimpleCards cards;
    private final Messages messages;

    Router(
            Intents intents,
            Limits limits,
            PolicyQuestions questions,
            RegisterAnswers register,
            PolicyChanges changes,
            PolicySearch search,
            Reporting reporting,
            InWords inWords,
            MoreInWords moreInWords,
            MissingInWords missingInWords,
            WithoutName withoutName,
            OwnReports own,
            MessageReports reported,
            DeskSetup deskSetup,
            Acknowledging acknowledging,
            AcknowledgingWaves acknowledgingWaves,
            AcknowledgingInPerson inPerson,
            Undelivered undelivered,
            SelfTesting selfTesting,
            Collecting collecting,
            Cases cases,
            AskingAPerson asking,
            Answering answering,
            Curating curating,
            Gaps gaps,
            Registers registers,
            Searching searching,
            Reviews reviews,
            Exercising exercising,
            FiguresInChat figures,
            Handing handing,
            DataProtection protection,
            QuestionFeedback feedback,
            AppointingInChat appointing,
            SimpleCards cards,
            Messages messages) {
        this.intents = intents;
        this.limits = limits;
        this.questions = questions;
        this.register = register;
        this.changes = changes;
        this.search = search;
        this.reporting = reporting;
        this.inWords = inWords;
        this.moreInWords = moreInWords;
        this.missingInWords = missingInWords;
        this.withoutName = withoutName;
        this.own = own;
        this.reported = reported;
        this.deskSetup = deskSetup;
        this.acknowledging = acknowledging;
        this.acknowledgingWaves = acknowledgingWaves;
        this.inPerson = inPerson;
        this.undelivered = undelivered;
        this.selfTesting = selfTesting;
        this.collecting = collecting;
        this.cases = cases;
        this.asking = asking;
        this.answering = answering;
        this.curating = curating;
        this.gaps = gaps;
        this.registers = registers;
        this.searching = searching;
        this.reviews = reviews;
        this.exercising = exercising;
        this.figures = figures;
        this.handing = handing;
        this.protection = protection;
        this.feedback = feedback;
        this.appointing = appointing;
        this.cards = cards;
        this.messages = messages;
    }

    /** Somebody sent files. What they wrote with them comes first: it may begin the report that the files are for. */
    void sent(List<SentFile> files, Turn turn, Chat chat) {
        if (!Collecting.isAboutFiles(turn.text())) {
            said(turn, chat);
        }
        collecting.sent(files, turn, chat);
    }

    /** Somebody wrote. */
    void said(Turn turn, Chat chat) {
        if (collecting.named(turn, chat)
                || moreInWords.said(turn, chat)
                || missingInWords.said(turn, chat)
                || inWords.said(turn, chat)
                || toTheTeam(turn, chat)) {
            return;
        }
        Intent wanted = intents.of(turn.text());
        if (!limits.refuse(wanted, turn, chat)) {
            answer(wanted, turn, chat);
        }
    }

    /** What the security team says among themselves, which from anybody else is something else, is read first; "report October" before "reports in October". */
    private boolean toTheTeam(Turn turn, Chat chat) {
        return protection.said(turn, chat)
                || figures.said(turn, chat)
                || searching.said(turn, chat)
                || reviews.said(turn, chat)
                || exercising.said(turn, chat);
    }

    private void answer(Intent wanted, Turn turn, Chat chat) {
        switch (wanted) {
            case Intent.Ask ask -> {
                if (!register.answer(ask.question(), turn, chat)) {
                    questions.answer(ask, turn, chat);
                }
            }
            case Intent.Changes asked -> {
                if (!changes.answer(asked, turn, chat)) {
                    questions.answer(asked.question(), turn, chat);
                }
            }
            case Intent.Report report -> reporting.begin(report, turn, chat);
            case Intent.ForSomebodyElse other -> reporting.forSomebodyElse(turn, chat);
            case Intent.WithoutName unnamed -> withoutName.offer(turn, chat);
            case Intent.FollowUp followUp -> own.follow(followUp, turn, chat);
            case Intent.MyReports mine -> reporting.mine(turn, chat);
            case Intent.SetDesk desk -> {
                if (!deskSetup.set(desk, turn, chat)) {
                    answer(desk.otherwise(), turn, chat);
                }
            }
            case Intent.CancelReport cancel -> reporting.cancel(turn, chat);
            case Intent.Undelivered asked -> undelivered.show(turn, chat);
            case Intent.SelfTest asked -> selfTesting.show(turn, chat);
            case Intent.Gaps asked -> gaps.show(turn, chat);
            case Intent.CuratedAnswers asked -> curating.show(turn, chat);
            case Intent.OfRegister ofRegister -> registers.answer(ofRegister, turn, chat);
            case Intent.Roles roles -> appointing.show(turn, chat);
            case Intent.Help help -> chat.send(cards.welcome());
            case Intent.Thanks thanks -> chat.send(messages.text("thanks"));
        }
    }

    /** Somebody pressed a button. */
    Reply pressed(CardAction action, Turn turn, Chat chat) {
        return limits.refusal(action, turn).orElseGet(() -> act(action, turn, chat));
    }

    private Reply act(CardAction action, Turn turn, Chat chat) {
        return switch (action) {
            case CardAction.ChooseType choose -> reporting.choose(turn);
            case CardAction.ChooseGroup choose -> reporting.choose(choose, turn);
            case CardAction.StartReport start -> reporting.begin(start, turn);
            case CardAction.MyReports mine -> reporting.mine(turn);
            case CardAction.ForSomebodyElse other -> reporting.forSomebodyElse(turn);
            case CardAction.ToldBy who -> reporting.toldBy(who, turn);
            case CardAction.OfDraft draft -> reporting.act(draft, turn, chat);
            case CardAction.WithoutName unnamed -> withoutName.act(unnamed, turn, chat);
            case CardAction.OfMine mine -> own.act(mine, turn, chat);
            case CardAction.OfCase incident -> cases.act(incident, turn, chat);
            case CardAction.AskPerson ask -> asking.ask(ask, turn);
            case CardAction.OfEnquiry enquiry -> asking.act(enquiry, turn);
            case CardAction.AnswerEnquiry answer -> answering.answer(answer, turn);
            case CardAction.OfCurated curated -> curating.change(curated, turn);
            case CardAction.ShowGaps show -> gaps.show(turn);
            case CardAction.FillGap fill -> gaps.fill(fill, turn);
            case CardAction.SaveGap save -> gaps.save(save, turn);
            case CardAction.MorePassages more -> questions.more(more.answer(), turn);
            case CardAction.ShowSection show -> questions.section(show.passage(), show.answer(), turn);
            case CardAction.BackToAnswer back -> questions.back(back.answer(), turn);
            case CardAction.AskAlone alone -> questions.alone(alone.answer(), turn, chat);
            case CardAction.PolicySays says -> {
                questions.answer(new Intent.Ask(says.question(), null), turn, chat);
                yield register.again(says.question(), turn);
            }
            case CardAction.Acknowledge acknowledge -> acknowledging.acknowledge(acknowledge, turn);
            case CardAction.AcknowledgeWave acknowledge -> acknowledgingWaves.acknowledge(acknowledge, turn);
            case CardAction.AcknowledgeInPerson acknowledge -> inPerson.acknowledge(acknowledge, turn, chat);
            case CardAction.TellAgain again -> undelivered.again(again, turn);
            case CardAction.KeepEvidence keep -> collecting.keep(keep, turn);
            case CardAction.DropEvidence drop -> collecting.drop(drop, turn);
            case CardAction.ExportFigures export -> figures.export(export, turn);
            case CardAction.SearchMore more -> searching.more(more, turn, chat);
            case CardAction.OpenSearch open -> searching.open(open, turn);
            case CardAction.OfRegister ofRegister -> registers.pressed(ofRegister, turn);
            case CardAction.OfRoles roles -> appointing.act(roles.action(), turn);
            case CardAction.Unknown unknown -> new Reply.Tell(messages.text("action.unknown"));
        };
    }

    /** Somebody answered whether a file may be put into their OneDrive. */
    void consented(FileConsent consent, Turn turn) {
        handing.answered(consent, turn);
    }

    /** The card of the turn's button could not be replaced and was sent as a new message instead. */
    void sentAnew(Turn turn, String activity) {
        reporting.sentAnew(turn, activity);
    }

    /** Somebody said of the turn's message whether it helped. */
    void reacted(Reaction reaction, Turn turn) {
        feedback.reacted(reaction, turn);
    }

    /** Somebody searches from the box in which they write a message in any chat: the answer as Teams takes it. */
    Map<String, Object> searched(Map<?, ?> query, Turn turn) {
        return limits.refuseSearch(turn)
                ? search.refused()
                : search.results(query, turn.person().id());
    }

    /** Somebody wants to report a message of any chat: the dialog as Teams takes it. */
    Map<String, Object> fetched(Map<?, ?> value, Turn turn) {
        return reported.begin(value, turn);
    }

    /** Somebody sent such a dialog. */
    Map<String, Object> submitted(Map<?, ?> value, Turn turn) {
        return reported.submit(value, turn);
    }

    /** Beadle was added to a conversation. */
    void installed(Chat chat) {
        chat.send(cards.welcome());
    }
}
