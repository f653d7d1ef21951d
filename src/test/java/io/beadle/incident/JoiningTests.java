package io.beadle.incident;

import static io.beadle.incident.SomeIncidents.ALEX;
import static io.beadle.incident.SomeIncidents.NOON;
import static io.beadle.incident.SomeIncidents.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reports that turn out to be one incident (G19). */
class JoiningTests {
    private final Incident target =
            SomeIncidents.lostPhone("INC-2026-0001", "first", REPORTER, NOON.plus(Duration.ofHours(2)));
    private final Incident earlier = SomeIncidents.lostPhone("INC-2026-0002", "second", REPORTER, NOON);

    @Test
    void theEarliestAwarenessCountsAndTheReporterStaysKnown() {
        Incident joined = joining(earlier).into(target);
        assertThat(new CaseFile(joined).joined()).containsExactly("INC-2026-0002");
        assertThat(new CaseFile(joined).noticed()).isEqualTo(NOON);
        assertThat(new CaseFile(target).noticed()).isEqualTo(NOON.plus(Duration.ofHours(2)));
        assertThat(joined.acts().getFirst().value("reporter")).isEqualTo(REPORTER.id());
        assertThat(joining(earlier).into(joined)).as("sent twice").isSameAs(joined);
    }

    @Test
    void whoMustNotKnowOfTheOneMustNotKnowOfTheOther() {
        Incident about = restricted(earlier);
        Incident joined = joining(about).into(restricted(target));
        assertThat(new CaseFile(joined).excluded()).containsExactly("alex");
    }

    @Test
    void neitherTellsOfTheOtherWhereOneIsRestrictedClosedADrillOrTheSame() {
        assertThat(joining(earlier)
                        .into(target.flagged(Set.of(CaseFile.RESTRICTED)))
                        .acts())
                .isEmpty();
        assertThat(joining(earlier.flagged(Set.of(CaseFile.RESTRICTED))).into(target))
                .isSameAs(target);
        assertThat(joining(earlier).into(target.drill()).acts()).isEmpty();
        assertThat(joining(target).into(target)).isSameAs(target);
        Incident closed = target.end("no-incident", ALEX, NOON);
        assertThat(joining(earlier).into(closed)).isSameAs(closed);
    }

    @Test
    void whatOthersWereJoinedToIsJoinedToAnEarlierOneOnly() {
        Incident third = SomeIncidents.lostPhone("INC-2026-0003", "third", REPORTER, NOON.plus(Duration.ofHours(3)));
        Incident joined = joining(third).into(target);
        assertThat(joining(joined).fits(earlier)).isTrue();
        assertThat(joining(joined).into(third)).as("a circle").isSameAs(third);
        assertThat(joining(target).fits(third)).as("nothing was joined to it").isTrue();
    }

    private static Incident restricted(Incident incident) {
        Answer excluded = new Answer("excluded", "Who must not know?", "alex", "Alex", false);
        return new Change(incident)
                .act(new Act("r", "restrict", NOON, ALEX, List.of(excluded)))
                .incident();
    }

    private static Joining joining(Incident from) {
        return new Joining(from, new Act("j", "join", NOON, ALEX, List.of()));
    }
}
