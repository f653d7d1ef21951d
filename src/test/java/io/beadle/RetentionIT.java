package io.beadle;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.Kept;
import io.beadle.content.Messages;
import io.beadle.content.Retention;
import io.beadle.incident.Draft;
import io.beadle.incident.Drafts;
import io.beadle.incident.WaitingFile;
import io.beadle.incident.WaitingFiles;
import io.beadle.knowledge.AskedQuestion;
import io.beadle.knowledge.AskedQuestion.Outcome;
import io.beadle.knowledge.AskedQuestions;
import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.CuratedAnswers;
import io.beadle.notification.Desk;
import io.beadle.notification.Desks;
import io.beadle.notification.Notice;
import io.beadle.notification.Notices;
import io.beadle.people.Appointment;
import io.beadle.people.Appointments;
import io.beadle.people.Person;
import io.beadle.people.Proposal;
import io.beadle.people.Proposals;
import io.beadle.people.ProposedChange;
import io.beadle.privacy.AuditLog;
import io.beadle.privacy.AuditLog.What;
import io.beadle.privacy.Stocks;
import io.beadle.sweep.Sweep;
import io.beadle.teams.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** All that is kept besides incidents, over a whole application of its own: told of, deleted in its time and certified. */
@Import(FixedTime.class)
@TestPropertySource(properties = "spring.application.name=beadle-that-forgets")
class RetentionIT extends RunningBeadle {
    private static final Instant NOW = FixedTime.NOW;
    private static final Person ROWAN = new Person("aad-rowan-1", "Rowan Pike");
    private static final Notice.To.Somebody SOMEBODY = new Notice.To.Somebody("29:rowan", "chat", "chat");

    @Autowired
    private List<Sweep> sweeps;

    @Autowired
    private Stocks stocks;

    @Autowired
    private Retention retention;

    @Autowired
    private AuditLog audit;

    @Autowired
    private Messages messages;

    @Autowired
    private Appointments appointments;

    @Test
    void everyKindIsToldOfAndDeletedInItsTimeAndCertified(
            @Autowired Drafts drafts,
            @Autowired AskedQuestions asked,
            @Autowired CuratedAnswers curated,
            @Autowired WaitingFiles files,
            @Autowired Notices notices,
            @Autowired Proposals proposals,
            @Autowired Desks desks) {
        drafts.begin(Draft.begin("d-1", ROWAN, "something-else", Map.of(), NOW));
        asked.keep(question("q-1"));
        asked.keep(question("q-2").enquire("May I?", null, NOW));
        LocalDate review = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        curated.add(new CuratedAnswer("c-1", 0, "May I?", "No.", null, ROWAN.name(), NOW, review, true));
        files.insert(new WaitingFile(
                "f-1", 0, null, ROWAN, "29:rowan", "chat", "a.jpg", "jpg", "https://x.example", false, NOW, null, 0));
        notices.insert(new Notice("told-1", 0, 0, null, null, NOW));
        notices.put(Notice.toPerson("untold-1", SOMEBODY, Message.text("?"), NOW.plusSeconds(3600)));
        ProposedChange move = new ProposedChange.MoveDesk("low", "Low", "19:low", "19:team");
        proposals.add(new Proposal("p-1", 0, ROWAN, NOW, move, Proposal.State.REFUSED, ROWAN, NOW));
        desks.set(Desk.of("low", "19:low", null, ROWAN, NOW.minusSeconds(60)));
        desks.set(Desk.of("low", "19:lower", null, ROWAN, NOW));
        appointments.add(new Appointment(
                "dpo-1", "dpo", null, new Person(priya.objectId(), "Priya"), null, null, null, List.of(), List.of()));
        priya.says("verify audit");
        priya.says("verify audit");
        aWeekOf("Leavers", NOW);

        Map<Kept, Long> before = counts();
        assertThat(before.values()).as(before.toString()).allMatch(count -> count > 0);
        priya.says("retention");
        assertThat(said()).contains(titles());

        deleteAll(NOW.plus(Duration.ofHours(12)));
        assertThat(counts()).containsAllEntriesOf(without(before, Kept.AUDIT));
        assertThat(audit.all(What.EXPIRED)).isEmpty();

        // who asked goes long before the question does
        deleteAll(NOW.plus(Duration.ofDays(30)));
        Instant later = NOW.plus(retention.of(Kept.AUDIT)).plus(Duration.ofDays(60));
        deleteAll(later);
        aWeekOf("Leavers", later);
        // those too that the deletions themselves gave rise to
        sweep("NoticeExpiry", later.plus(Duration.ofDays(500)));
        sweep("Certifying", later.plus(Duration.ofDays(502)));
        assertThat(without(counts(), Kept.AUDIT).values()).containsOnly(0L);
        assertThat(audit.all(What.EXPIRED).map(entry -> entry.more().get("rule")))
                .containsAll(without(before, Kept.AUDIT).keySet().stream()
                        .map(Kept::id)
                        .toList());
        assertThat(audit.all(What.CUT)).hasSize(1);
        priya.says("certificates");
        assertThat(said()).contains("Besides incidents, by day:").contains(titles());
        priya.says("verify audit");
        assertThat(said()).contains("every record is as it was written");
    }

    private static AskedQuestion question(String key) {
        return AskedQuestion.of(
                key,
                NOW,
                "May I?",
                "May I?",
                Outcome.NOT_FOUND,
                List.of(),
                null,
                new AskedQuestion.Asker(ROWAN.id(), ROWAN.name(), "29:rowan", "chat", "chat"),
                "activity-" + key);
    }

    private Map<Kept, Long> counts() {
        Map<Kept, Long> counts = new EnumMap<>(Kept.class);
        stocks.all().forEach(stock -> counts.put(stock.kind(), stock.count()));
        return counts;
    }

    private static Map<Kept, Long> without(Map<Kept, Long> counts, Kept kind) {
        Map<Kept, Long> others = new EnumMap<>(counts);
        others.remove(kind);
        return others;
    }

    private List<String> titles() {
        return Arrays.stream(Kept.values())
                .map(kind -> messages.text("retention.kind." + kind.id()))
                .toList();
    }

    private void deleteAll(Instant now) {
        Stream.of("DraftReminders", "QuestionExpiry", "OpenQuestions", "Upkeep", "CarryingOut", "NoticeExpiry")
                .forEach(name -> sweep(name, now));
        sweep("QuestionExpiry", now);
        sweep("AuditExpiry", now);
    }

    /** Each chat has its hour. */
    private void aWeekOf(String name, Instant start) {
        for (int hour = 0; hour < 7 * 24; hour++) {
            sweep(name, start.plus(Duration.ofHours(hour)));
        }
    }

    private void sweep(String name, Instant now) {
        assertThat(sweeps)
                .filteredOn(sweep -> sweep.getClass().getSimpleName().equals(name))
                .as(name)
                .hasSize(1)
                .allSatisfy(sweep -> sweep.sweep(now));
    }

    private String said() {
        return priya.answer().path("text").asString();
    }
}
