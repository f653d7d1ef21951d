package io.beadle.bot.turn;

import java.util.Map;
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
     * @param type null when they have yet to choose
     * @param said answers that were in the message already, by question
     */
    record Report(@Nullable String type, Map<String, String> said) implements Intent {}

    record MyReports() implements Intent {}

    /** To make this channel the desk; {@code code} is empty when none was given. */
    record SetDesk(String code) implements Intent {}

    record CancelReport() implements Intent {}

    /** To see the questions without good answers. */
    record Gaps() implements Intent {}

    /** To see the answers that people stand for. */
    record CuratedAnswers() implements Intent {}

    record Help() implements Intent {}

    record Thanks() implements Intent {}
}
