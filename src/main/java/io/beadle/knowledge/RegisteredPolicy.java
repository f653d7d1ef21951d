package io.beadle.knowledge;

import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A policy in the register. What nobody tells is null.
 *
 * @param document the file name of its text; null where only its name is known
 * @param kind such as policy, procedure, standard or schedule
 * @param owner the role or person that answers for it
 * @param approved the day it was approved; the first of the month where only a month is told
 * @param reviewDue the last day by which it is to be reviewed; the end of the month where only a month is told
 * @param link where people open it outside Beadle
 * @param contact the owner's e-mail address or Entra object id; not for all staff to see
 */
public record RegisteredPolicy(
        String name,
        @Nullable String document,
        @Nullable String kind,
        @Nullable String owner,
        @Nullable String version,
        @Nullable LocalDate approved,
        @Nullable LocalDate reviewDue,
        @Nullable URI link,
        @Nullable String contact) {
    /** One of whose owner no address is known. */
    public RegisteredPolicy(
            String name,
            @Nullable String document,
            @Nullable String kind,
            @Nullable String owner,
            @Nullable String version,
            @Nullable LocalDate approved,
            @Nullable LocalDate reviewDue,
            @Nullable URI link) {
        this(name, document, kind, owner, version, approved, reviewDue, link, null);
    }

    /** Whether its review should have happened before this day. */
    public boolean isOverdue(LocalDate today) {
        return reviewDue != null && reviewDue.isBefore(today);
    }
}
