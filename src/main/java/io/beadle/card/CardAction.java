package io.beadle.card;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody pressed on a card, with what they had filled in. Nothing in it is trusted: ids are looked up and the
 * person's right is checked by whoever acts on it.
 */
public sealed interface CardAction {
    record ChooseType() implements CardAction {}

    /** Show what can be reported in that group of types. */
    record ChooseGroup(String group) implements CardAction {}

    record MyReports() implements CardAction {}

    record StartReport(String type) implements CardAction {}

    /** Begin a report for somebody outside Teams. */
    record ForSomebodyElse() implements CardAction {}

    /** Who told of it was filled in, by {@link OnBehalfCard}. */
    record ToldBy(Map<String, String> answers) implements CardAction {}

    /**
     * To report without one's name.
     *
     * @param how {@code confidential}, the {@link io.beadle.incident.AnonymousToken} of an anonymous report, or empty
     *     where it was not chosen yet
     * @param draft the report that goes on so, empty for a new one
     * @param of what was pressed, to choose of which type a new one is
     * @param answers what was filled in on the card of the report
     */
    record WithoutName(String how, String draft, CardAction of, Map<String, String> answers) implements CardAction {}

    /** What is pressed on a draft's card. */
    sealed interface OfDraft extends CardAction {
        String draft();
    }

    /** The step was filled in: answers by the id of the input. */
    record Next(String draft, int step, Map<String, String> answers) implements OfDraft {}

    /** To the step before; what was filled in is kept, good or not. */
    record Back(String draft, int step, Map<String, String> answers) implements OfDraft {}

    record Edit(String draft, int step) implements OfDraft {}

    /** To be sent as it is, from a step with what was filled in there; from the review or a reminder without. */
    record Send(String draft, int step, Map<String, String> answers) implements OfDraft {}

    record Cancel(String draft) implements OfDraft {}

    /** The further passages that were found for an answer. */
    record MorePassages(ShownAnswer answer) implements CardAction {}

    /** The section a passage of the answer stands in. */
    record ShowSection(String passage, ShownAnswer answer) implements CardAction {}

    record BackToAnswer(ShownAnswer answer) implements CardAction {}

    /** What was asked is no follow-up: answer it by itself. */
    record AskAlone(ShownAnswer answer) implements CardAction {}

    /** A person is to answer the stored question of that key. */
    record AskPerson(String question) implements CardAction {}

    /** After an answer from the register: what the documents say to the same question. */
    record PolicySays(String question) implements CardAction {}

    record Acknowledge(String incident) implements CardAction {}

    /** All of the wave that have come by now. */
    record AcknowledgeWave(String wave) implements CardAction {}

    /**
     * What was sent is safe to keep.
     *
     * @param report the id of the draft it is for, "" where {@code chosen} names it
     */
    record KeepEvidence(String report, String chosen) implements CardAction {}

    record DropEvidence(String report) implements CardAction {}

    /** What a reporter does about a report of theirs. */
    sealed interface OfMine extends CardAction {
        String incident();
    }

    record OpenMine(String incident) implements OfMine {}

    /** Show the form to say that; {@code answers} name the question to correct once it was chosen. */
    record WriteMine(String incident, Saying saying, Map<String, String> answers) implements OfMine {}

    /** {@code about} is the question corrected, or what the desk asked; {@code key} names the form. */
    record SayMine(String incident, Saying saying, String about, String key, Map<String, String> answers)
            implements OfMine {}

    /** By somebody who was told in person; {@code line} is that of the ledger. */
    record AcknowledgeInPerson(String incident, String line) implements CardAction {}

    /** Whoever could not be told of the incident is to be told again. */
    record TellAgain(String incident) implements CardAction {}

    /** What somebody of the desk does about an incident, where they alone read along. */
    sealed interface OfCase extends CardAction {
        String incident();
    }

    /** Show it in the personal chat. */
    record OpenCase(String incident) implements OfCase {}

    /** Show a page of it, from 0. */
    record ShowCase(String incident, int page) implements OfCase {}

    /** Show the form of an act; the id is as it was chosen. */
    record ChooseAct(String incident, String act) implements OfCase {}

    /**
     * Do it.
     *
     * @param seen what the form was drawn after, by {@link ActForm.Filled#seen}
     * @param key names the form
     * @param drawn the ids of the fields that it showed
     */
    record DoAct(String incident, String act, String seen, String key, List<String> drawn, Map<String, String> answers)
            implements OfCase {
        public DoAct {
            drawn = List.copyOf(drawn);
        }
    }

    /** IT has confirmed that the sessions of the reporter's account are revoked (G5). */
    record SessionsRevoked(String incident) implements OfCase {}

    /**
     * More of what was searched for.
     *
     * @param search as {@link io.beadle.register.Search#code} has it
     * @param page from 0
     */
    record SearchMore(String search, int page) implements CardAction {}

    /**
     * To be shown in the personal chat what is found; the card pressed stays.
     *
     * @param search as {@link io.beadle.register.Search#code} has it
     */
    record OpenSearch(String search) implements CardAction {}

    /**
     * To be given the figures as a file.
     *
     * @param stretch as {@link io.beadle.register.Stretch#code} has it
     * @param format {@code xlsx}, or {@link #DOCX} for the report to publish
     */
    record ExportFigures(String stretch, String format) implements CardAction {
        public static final String DOCX = "docx";
    }

    /** What is pressed by somebody who asks a person; {@code question} is the key of the stored question. */
    sealed interface OfEnquiry extends CardAction {
        String question();
    }

    /** Show what a person would be asked, all the same where it tells of an event. */
    record WriteEnquiry(String question, String text) implements OfEnquiry {}

    /** To be sent; {@code insisted} where they were told that it seems to tell of an event. */
    record SendEnquiry(String question, String text, boolean insisted) implements OfEnquiry {}

    record DropEnquiry(String question) implements OfEnquiry {}

    /** Somebody of the desk answers: the inputs by {@link EnquiryCards}. */
    record AnswerEnquiry(String question, Map<String, String> answers) implements CardAction {}

    /** What is pressed on the list of curated answers; {@code shown} are the ids on it. */
    sealed interface OfCurated extends CardAction {
        String answer();

        List<String> shown();
    }

    /** Kept for another while; {@code passage} is the clause it rests on from now on, "" for none, null for the one it has. */
    record RenewCurated(String answer, @Nullable String passage, List<String> shown) implements OfCurated {}

    record RetireCurated(String answer, List<String> shown) implements OfCurated {}

    record ShowGaps() implements CardAction {}

    /** Write an answer to that question, which found none. */
    record FillGap(String question) implements CardAction {}

    record SaveGap(String question, Map<String, String> answers) implements CardAction {}

    /** What is pressed about who holds which role. */
    record OfRoles(RoleAction action) implements CardAction {}

    /** Something Beadle does not know: from a card of another version, or made by hand. */
    record Unknown() implements CardAction {}

    /** What is pressed on the cards of the registers. */
    sealed interface OfRegister extends CardAction {}

    /**
     * To be given a table as a file.
     *
     * @param table {@link #BREACHES} or {@link #FOI}
     * @param format {@code xlsx} or {@code csv}
     */
    record ExportTable(String table, String format) implements OfRegister {
        public static final String BREACHES = "breaches";
        public static final String FOI = "foi";
    }

    /** To be given a file of the evidence; which and why is among the answers. */
    record OpenEvidence(String incident, Map<String, String> answers) implements OfRegister {}

    /** To hand all evidence over to internal audit. */
    record HandOverEvidence(String incident) implements OfRegister {}

    /**
     * Reads an action.
     *
     * @param verb of an {@code Action.Execute}, null for an {@code Action.Submit}, whose data names it
     * @param data what the card holds for the action and the inputs' values, together
     */
    static CardAction parse(@Nullable String verb, Map<?, ?> data) {
        return new Pressed(verb == null ? Pressed.text(data, "verb") : verb, data).action();
    }
}
