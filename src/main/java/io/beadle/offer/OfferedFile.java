package io.beadle.offer;

import io.beadle.people.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file made for one person, which waits for them to take it.
 *
 * @param id unique, and not to be guessed
 * @param about what is in it, by which the right to it is checked again when it is taken
 * @param incident the reference of the incident it is about, empty where it is about none
 * @param member the person's id towards this bot
 * @param chat their personal chat
 * @param name what it is called, in chosen words
 * @param type its media type
 * @param made when; it is deleted an hour later
 * @param taken when its upload was begun, null until it was: then nobody begins another
 */
public record OfferedFile(
        String id,
        About about,
        String incident,
        Person to,
        String member,
        String chat,
        String name,
        String type,
        long bytes,
        Instant made,
        @Nullable Instant taken) {
    /** What may be handed over. */
    public enum About {
        ICO_PACK,
        BREACH_REGISTER,
        FOI_TABLE,
        /** Figures as tables, as a report, or for other councils. */
        FIGURES,
        /** One file of the evidence. */
        EVIDENCE,
        /** All evidence of an incident with its custody log, for internal audit. */
        EVIDENCE_PACK,
        /** What there is about somebody, for the information-rights team. */
        SUBJECT_ACCESS
    }

    /** The same, as its upload begins. */
    public OfferedFile taken(Instant at) {
        return new OfferedFile(id, about, incident, to, member, chat, name, type, bytes, made, at);
    }

    /** The end of its name. */
    public String ending() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** What it is and how large: no name reaches a log. */
    @Override
    public String toString() {
        return "OfferedFile[" + id + ", " + about + ", bytes=" + bytes + "]";
    }
}
