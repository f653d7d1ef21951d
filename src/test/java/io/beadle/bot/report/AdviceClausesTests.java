package io.beadle.bot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beadle.card.AdviceSources;
import io.beadle.card.TestCards;
import io.beadle.content.ReportType;
import io.beadle.incident.Incident;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.KnowledgeStatus;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.PolicyRegister;
import io.beadle.knowledge.Question;
import io.beadle.knowledge.RegisteredPolicy;
import io.beadle.mongo.SharedStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdviceClausesTests {
    private static final String CLAUSE = Story.CARDS.types().types().stream()
            .flatMap(type -> type.advice().stream())
            .flatMap(advice -> Optional.ofNullable(advice.clause()).stream())
            .findFirst()
            .orElseThrow();
    private static final Passage RING = new Passage(
            "p1", "mobile.md", "Mobile *working*", "2", "3.2", "Lost phone", null, "Ring us. ".repeat(60), 0.9);
    private static final ReportType.Advice ADVICE = new ReportType.Advice("Ring us.", null, CLAUSE);

    private final Policies policies = new Policies();
    private final AdviceClauses clauses = new AdviceClauses(
            policies, Story.CARDS.types(), Optional.of(TestCards.LINKS), Story.CARDS.sources(), Story.CARDS.messages());

    @Test
    void showsTheClauseWithItsPlaceItsLinkAndTheBeginningOfItsWords() {
        clauses.look();
        AdviceSources.Clause clause = clauses.of(ADVICE, "pat").orElseThrow();
        assertThat(clause.place())
                .startsWith("[Mobile \\*working\\*, 3.2")
                .contains("](https://beadle.example/policies/mobile.md")
                .doesNotContain("Ring us.");
        assertThat(clause.quoted())
                .startsWith(clause.place() + ": \u201cRing us.")
                .endsWith("\u2026\u201d")
                .hasSizeLessThan(400);
    }

    @Test
    void aCardNeverWaitsAndHasTheClauseOnceItIsFound() {
        policies.free = new CountDownLatch(1);
        assertThat(clauses.of(ADVICE, "pat")).isEmpty();
        policies.free.countDown();
        await().untilAsserted(() -> assertThat(clauses.of(ADVICE, "pat")).isPresent());
    }

    @Test
    void looksAgainOnlyWhenTheIndexHasChanged() {
        clauses.look();
        int once = policies.asked.get();
        clauses.look();
        assertThat(policies.asked).hasValue(once);
        policies.version = 2;
        policies.answers = false;
        clauses.look();
        assertThat(policies.asked).hasValue(2 * once);
        assertThat(clauses.of(ADVICE, "pat")).isEmpty();
    }

    @Test
    void whoeverMayNotReadTheDocumentSeesNothingOfIt() {
        clauses.look();
        assertThat(clauses.of(ADVICE, "stranger")).isEmpty();
        assertThat(clauses.of(new ReportType.Advice("Ring.", null, null), "pat"))
                .isEmpty();
    }

    @Test
    void anIncidentTouchesThePoliciesBehindItsAdviceAndThoseNamedInWhatWasRecorded() {
        TouchedPolicies touched = new TouchedPolicies(clauses, Story.CARDS.types(), new Register());
        Incident incident = new Story(SharedStore.newDatabase()).reportedWith("note", "As the E-MAIL policy has it");
        policies.free = new CountDownLatch(1);
        assertThat(touched.of(incident)).isEmpty();
        policies.free.countDown();
        await().untilAsserted(() ->
                assertThat(touched.of(incident)).contains(List.of("Mobile working policy", "E-mail policy")));
    }

    @Test
    void whatALegalNoteNamesAndWhatNotEverybodyMayReadIsNotNamed() {
        TouchedPolicies touched = new TouchedPolicies(clauses, Story.CARDS.types(), new Register());
        clauses.look();
        Story story = new Story(SharedStore.newDatabase());
        assertThat(touched.of(story.reportedWith("legal-note", "E-mail policy")))
                .contains(List.of("Mobile working policy"));
        assertThat(touched.of(story.reportedWith("note", "Surveillance policy")))
                .contains(List.of("Mobile working policy"));
    }

    /** Three policies, one of which only some may read. */
    private static final class Register implements PolicyRegister {
        private static final List<RegisteredPolicy> POLICIES = List.of(
                policy("Mobile working policy", "mobile.md"),
                policy("E-mail policy", "email.md"),
                policy("Surveillance policy", "surveillance.md"));

        private static RegisteredPolicy policy(String name, String document) {
            return new RegisteredPolicy(name, document, null, null, null, null, null, null);
        }

        @Override
        public List<RegisteredPolicy> policies() {
            return POLICIES;
        }

        @Override
        public Optional<RegisteredPolicy> ofDocument(String document) {
            return POLICIES.stream()
                    .filter(policy -> document.equals(policy.document()))
                    .findFirst();
        }

        @Override
        public boolean mayRead(String document, @Nullable String asker) {
            return asker != null || !document.equals("surveillance.md");
        }
    }

    /** Policies that answer everything with one clause, which strangers may not read. */
    private static final class Policies implements PolicyAssistant {
        private final AtomicInteger asked = new AtomicInteger();
        private volatile CountDownLatch free = new CountDownLatch(0);
        private volatile int version = 1;
        private volatile boolean answers = true;

        @Override
        public Answer ask(Question question) {
            assertThat(question.asker()).isNull();
            asked.incrementAndGet();
            return answers
                    ? new Answer.Answered(0.9, List.of(Citation.of(RING, RING.text())), List.of(RING))
                    : new Answer.Closest(0.3, Citation.of(RING, RING.text()), List.of(RING));
        }

        @Override
        public Optional<Passage> passage(String id, @Nullable String asker) {
            return "stranger".equals(asker) ? Optional.empty() : Optional.of(RING);
        }

        @Override
        public List<Passage> section(String id, @Nullable String asker) {
            return List.of();
        }

        @Override
        public KnowledgeStatus status() {
            try {
                free.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new KnowledgeStatus(version, Instant.EPOCH, List.of(), 1, List.of(), false);
        }
    }
}
