package io.beadle.content;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that people in a role can do about an incident, from {@code bot/acts.yaml}. Who may is the table {@code rights}
 * of {@code bot/roles.yaml}.
 *
 * @param id unique; the key of its row in that table
 * @param label as the officer chooses it
 * @param group under which heading it is offered
 * @param states of the incidents it can be done about
 * @param when only for these incidents, null for all
 * @param effect what it changes besides being recorded
 * @param about what the officer chooses that it is about: {@code duty} for an open duty, or the id of an act that nobody has
 *     answered yet; null for the incident itself
 * @param byAnother whether only somebody else than who did what it is about may do it (G28)
 * @param seenBy the roles that may read it, empty for everybody who may open the incident (G14)
 * @param fields what is asked
 * @param note what the officer is told on the form, null for nothing
 */
public record DeskAct(
        String id,
        String label,
        String group,
        List<State> states,
        @JsonProperty("if") @Nullable Circumstances when,
        Effect effect,
        @Nullable String about,
        boolean byAnother,
        List<String> seenBy,
        List<Question> fields,
        @Nullable String note) {
    /** How far an incident is. */
    public enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("acknowledged")
        ACKNOWLEDGED,
        @JsonProperty("closed")
        CLOSED
    }

    /** What an act changes besides being recorded. */
    public enum Effect {
        @JsonProperty("record")
        RECORD,
        /** The incident has another owner: field {@code person}. */
        @JsonProperty("assign")
        ASSIGN,
        /** It is as bad as field {@code severity} says; a lower one needs field {@code reason}. */
        @JsonProperty("severity")
        SEVERITY,
        /** Cells of the risk impact matrix are confirmed, and the highest is the severity (G20). */
        @JsonProperty("matrix")
        MATRIX,
        /** It leaves the channel and is for those who were told (G10); field {@code excluded} leaves people out. */
        @JsonProperty("restrict")
        RESTRICT,
        @JsonProperty("unrestrict")
        UNRESTRICT,
        /** It belongs to the incident that field {@code into} names (G19). */
        @JsonProperty("join")
        JOIN,
        /** A duty is not done, with a reason. */
        @JsonProperty("waive")
        WAIVE,
        /** The reporter is asked: the form for it. */
        @JsonProperty("ask")
        ASK,
        @JsonProperty("close")
        CLOSE,
        /** It is closed as no incident, with the reason. */
        @JsonProperty("no-incident")
        NO_INCIDENT,
        /** What is approved is sent to those whom the act it is about names (G28). */
        @JsonProperty("release-warning")
        RELEASE_WARNING,
        /** The incident is sent to another system by e-mail or webhook (G30). */
        @JsonProperty("hand-over")
        HAND_OVER,
        /** Nobody may open the evidence from now on (G13). */
        @JsonProperty("quarantine")
        QUARANTINE,
        @JsonProperty("release-evidence")
        RELEASE_EVIDENCE,
        /** The pack for the Information Commissioner is made and handed to the officer. */
        @JsonProperty("ico-pack")
        ICO_PACK,
        /** What field {@code passage} names is taken out, with the reason in its place (G16). */
        @JsonProperty("redact")
        REDACT,
        /** It is put right: field {@code to}; what stood there is kept with the act or not, by field {@code keep}. */
        @JsonProperty("rectify")
        RECTIFY,
        /** Nobody can tell from the incident any more who that was. */
        @JsonProperty("erase")
        ERASE
    }

    /** What the file leaves out comes as null and gets its default here. */
    public DeskAct {
        states = List.copyOf(requireNonNullElse(states, List.of(State.OPEN, State.ACKNOWLEDGED)));
        effect = requireNonNullElse(effect, Effect.RECORD);
        seenBy = List.copyOf(requireNonNullElse(seenBy, List.of()));
        fields = List.copyOf(requireNonNullElse(fields, List.of()));
    }

    public Optional<Question> field(String field) {
        return fields.stream().filter(asked -> asked.id().equals(field)).findFirst();
    }
}
