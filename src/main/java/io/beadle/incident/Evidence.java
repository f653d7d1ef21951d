package io.beadle.incident;

import io.beadle.people.Person;
import java.time.Instant;

/**
 * A file kept with a report: what it was called, what it is and that it is unchanged. Its content is kept apart and is
 * never shown; {@link EvidenceFiles#open} is the one way to it.
 *
 * @param id unique; of its report and its content, so that the same file is kept once a report
 * @param report the id of the draft that the report was, or is to be, made from
 * @param sender personal data
 * @param name what its sender's device called it, cleaned; personal data, "" if it had no name
 * @param declared what Teams said it is: a media type or the end of a name
 * @param type what its content says it is
 * @param sha256 of the content, in small hexadecimal digits
 * @param sent when it came
 */
public record Evidence(
        String id,
        String report,
        Person sender,
        String name,
        String declared,
        EvidenceType type,
        long bytes,
        String sha256,
        Instant sent) {
    public static Evidence of(WaitingFile file, String report, EvidenceType type, long bytes, String sha256) {
        return new Evidence(
                report + "-" + sha256,
                report,
                file.sender(),
                file.name(),
                file.declared(),
                type,
                bytes,
                sha256,
                file.sent());
    }

    /** The type and size alone: no name reaches a log. */
    @Override
    public String toString() {
        return "Evidence[" + type + ", " + bytes + "]";
    }
}
