package io.beadle.incident;

import static io.beadle.incident.SomeIncidents.ALEX;
import static io.beadle.incident.SomeIncidents.BLAKE;
import static io.beadle.incident.SomeIncidents.NOON;
import static io.beadle.incident.SomeIncidents.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.OutboxMessage.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What happens to an incident once it is reported: what is said, what is due, what the reporter is told. */
class AfterwardsTests {
    private static final Answer TABLET = new Answer("item", "What is it?", "tablet", "Tablet", true);
    private static final Answer NUMBER = new Answer("asset-tag", "Inventory number?", "DCC-77", "DCC-77", false);
    private static final Answer MISTAKE = new Answer("withdrawal", "Why?", "mistake", "Reported by mistake", true);

    private final Incident reported = SomeIncidents.lostPhone("INC-2026-0001")
            .toldTo(new ReporterChat("29:rowan", "chat"))
            .lacking(List.of("asset-tag", "contact"));

    private static Instant minutes(long minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static List<News.What> news(Incident incident) {
        return incident.outbox().stream()
                .map(OutboxMessage::news)
                .filter(Objects::nonNull)
                .map(News::what)
                .toList();
    }

    private static Incident posted(Incident incident) {
        OutboxMessage card = OutboxMessage.deskCard(NOON);
        return incident.claim(card, "claim", NOON, Duration.ofMinutes(1))
                .delivered(card, "claim", new DeskPost("desk", "card"), NOON);
    }

    private Incident answer(Incident incident, String key, List<String> missing, Answer... answers) {
        return incident.say(new Said.Answered(key, List.of(answers), missing, Severity.LOW, REPORTER), minutes(5));
    }

    @Nested
    class Saying {
        @Test
        void aCorrectionCountsAndTheReportStaysAsItWas() {
            Incident corrected = answer(reported, "a", reported.missing(), TABLET);
            assertThat(corrected.current("item")).contains(TABLET);
            assertThat(corrected.report()).isEqualTo(reported.report());
            assertThat(corrected.answers())
                    .extracting(Answer::value)
                    .containsExactly("tablet", "the 8:15 to Leicester");
            assertThat(corrected.statements())
                    .containsExactly(new Statement(
                            "a/item", minutes(5), Statement.Kind.CORRECTED, REPORTER, TABLET, "", null, false));
            assertThat(corrected.timeline())
                    .last()
                    .extracting(TimelineEntry::kind)
                    .isEqualTo(TimelineEntry.Kind.CORRECTED);
            assertThat(corrected.severity())
                    .as("never less bad by what is said")
                    .isEqualTo(Severity.HIGH);
        }

        @Test
        void theDeskSeesThatSomethingWasSaid() {
            Incident added = posted(reported).say(new Said.Added("a", "It has a red case", REPORTER), minutes(5));
            assertThat(added.nextMessage(Kind.DESK_CARD, minutes(5))).isPresent();
            assertThat(added.statements(Statement.Kind.ADDED))
                    .extracting(Statement::text)
                    .containsExactly("It has a red case");
        }

        @Test
        void theSamePressTwiceSaysItOnce() {
            Incident once = reported.say(new Said.Added("a", "It has a red case", REPORTER), minutes(5));
            assertThat(once.say(new Said.Added("a", "It has a red case", REPORTER), minutes(6)))
                    .isSameAs(once);
            Incident corrected = answer(reported, "b", reported.missing(), TABLET);
            assertThat(answer(corrected, "b", List.of(), NUMBER)).isSameAs(corrected);
        }

        @Test
        void anAnswerThatCountsAlreadyIsNoNews() {
            Incident corrected = answer(reported, "a", reported.missing(), TABLET);
            assertThat(answer(corrected, "b", reported.missing(), TABLET)).isSameAs(corrected);
        }

        @Test
        void aMissingAnswerIsSupplied() {
            Incident first = answer(reported, "a", List.of("contact"), NUMBER);
            assertThat(first.missing()).containsExactly("contact");
            assertThat(first.statements()).extracting(Statement::kind).containsExactly(Statement.Kind.SUPPLIED);
            Answer contact = new Answer("contact", "Your number?", "01632 960555", "01632 960555", false);
            Incident all = answer(first, "b", List.of(), contact);
            assertThat(all.missing()).isEmpty();
        }

        @Test
        void askingToWithdrawItIsARequestMadeOnceAndStopsNoClock() {
            Incident asked = reported.say(new Said.WithdrawalAsked("a", MISTAKE, REPORTER), minutes(5));
            assertThat(asked.asksToWithdraw()).isTrue();
            assertThat(asked.isOpen()).isTrue();
            assertThat(asked.dutyDue()).isEqualTo(reported.dutyDue());
            assertThat(asked.say(new Said.WithdrawalAsked("b", MISTAKE, REPORTER), minutes(6)))
                    .isSameAs(asked);
        }

        @Test
        void whatTheDeskAsksIsToldTheReporterAndAnsweredOnce() {
            Incident asked = reported.say(new Said.Asked("q", "Was it switched on?", ALEX), minutes(5));
            assertThat(news(asked)).containsExactly(News.What.ASKED);
            assertThat(asked.unanswered()).extracting(Statement::key).containsExactly("q");

            Incident replied = asked.say(new Said.Replied("r", "q", "Yes", REPORTER), minutes(6));
            assertThat(replied.unanswered()).isEmpty();
            assertThat(news(replied)).as("not told what it has answered").isEmpty();
            assertThat(replied.say(new Said.Replied("s", "q", "No", REPORTER), minutes(7)))
                    .isSameAs(replied);
            assertThat(replied.say(new Said.Replied("s", "other", "No", REPORTER), minutes(7)))
                    .isSameAs(replied);
        }

        @Test
        void whoCannotBeWrittenToCannotBeAsked() {
            Incident nameless = SomeIncidents.lostPhone("INC-2026-0002");
            assertThat(nameless.say(new Said.Asked("q", "Was it on?", ALEX), minutes(5)))
                    .isSameAs(nameless);
        }
    }

    @Nested
    class Duties {
        @Test
        void nobodyIsRemindedOfNothing() {
            Incident complete = SomeIncidents.lostPhone("INC-2026-0002");
            assertThat(complete.lacking(List.of())).isSameAs(complete);
            assertThat(complete.duty(Duty.FACTS)).isEmpty();
        }

        @Test
        void theReporterIsToldOnceThatNobodyAnsweredInTime() {
            Incident late = new Change(reported).lateToAcknowledge(minutes(15)).incident();
            assertThat(news(late)).containsExactly(News.What.LATE);
            assertThat(new Change(late).lateToAcknowledge(minutes(16)).incident())
                    .isEqualTo(late);

            Incident twice = late.acknowledge(ALEX, minutes(17)).acknowledge(BLAKE, minutes(18));
            assertThat(news(twice)).as("what is no longer true is not told").containsExactly(News.What.ACKNOWLEDGED);
        }

        @Test
        void aDutyDoneInTimeIsOver() {
            Incident twice = reported.acknowledge(ALEX, minutes(1)).acknowledge(BLAKE, minutes(2));
            assertThat(news(twice)).containsExactly(News.What.ACKNOWLEDGED);
            assertThat(twice.duty(Duty.ACKNOWLEDGE))
                    .hasValueSatisfying(duty -> assertThat(duty.end()).isEqualTo(Duty.End.DONE));
            assertThat(twice.dutyDue()).isNull();
        }
    }

    @Nested
    class Closing {
        @Test
        void takesTwoAcknowledgementsAndEndsEveryDuty() {
            assertThat(reported.close("done", ALEX, minutes(30))).isSameAs(reported);

            Incident closed = reported.acknowledge(ALEX, minutes(1))
                    .acknowledge(BLAKE, minutes(2))
                    .close("done", ALEX, minutes(30));
            assertThat(closed.closing()).isEqualTo(new io.beadle.incident.Closing(minutes(30), ALEX, "done"));
            assertThat(closed.dutyDue()).isNull();
            assertThat(news(closed)).containsExactly(News.What.CLOSED);
            assertThat(closed.close("other", BLAKE, minutes(31))).isSameAs(closed);
            assertThat(closed.say(new Said.WithdrawalAsked("a", MISTAKE, REPORTER), minutes(32)))
                    .isSameAs(closed);
        }
    }

    @Nested
    class Holding {
        private final Incident held = reported.flagged(Set.of("account"));

        @Test
        void whatTheAccountSaysTakesEffectOnceItIsConfirmed() {
            assertThat(reported.isHeld()).isFalse();
            assertThat(held.isHeld()).isTrue();
            Incident corrected = answer(held, "a", held.missing(), TABLET);
            assertThat(corrected.statements()).allMatch(Statement::held);
            assertThat(corrected.current("item"))
                    .hasValueSatisfying(a -> assertThat(a.value()).isEqualTo("phone"));

            Incident confirmed = corrected.confirmAccount(ALEX, minutes(20));
            assertThat(confirmed.isHeld()).isFalse();
            assertThat(confirmed.current("item")).contains(TABLET);
            assertThat(news(confirmed)).containsExactly(News.What.CONFIRMED);
            assertThat(confirmed.confirmAccount(BLAKE, minutes(21))).isSameAs(confirmed);
            assertThat(answer(confirmed, "b", List.of(), NUMBER).statements())
                    .last()
                    .matches(s -> !s.held());
        }
    }

    @Nested
    class TellingTheReporter {
        private final Incident asked = reported.say(new Said.Asked("q", "Was it on?", ALEX), NOON);
        private final OutboxMessage message =
                asked.nextMessage(Kind.REPORTER, NOON).orElseThrow();

        @Test
        void holdsUpNothingForTheDesk() {
            Incident failed =
                    asked.claim(message, "claim", NOON, Duration.ofMinutes(1)).retry(message, "claim", minutes(5));
            assertThat(failed.nextMessage(Kind.REPORTER, minutes(4))).isEmpty();
            assertThat(failed.outboxDue(Kind.REPORTER)).isEqualTo(minutes(5));
            assertThat(failed.nextMessage(Kind.DESK_CARD, NOON)).isPresent();
        }

        @Test
        void isDoneOnce() {
            Incident claimed = asked.claim(message, "claim", NOON, Duration.ofMinutes(1));
            assertThat(claimed.told(message, "another", NOON)).isSameAs(claimed);
            Incident told = claimed.told(message, "claim", NOON);
            assertThat(told.outboxDue(Kind.REPORTER)).isNull();
            assertThat(told.deskPost()).isNull();
        }

        @Test
        void theDeskLearnsThatTheyCannotBeReached() {
            Incident unreached = new Ledger(posted(asked)).reporterNotReached(minutes(1));
            assertThat(unreached.nextMessage(Kind.DESK_CARD, minutes(1))).isPresent();
            assertThat(new Ledger(unreached).reporterNotReached(minutes(2))).isSameAs(unreached);
        }
    }
}
