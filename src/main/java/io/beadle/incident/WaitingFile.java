package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody sent and that is not fetched yet: because they have not said that it is safe to keep (G13), or
 * because it is being fetched. It is gone once the file is kept or refused.
 *
 * @param version counts the stored changes, from 0
 * @param report the id of the draft that the report was, or is to be, made from; null until they said which
 * @param member the sender's id towards this bot ({@code 29:…})
 * @param conversation where they sent it
 * @param name as {@link Evidence#name}
 * @param declared as {@link Evidence#declared}
 * @param url where it can be fetched for some minutes; whoever knows it can read the file
 * @param inline a picture in the message itself, which Teams gives to the bot alone
 * @param due when it may next be fetched; null while the sender is asked
 * @param attempts how often fetching it was begun
 */
public record WaitingFile(
        String id,
        long version,
        @Nullable String report,
        Person sender,
        String member,
        String conversation,
        String name,
        String declared,
        String url,
        boolean inline,
        Instant sent,
        @Nullable Instant due,
        int attempts) {
    /** Whether its sender has still to say that it is safe to keep. */
    public boolean isAsked() {
        return due == null;
    }

    /** Safe to keep with that report. */
    public WaitingFile confirmed(String forReport, Instant now) {
        return isAsked() ? with(forReport, now, attempts) : this;
    }

    /** The sender is asked about that report. */
    public WaitingFile meant(String forReport) {
        return isAsked() ? with(forReport, null, attempts) : this;
    }

    /** Nobody else fetches it until the lease ends; to be stored before it is fetched. */
    public WaitingFile claim(Instant now, Duration lease) {
        return with(report, now.plus(lease), attempts + 1);
    }

    public WaitingFile retryAt(Instant next) {
        return with(report, next, attempts);
    }

    private WaitingFile with(@Nullable String forReport, @Nullable Instant next, int newAttempts) {
        return new WaitingFile(
                id,
                version,
                forReport,
                sender,
                member,
                conversation,
                name,
                declared,
                url,
                inline,
                sent,
                next,
                newAttempts);
    }

    /** The id alone: neither name nor address reaches a log. */
    @Override
    public String toString() {
        return "WaitingFile[" + id + "]";
    }
}
