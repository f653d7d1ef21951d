package io.beadle.bot.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.turn.Intent;
import io.beadle.bot.turn.Turn;
import io.beadle.card.ChangesCard;
import io.beadle.card.TestCards;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.ClauseChange;
import io.beadle.knowledge.KnowledgeStatus;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.PolicyRegister;
import io.beadle.knowledge.PolicyVersion;
import io.beadle.knowledge.PolicyVersions;
import io.beadle.knowledge.Question;
import io.beadle.knowledge.RegisteredPolicy;
import io.beadle.knowledge.VersionChanges;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.DeliveryException;
import io.beadle.teams.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyChangesTests {
    private static final TestCards CARDS = TestCards.bundled();
    private static final Instant THEN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Policy MOBILE = policy("mobile-v3.pdf", "Mobile *Working* Policy");
    private static final Policy TRAINING = policy("training.md", "Mobile Working Training Standard");
    private static final Policy PATS = policy("fraud.md", "Fraud plan");
    private static final Policy SECRET = policy("secret.md", "Surveillance Policy");

    private final List<Message> sent = new ArrayList<>();
    private List<ClauseChange> clauses = List.of(
            new ClauseChange.Changed("4.1", "Lost devices", "Within a day.", "At once."),
            new ClauseChange.Added("4.2", null, "A new clause."));

    @Test
    void saysHowMuchChangedAndShowsTheClausesOfBothVersions() {
        assertThat(ask("mobile policy")).isTrue();

        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst().text())
                .isEqualTo(
                        "**Mobile \\*Working\\* Policy** changed on 2 March 2026. Clauses that say something else: 1."
                                + " New clauses: 1. Clauses that are gone: 0.");
        assertThat(String.valueOf(sent.getLast().card()))
                .contains("Changed: 4.1 Lost devices", "Within a day.", "At once.", "New: 4.2", "version 2.1");
    }

    @Test
    void aVersionThatSaysTheSameIsNoChange() {
        clauses = List.of();

        assertThat(ask("mobile policy")).isTrue();
        assertThat(sent)
                .singleElement()
                .extracting(Message::text)
                .asString()
                .contains("every clause says what it said");
    }

    @Test
    void whereOneVersionIsKnownItSaysSoAndThePolicyItselfIsAsked() {
        assertThat(ask("training standards")).isFalse();
        assertThat(sent)
                .singleElement()
                .extracting(Message::text)
                .asString()
                .contains("only one version", "2 March 2026");
    }

    @Test
    void whatNamesNoPolicyIsAQuestionLikeAnyOther() {
        assertThat(ask("parking policy")).isFalse();
        assertThat(ask("the policy")).isFalse();
        assertThat(sent).isEmpty();
    }

    @Test
    void whoMayNotReadADocumentIsToldNothingOfIt() {
        assertThat(ask("surveillance policy")).isFalse();
        assertThat(sent).isEmpty();
    }

    @Test
    void inAChannelNotEvenWhoMayReadADocumentIsToldOfIt() {
        assertThat(changes()
                        .answer(new Intent.Changes("fraud plan", question()), turn(Address.Scope.PERSONAL), this::send))
                .isTrue();
        sent.clear();
        assertThat(changes()
                        .answer(new Intent.Changes("fraud plan", question()), turn(Address.Scope.CHANNEL), this::send))
                .isFalse();
        assertThat(sent).isEmpty();
    }

    @Test
    void theNumbersAreGivenEvenIfTheCardIsRefused() {
        assertThat(changes()
                        .answer(
                                new Intent.Changes("mobile policy", question()),
                                turn(Address.Scope.PERSONAL),
                                message -> {
                                    if (message.card() != null) {
                                        throw new DeliveryException(429, "Throttled");
                                    }
                                    sent.add(message);
                                    return "id";
                                }))
                .isTrue();
        assertThat(sent).hasSize(1);
    }

    private boolean ask(String policy) {
        return changes().answer(new Intent.Changes(policy, question()), turn(Address.Scope.PERSONAL), this::send);
    }

    private String send(Message message) {
        sent.add(message);
        return "id";
    }

    private static Intent.Ask question() {
        return new Intent.Ask("What changed?", null);
    }

    private static Turn turn(Address.Scope scope) {
        Address chat = new Address("chat", scope, "https://teams.example", "28:beadle", null, "29:pat");
        return new Turn(new Person("pat", "Pat"), "29:pat", chat, chat.conversation(), "", null);
    }

    private PolicyChanges changes() {
        return new PolicyChanges(
                new Assistant(),
                new Versions(),
                new Register(),
                new ChangesCard(CARDS.content().cards(), CARDS.messages(), TestCards.LONDON),
                CARDS.messages());
    }

    private static Policy policy(String file, String title) {
        return new Policy(file, title, null, "2.1", null, null, null);
    }

    private static final class Assistant implements PolicyAssistant {
        @Override
        public Answer ask(Question question) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Passage> passage(String id, @Nullable String asker) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Passage> section(String id, @Nullable String asker) {
            throw new UnsupportedOperationException();
        }

        @Override
        public KnowledgeStatus status() {
            return new KnowledgeStatus(1, THEN, List.of(TRAINING, MOBILE, PATS, SECRET), 9, List.of(), false);
        }
    }

    private final class Versions implements PolicyVersions {
        @Override
        public List<PolicyVersion> of(String document) {
            return List.of(new PolicyVersion(TRAINING, THEN, null));
        }

        @Override
        public Optional<VersionChanges> changes(String document) {
            return document.equals(TRAINING.document())
                    ? Optional.empty()
                    : Optional.of(new VersionChanges(
                            new PolicyVersion(MOBILE, THEN.minusSeconds(9), THEN),
                            new PolicyVersion(MOBILE, THEN, null),
                            clauses));
        }
    }

    private static final class Register implements PolicyRegister {
        @Override
        public List<RegisteredPolicy> policies() {
            return List.of();
        }

        @Override
        public Optional<RegisteredPolicy> ofDocument(String document) {
            return Optional.empty();
        }

        @Override
        public boolean mayRead(String document, @Nullable String asker) {
            return !document.equals(SECRET.document()) && (!document.equals(PATS.document()) || "pat".equals(asker));
        }
    }
}
