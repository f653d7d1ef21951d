package io.beadle.privacy;

import io.beadle.content.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How much of which kind was deleted on which day in Greenwich, until there is a certificate of it. */
public interface Deletions {
    /** So many were deleted just now. */
    void add(Kept kind, long count, Instant now);

    /** Those of days before that one, earliest first. */
    List<Day> before(LocalDate day);

    /** Forgets what there is a certificate of. */
    void delete(Day certified);

    /** What was deleted of a kind on one day. */
    record Day(LocalDate day, Kept kind, long count) {}
}
