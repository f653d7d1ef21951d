package io.beadle.incident;

import io.beadle.content.Content;
import io.beadle.content.WorkingHours;
import java.time.ZoneId;
import java.util.List;

/** What the content demands of incidents, for tests. */
public final class SomeObligations {
    private SomeObligations() {}

    /** Where nobody holds any role. */
    public static Obligations of(Content content) {
        return of(content, (role, department, at) -> List.of());
    }

    public static Obligations of(Content content, Recipients recipients) {
        return new Obligations(
                content.duties(),
                content.routes(),
                content.assets(),
                new WorkingHours(content.duties().workingHours(), ZoneId.of("Europe/London")),
                recipients);
    }
}
