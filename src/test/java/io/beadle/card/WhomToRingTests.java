package io.beadle.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.ReportType;
import io.beadle.incident.Answer;
import io.beadle.incident.CaseFile;
import io.beadle.incident.Delivery;
import io.beadle.incident.Draft;
import io.beadle.incident.Incident;
import io.beadle.incident.News;
import io.beadle.incident.Report;
import io.beadle.incident.ReporterChat;
import io.beadle.incident.Severity;
import io.beadle.notification.TestRelays;
import io.beadle.people.StoredAppointments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Of what may be about the security team the data protection officer is rung, and nobody in that team (G10, G6). */
class WhomToRingTests {
    private static final TestCards CARDS = TestCards.bundled();
    private static final Instant NOW = TestCards.SATURDAY;
    private static final String[] TEAM = {"01632 960100", "01632 960199"};
    private static final String[] OFFICER = {"01632 960120", "01632 960129"};

    @ParameterizedTest
    @ValueSource(strings = {"security", "it", "manager,security"})
    void theReceiptNamesTheDataProtectionOfficer(String about) {
        Incident incident = incident(about);
        ReportCards.ReceiptFacts facts = new ReportCards.ReceiptFacts(List.of(), false, true, List.of());
        assertThat(text(CARDS.report().receipt(incident, facts)))
                .contains(OFFICER)
                .contains("Two people who may know of it must acknowledge it")
                .doesNotContain(TEAM);
        assertThat(CARDS.report().receiptText(incident, facts))
                .contains(OFFICER)
                .doesNotContain(TEAM);
    }

    @ParameterizedTest
    @EnumSource(
            value = News.What.class,
            names = {"LATE", "FACTS", "ACKNOWLEDGED", "CONFIRMED"})
    void soDoesItsNews(News.What what) {
        assertThat(text(CARDS.news().of(incident("security"), new News(what, null), NOW)))
                .contains(OFFICER)
                .doesNotContain(TEAM);
    }

    @Test
    void soDoTheReportersOwnCardAndItsState() {
        Instant late = NOW.plus(Duration.ofHours(9));
        assertThat(text(CARDS.myReport().of(incident("security"), null, late)))
                .contains("Two people had to acknowledge it")
                .contains(OFFICER)
                .doesNotContain(TEAM);
    }

    @Test
    void soDoTheStepsOnceItIsSaid() {
        ReportType type = CARDS.type("systems-concern");
        Draft draft = SampleReports.draft(type, Map.of("excludes", "security"), 1);
        assertThat(text(CARDS.report().step(draft, type, Map.of(), false, NOW)))
                .contains(OFFICER)
                .doesNotContain(TEAM);
    }

    @Test
    void whoeverIsToldOfItInPersonIsNotSentToTheTeamEither() {
        Incident incident = incident("security");
        PersonAlertText text = PersonCards.of(CARDS, TestRelays.confidence(CARDS, new StoredAppointments()))
                .text();
        assertThat(text.secretSubject(incident)).isEqualTo("Please ring the data protection officer");
        assertThat(text.secret(incident)).contains(OFFICER).doesNotContain(TEAM);
        Delivery line = new Delivery(
                "a#0/siro/s",
                "siro",
                "acknowledge",
                Delivery.Occasion.DUTY,
                null,
                null,
                NOW,
                Delivery.State.NOBODY,
                null,
                NOW);
        assertThat(text.letter(incident, line)).contains(OFFICER).doesNotContain(TEAM);
    }

    @Test
    void ofAnythingElseTheTeamIsRung() {
        assertThat(text(CARDS.news().of(incident("member"), new News(News.What.LATE, null), NOW)))
                .contains(TEAM)
                .doesNotContain(OFFICER);
    }

    private static Incident incident(String about) {
        Report report = new Report(
                "systems-concern",
                "A concern about how systems are used",
                SampleReports.SAM,
                null,
                NOW,
                NOW,
                List.of(new Answer("excludes", "Is this about somebody who might see it?", about, about, false)));
        return Incident.reported("INC-2026-0042", "draft", report, Severity.HIGH, NOW.plus(Duration.ofHours(1)))
                .toldTo(new ReporterChat("29:sam", "chat"))
                .flagged(Set.of(CaseFile.RESTRICTED));
    }

    private static String text(Card card) {
        return JsonMapper.shared().writeValueAsString(card.json());
    }
}
