package io.beadle.bot.turn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants who wrote to Beadle. */
public sealed interface Intent {
    /**
     * An answer from the policies.
     *
     * @param type the report type the question seems to tell of, null if none (G34)
     */
    record Ask(String question, @Nullable String type) implements Intent {}

    /**
     * To know what changed in a policy.
     *
     * @param policy how they call it, in small letters
     * @param question all they wrote: where no such policy is known, it is a question like any other
     */
    record Changes(String policy, Ask question) implements Intent {}

    /**
     * To report an incident.
     *
     * @param types the types it may be: none when they have yet to choose, several when the words fit them equally
     * @param told what they wrote of it, empty if they only said that they want to report
     * @param sure false when they only suppose that it happened
     */
    record Report(List<String> types, String told, boolean sure) implements Intent {
        public Report {
            types = List.copyOf(types);
        }

        /** The type it is likeliest to be, null if there is none. */
        public @Nullable String type() {
            return types.isEmpty() ? null : types.getFirst();
        }
    }

    /** To write a report down for somebody outside Teams. */
    record ForSomebodyElse() implements Intent {}

    /** To report without one's name. */
    record WithoutName() implements Intent {}

    /** To see what became of an anonymous report; {@code code} is as it was written, and may be none. */
    record FollowUp(String code) implements Intent {}

    record MyReports() implements Intent {}

    /**
     * To make this channel a desk.
     *
     * @param words what stood behind "desk", two at most: the name of a desk, a one-time code
     * @param otherwise what is wanted where those name no desk: "desk booking" is a question
     */
    record SetDesk(List<String> words, Intent otherwise) implements Intent {
        public SetDesk {
            words = List.copyOf(words);
        }
    }

    record CancelReport() implements Intent {}

    /** To see the questions without good answers. */
    record Gaps() implements Intent {}

    /** To see the answers that people stand for. */
    record CuratedAnswers() implements Intent {}

    /** Something of the registers, packs and evidence. */
    sealed interface OfRegister extends Intent {}

    /**
     * The pack for the Information Commissioner about that incident.
     *
     * @param update only what has changed since the last
     */
    record IcoPack(String incident, boolean update) implements OfRegister {}

    record BreachRegister() implements OfRegister {}

    /** The table for requests under the Freedom of Information Act. */
    record FoiTable() implements OfRegister {}

    /** To see and open the evidence of that incident. */
    record EvidenceOf(String incident) implements OfRegister {}

    /** To see who could not be told of an incident. */
    record Undelivered() implements Intent {}

    /** To have Beadle tested, part by part. */
    record SelfTest() implements Intent {}

    /** To see who holds which role, and to appoint. */
    record Roles() implements Intent {}

    record Help() implements Intent {}

    record Thanks() implements Intent {}
}
