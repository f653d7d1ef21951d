package io.beadle.register;

import static io.beadle.register.SomeBreaches.CONTENT;
import static io.beadle.register.SomeIncidents.DAFYDD;
import static io.beadle.register.SomeIncidents.NOW;
import static io.beadle.register.SomeIncidents.PRIYA;
import static io.beadle.register.SomeIncidents.assigned;
import static io.beadle.register.SomeIncidents.nothing;
import static io.beadle.register.SomeIncidents.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.incident.Incident;
import io.beadle.incident.IncidentQuery.State;
import io.beadle.incident.Incidents;
import io.beadle.incident.Severity;
import io.beadle.incident.mongo.StoredIncidents;
import io.beadle.mongo.SharedStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentSearchTests {
    private static final Viewer PRIYAS = new Viewer.Alone(PRIYA);
    private static final Viewer DAFYDDS = new Viewer.Alone(DAFYDD);
    private static final Viewer CHANNEL = new Viewer.Channel("main", PRIYA);

    private final Incidents incidents =
            StoredIncidents.in(SharedStore.newDatabase()).incidents();
    private final IncidentSearch search =
            new IncidentSearch(incidents, NobodyHolds.confidence(CONTENT), TestCards.LONDON);

    @Test
    void findsByTypeTimeSeverityAndState() {
        String june = stored(incidents, "lost-device", Instant.parse("2026-06-01T08:00:00Z"), nothing())
                .reference();
        String may = stored(incidents, "lost-device", Instant.parse("2026-05-31T08:00:00Z"), nothing())
                .reference();
        String mail = stored(incidents, "email-wrong-recipient", Instant.parse("2026-06-02T08:00:00Z"), nothing())
                .reference();
        assertThat(found(wanted(State.ANY, "lost-device"), PRIYAS)).containsExactly(june, may);
        assertThat(found(since(LocalDate.of(2026, 6, 1), null), PRIYAS)).containsExactly(mail, june);
        assertThat(found(since(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1)), PRIYAS))
                .containsExactly(may);
        assertThat(found(new Search(Set.of(), Set.of(Severity.HIGH), State.ANY, false, false, null, null), PRIYAS))
                .isEmpty();
        assertThat(found(wanted(State.CLOSED, "lost-device"), PRIYAS)).isEmpty();
    }

    @Test
    void whatIsOverdueIsFoundLongestFirstAndWhatIsDoneIsNot() {
        stored(incidents, "lost-device", NOW.minusSeconds(60), nothing());
        String later = stored(incidents, "lost-device", NOW.minus(Duration.ofHours(3)), nothing())
                .reference();
        String first = stored(incidents, "lost-device", NOW.minus(Duration.ofHours(5)), nothing())
                .reference();
        stored(
                incidents,
                "lost-device",
                NOW.minus(Duration.ofHours(9)),
                i -> SomeIncidents.acknowledged(i, Duration.ofMinutes(2)));
        assertThat(found(wanted(State.OVERDUE), PRIYAS)).containsExactly(first, later);
    }

    @Test
    void mineIsWhatWasAssignedToMeAndUnassignedWhatToNobody() {
        String mine =
                stored(incidents, "lost-device", NOW, i -> assigned(i, PRIYA)).reference();
        String nobodys =
                stored(incidents, "lost-device", NOW.minusSeconds(5), nothing()).reference();
        Search asked = new Search(Set.of(), Set.of(), State.ANY, true, false, null, null);
        assertThat(found(asked, PRIYAS)).containsExactly(mine);
        assertThat(found(asked, CHANNEL)).containsExactly(mine);
        assertThat(found(asked, DAFYDDS)).isEmpty();
        assertThat(found(wanted(State.UNASSIGNED), PRIYAS)).containsExactly(nobodys);
    }

    @Test
    void aRestrictedOneIsThereForWhoWasToldAloneAndNeverInAChannel() {
        Incident secret = stored(incidents, "lost-device", NOW, i -> SomeIncidents.restricted(assigned(i, PRIYA)));
        String open =
                stored(incidents, "lost-device", NOW.minusSeconds(9), nothing()).reference();
        assertThat(found(wanted(State.ANY), PRIYAS)).containsExactly(secret.reference(), open);
        assertThat(found(wanted(State.ANY), DAFYDDS)).containsExactly(open);
        assertThat(found(wanted(State.ANY), CHANNEL)).containsExactly(open);
        assertThat(search.of(secret.reference(), DAFYDDS, NOW)).isEmpty();
        assertThat(search.of(secret.reference(), CHANNEL, NOW)).isEmpty();
        assertThat(search.of(secret.reference(), PRIYAS, NOW)).isPresent();
        assertThat(search.of("INC-2026-9999", DAFYDDS, NOW)).isEmpty();
    }

    @Test
    void whomItMayBeAboutFindsItNowhereThoughTheyWereTold() {
        Incident about = stored(
                incidents,
                "lost-device",
                NOW,
                i -> SomeBreaches.with(
                        assigned(i, DAFYDD),
                        "restrict",
                        PRIYA,
                        NOW,
                        Map.of("excluded", DAFYDD.id(), "reason", "It is about him")));
        assertThat(found(wanted(State.ANY), DAFYDDS)).isEmpty();
        assertThat(search.of(about.reference(), DAFYDDS, NOW)).isEmpty();
    }

    @Test
    void aDrillIsFoundAmongTheExercisesAlone() {
        String drill = stored(incidents, "lost-device", NOW, Incident::drill).reference();
        String real =
                stored(incidents, "lost-device", NOW.minusSeconds(9), nothing()).reference();
        assertThat(found(wanted(State.ANY), PRIYAS)).containsExactly(real);
        assertThat(found(new Search(Set.of(), Set.of(), State.ANY, false, true, null, null), PRIYAS))
                .containsExactly(drill);
    }

    @Test
    void aSearchGoesThroughAButtonInChosenValues() {
        Search all = new Search(
                Set.of("lost-device", "email-cc"),
                Set.of(Severity.HIGH, Severity.LOW),
                State.OPEN,
                true,
                false,
                LocalDate.of(2026, 6, 1),
                null);
        assertThat(Search.of(all.code())).contains(all);
        assertThat(Search.of("state=EVERYTHING")).isEmpty();
        assertThat(Search.of("state=ANY;since=yesterday")).isEmpty();
        assertThat(Search.of("")).isEmpty();
    }

    private List<String> found(Search wanted, Viewer viewer) {
        return search.of(wanted, viewer, NOW).stream().map(Incident::reference).toList();
    }

    private static Search wanted(State state, String... types) {
        return new Search(Set.of(types), Set.of(), state, false, false, null, null);
    }

    private static Search since(@Nullable LocalDate first, @Nullable LocalDate after) {
        return new Search(Set.of(), Set.of(), State.ANY, false, false, first, after);
    }
}
