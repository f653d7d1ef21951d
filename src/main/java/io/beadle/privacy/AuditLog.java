package io.beadle.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The instance's own chain: who was shown or given what, what was purged, and how the chains of the incidents ended at times. Entries
 * are only ever added; one whose incident is purged keeps its place and its digest, and loses what it says. When their time is
 * over, the first of them are cut off.
 */
public interface AuditLog {
    /** Who made an entry by a command: who ran it is not known here. */
    String COMMAND_LINE = "command line";

    /** What happened. */
    enum What {
        /** Somebody was shown the words of an incident. */
        CASE_OPENED,
        EVIDENCE_LISTED,
        EVIDENCE_OPENED,
        /** Somebody was shown what incidents there are. */
        SEARCHED,
        REGISTER_READ,
        REGISTER_EXPORTED,
        FOI_EXPORTED,
        FIGURES_READ,
        FIGURES_EXPORTED,
        /** The pack for the Information Commissioner was made. */
        PACK_MADE,
        /** What there is about somebody was looked for (G15). */
        SUBJECT_SEARCHED,
        CHAINS_CHECKED,
        CERTIFICATES_READ,
        /** How chains of incidents ended then. */
        WITNESSED,
        /** Something was deleted: its certificate says by which rule. */
        PURGED,
        /** It was not, for it changed at that moment: its certificate does not hold. */
        NOT_PURGED,
        /** Somebody was erased from an incident. */
        ERASED,
        /** What was deleted of a kind on a day, when its time was over. */
        EXPIRED,
        /** The beginning of this chain was deleted, when its time was over. */
        CUT,
        /** Entries lost what they said, because what they were about was purged. */
        FORGOTTEN;

        /** Whether it says what was deleted: that stays. */
        public boolean isCertificate() {
            return this == PURGED || this == NOT_PURGED || this == ERASED || this == EXPIRED || this == CUT;
        }
    }

    /**
     * An entry of which it is known what it says.
     *
     * @param about the incident's reference, or whatever else was looked at; "" for nothing in particular
     * @param by the id of whoever did it, {@link #COMMAND_LINE}, "" for Beadle itself
     * @param more chosen values, counts and references
     */
    record Entry(long n, Instant at, What what, String about, String by, Map<String, String> more) {
        public Entry {
            more = Map.copyOf(more);
        }

        @Override
        public String toString() {
            return what + "[" + n + "]";
        }
    }

    /** Durable, and in the chain, once it has returned. */
    void add(What what, String about, String by, Map<String, String> more, Instant at);

    default void add(What what, String about, String by, Instant at) {
        add(what, about, by, Map.of(), at);
    }

    /** The entries about that, earliest first. */
    List<Entry> about(String about);

    /** The entries of that kind, earliest first; whoever asks closes it. */
    Stream<Entry> all(What what);

    /** The entries by that person, earliest first. */
    List<Entry> by(String person);

    /** Takes what the entries about that say out of them, and puts into the chain that this was done; returns how many. */
    int forget(String about, Instant at);

    /** When its first entry was made; empty where there is none. */
    Optional<Instant> begins();

    /**
     * Deletes the entries from before then but the last of them, which shows how old they were. Before that, the chain notes how what
     * is deleted ended, so that what is left can still be checked. Returns how many.
     */
    long cut(Instant before, Instant at);

    /** Where the chain does not hold; empty where it does. */
    Optional<Break> check();

    /** How it ends: the number and hash of its last link, "0" before there is one. */
    String head();

    /** Whether it had this head once; false too where that part was {@link #cut}. */
    boolean had(String head);

    /** Whether that head would be of a part that was {@link #cut}: what it was nobody can say any more. */
    boolean isCut(String head);
}
