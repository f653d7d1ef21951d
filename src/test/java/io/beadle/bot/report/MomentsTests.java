package io.beadle.bot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.Question;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When something was, as it is said by a tap, a date, or both. London is an hour ahead from 29 March to 25 October. */
class MomentsTests {
    private static final String AFTERNOON = "2026-11-21T14:17:00Z";

    private final Moments moments = Story.moments();
    private final Question happened =
            Story.CARDS.type("lost-device").question("happened").orElseThrow();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "now | 2026-11-21T14:17:00Z | 2026-11-21T14:02:00Z | 2026-11-21T14:17:00Z"
                        + " | Just now, 14:17 on Saturday 21 November 2026",
                "morning | 2026-11-21T14:17:00Z | 2026-11-21T00:00:00Z | 2026-11-21T12:00:00Z"
                        + " | This morning, Saturday 21 November 2026",
                "morning | 2026-11-21T09:30:00Z | 2026-11-21T00:00:00Z | 2026-11-21T09:30:00Z"
                        + " | This morning, Saturday 21 November 2026",
                "yesterday | 2026-11-21T14:17:00Z | 2026-11-20T00:00:00Z | 2026-11-20T23:59:59.999999999Z"
                        + " | Yesterday, Friday 20 November 2026",
                "morning | 2026-11-22T00:30:00Z | 2026-11-21T00:00:00Z | 2026-11-22T00:30:00Z"
                        + " | This morning, as said at 00:30 on Sunday 22 November 2026",
                "yesterday | 2026-11-22T00:30:00Z | 2026-11-20T00:00:00Z | 2026-11-21T23:59:59.999999999Z"
                        + " | Yesterday, as said at 00:30 on Sunday 22 November 2026",
                "morning | 2026-07-01T09:00:00Z | 2026-06-30T23:00:00Z | 2026-07-01T09:00:00Z"
                        + " | This morning, Wednesday 1 July 2026",
                "now | 2026-10-25T01:05:00Z | 2026-10-25T00:50:00Z | 2026-10-25T01:05:00Z"
                        + " | Just now, 01:05 on Sunday 25 October 2026",
                "morning | 2026-10-25T11:00:00Z | 2026-10-24T23:00:00Z | 2026-10-25T11:00:00Z"
                        + " | This morning, Sunday 25 October 2026",
                "yesterday | 2026-03-30T09:00:00Z | 2026-03-29T00:00:00Z | 2026-03-29T22:59:59.999999999Z"
                        + " | Yesterday, Sunday 29 March 2026",
            })
    void aTapStandsForAllThatItMayMean(String tap, Instant said, Instant earliest, Instant latest, String shown) {
        assertThat(moments.of("happened", tapped(tap, said))).contains(new Moments.Span(earliest, latest, shown));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 01:30, 2026-03-29T01:30:00Z, 2026-03-29T01:30:59Z",
        "2026-10-25, 01:30, 2026-10-25T00:30:00Z, 2026-10-25T01:30:59Z",
        "2026-07-01, 08:00, 2026-07-01T07:00:00Z, 2026-07-01T07:00:59Z",
        "2026-11-20, '', 2026-11-20T00:00:00Z, 2026-11-20T23:59:59.999999999Z",
    })
    void aTimeLeaptOverIsAnHourLaterAndOneThatCameTwiceMayBeEither(
            String date, String time, Instant earliest, Instant latest) {
        Moments.Span span = moments.of("happened", Map.of("happened-date", date, "happened-time", time))
                .orElseThrow();
        assertThat(span.earliest()).isEqualTo(earliest);
        assertThat(span.latest()).isEqualTo(latest);
    }

    @Test
    void aTapMeansTheDayOnWhichItWasMadeHoweverLaterItIsRead() {
        Map<String, String> draft = tapped("morning", Instant.parse(AFTERNOON));
        draft.putAll(
                Moments.kept(happened, Map.of("happened", "morning"), draft, Instant.parse("2026-11-24T10:00:00Z")));
        assertThat(shown(draft)).isEqualTo("This morning, Saturday 21 November 2026");
        draft.putAll(Moments.kept(happened, Map.of("happened", "now"), draft, Instant.parse("2026-11-24T10:00:00Z")));
        assertThat(shown(draft)).isEqualTo("Just now, 10:00 on Tuesday 24 November 2026");
    }

    @Test
    void aDateGivenWinsOverTheTapAndATapMadeLaterOverTheDate() {
        Map<String, String> draft = new HashMap<>();
        send(draft, Map.of("happened", "yesterday", "happened-date", "2026-11-17", "happened-time", "08:30"));
        assertThat(shown(draft)).isEqualTo("08:30 on Tuesday 17 November 2026");
        assertThat(draft).containsEntry("happened", "other");

        send(draft, Map.of("happened", "now", "happened-date", "2026-11-17", "happened-time", "08:30"));
        assertThat(shown(draft)).isEqualTo("Just now, 14:17 on Saturday 21 November 2026");
        assertThat(draft).containsEntry("happened-date", "").containsEntry("happened-time", "");
    }

    @Test
    void aTimeGivenToATapIsThatDays() {
        Map<String, String> draft = new HashMap<>();
        send(draft, Map.of("happened", "yesterday", "happened-time", "17:05"));
        assertThat(shown(draft)).isEqualTo("17:05 on Friday 20 November 2026");
    }

    @Test
    void noCardSaysWhenItsTapWasMade() {
        Map<String, String> draft = new HashMap<>();
        send(draft, Map.of("happened", "now", "happened-at", "2020-01-01T00:00:00Z"));
        assertThat(shown(draft)).contains("2026");
    }

    @ParameterizedTest
    @CsvSource({"other, '', ''", "soon, '', ''", "'', 2026-02-30, 09:00", "'', '', 09:00", "'', 2026-11-21, 25:00"})
    void whatIsNoMomentIsNone(String tap, String date, String time) {
        Map<String, String> draft = new HashMap<>();
        send(draft, Map.of("happened", tap, "happened-date", date, "happened-time", time));
        assertThat(moments.of("happened", draft)).isEmpty();
    }

    private void send(Map<String, String> draft, Map<String, String> sent) {
        draft.putAll(Moments.kept(happened, sent, draft, Instant.parse(AFTERNOON)));
    }

    private Map<String, String> tapped(String tap, Instant said) {
        return new HashMap<>(Moments.kept(happened, Map.of("happened", tap), Map.of(), said));
    }

    private String shown(Map<String, String> answers) {
        return moments.of("happened", answers).orElseThrow().shown();
    }
}
