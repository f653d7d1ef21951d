package io.beadle.people;

import static io.beadle.people.SomePeople.appointed;
import static io.beadle.people.SomePeople.named;
import static io.beadle.people.SomePeople.onShift;
import static io.beadle.people.SomePeople.withDeputy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.beadle.mongo.SharedStore;
import io.beadle.people.Consents.Answer;
import io.beadle.people.Consents.Why;
import io.beadle.people.Proposal.State;
import io.beadle.people.mongo.StoredCode;
import io.beadle.people.mongo.StoredProposals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class ConsentsTests {
    private static final Instant NOW = Instant.parse("2026-11-21T14:17:00Z");
    private static final Person ALEX = named("Alex");
    private static final Person JO = named("Jo");
    private static final Person SAM = named("Sam");
    private static final ProposedChange CHANGE = new ProposedChange.Appoint(appointed("dpo", "Priya"));

    private final MongoTemplate mongo = SharedStore.newDatabase();
    private final Proposals proposals = StoredProposals.in(mongo);
    private final Consents consents = consents(Set.of("alex", "jo"), false);

    @Test
    void aSecondAdministratorConsentsAndThenItIsCarriedOut() {
        String id = consents.propose(ALEX, CHANGE, NOW).id();
        assertThat(consents.open()).extracting(Proposal::id).containsExactly(id);
        Proposal agreed = stands(consents.consent(id, JO, NOW));
        assertThat(agreed.state()).isEqualTo(State.AGREED);
        assertThat(consents.agreed()).containsExactly(agreed);
        Proposal done = consents.carriedOut(agreed, true, NOW);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.decider()).isEqualTo(JO);
        assertThat(consents.agreed()).isEmpty();
        assertThat(consents.carriedOut(agreed, false, NOW)).isEqualTo(done);
    }

    @Test
    void neitherWhoProposedItNorAnybodyElseConsents() {
        String id = consents.propose(ALEX, CHANGE, NOW).id();
        assertThat(consents.consent(id, ALEX, NOW)).isEqualTo(new Answer.Refused(Why.OWN_PROPOSAL));
        assertThat(consents.consent(id, SAM, NOW)).isEqualTo(new Answer.Refused(Why.NOT_AN_ADMINISTRATOR));
        assertThat(consents.refuse(id, SAM, NOW)).isEqualTo(new Answer.Refused(Why.NOT_AN_ADMINISTRATOR));
        assertThat(consents.look(id, SAM)).isEqualTo(new Answer.Refused(Why.NOT_AN_ADMINISTRATOR));
        assertThat(consents.consent("none", JO, NOW)).isEqualTo(new Answer.Refused(Why.UNKNOWN));
        assertThat(stands(consents.look(id, JO)).isOpen()).isTrue();
    }

    @Test
    void whatWasDecidedStaysDecided() {
        String refused = consents.propose(ALEX, CHANGE, NOW).id();
        assertThat(stands(consents.refuse(refused, JO, NOW)).state()).isEqualTo(State.REFUSED);
        assertThat(stands(consents.consent(refused, JO, NOW)).state()).isEqualTo(State.REFUSED);
        String withdrawn = consents.propose(ALEX, CHANGE, NOW).id();
        assertThat(stands(consents.refuse(withdrawn, ALEX, NOW)).state()).isEqualTo(State.WITHDRAWN);
        assertThat(stands(consents.consent(withdrawn, JO, NOW)).state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void afterSevenDaysItIsTooLate() {
        Proposal swept = consents.propose(ALEX, CHANGE, NOW);
        String pressed = consents.propose(ALEX, CHANGE, NOW.plusSeconds(60)).id();
        Instant end = NOW.plus(Duration.ofDays(7));
        assertThat(consents.expire(end.minusMillis(1))).isEmpty();
        assertThat(consents.expire(end)).extracting(Proposal::id).containsExactly(swept.id());
        assertThat(consents.expire(end)).isEmpty();
        assertThat(stands(consents.consent(pressed, JO, end.plusSeconds(60))).state())
                .isEqualTo(State.EXPIRED);
    }

    @Test
    void oneAdministratorAloneProposesNothing() {
        assertThatIllegalStateException().isThrownBy(() -> consents.propose(SAM, CHANGE, NOW));
        assertThatIllegalStateException()
                .isThrownBy(() -> consents(Set.of("alex"), false).propose(ALEX, CHANGE, NOW));
    }

    @Test
    void inLocalModeOnePersonIsEnough() {
        Proposal proposal = consents(Set.of(), true).propose(SAM, CHANGE, NOW);
        assertThat(proposal.state()).isEqualTo(State.AGREED);
        assertThat(consents.carriedOut(proposal, false, NOW).state()).isEqualTo(State.OVERTAKEN);
    }

    @Test
    void everyKindOfChangeIsReadAsItWasStored() {
        Appointment night = onShift(new Span(NOW, NOW.plusSeconds(60)), withDeputy("Dev", appointed("on-call", "Nia")));
        for (ProposedChange change : List.of(
                CHANGE,
                new ProposedChange.Amend(appointed("on-call", "Nia"), night),
                new ProposedChange.Dismiss(night),
                new ProposedChange.MoveDesk("main", "Desk", "19:c", null))) {
            Proposal proposal = consents.propose(ALEX, change, NOW);
            assertThat(StoredProposals.in(mongo).find(proposal.id())).contains(proposal);
            assertThat(consents.waiting(change)).contains(proposal);
        }
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsFirst() throws Exception {
        Consents three = consents(Set.of("alex", "jo", "sam"), false);
        for (int i = 0; i < 5; i++) {
            String id = three.propose(ALEX, CHANGE, NOW).id();
            List<Callable<Answer>> taps = List.of(() -> three.consent(id, JO, NOW), () -> three.refuse(id, SAM, NOW));
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Set<State> seen = Set.copyOf(threads.invokeAll(taps).stream()
                        .map(tap -> stands(tap.resultNow()).state())
                        .toList());
                assertThat(seen)
                        .containsExactly(proposals.find(id).orElseThrow().state());
            }
        }
    }

    @Test
    void whatEndedLongAgoIsDeletedAndWhatIsOpenStays() {
        String open = consents.propose(ALEX, CHANGE, NOW).id();
        String refused = consents.propose(ALEX, CHANGE, NOW).id();
        consents.refuse(refused, JO, NOW);
        assertThat(proposals.deleteEndedBefore(NOW)).isZero();
        assertThat(proposals.deleteEndedBefore(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(proposals.find(open)).isPresent();
        assertThat(proposals.find(refused)).isEmpty();
    }

    private Consents consents(Set<String> named, boolean everybody) {
        return new Consents(new Administrators(named, everybody, StoredCode.in(mongo)), proposals);
    }

    private static Proposal stands(Answer answer) {
        if (answer instanceof Answer.Stands stands) {
            return stands.proposal();
        }
        throw new AssertionError("Refused: " + answer);
    }
}
