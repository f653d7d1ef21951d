package io.beadle.knowledge.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.ContentProperties;
import io.beadle.content.RegisterFile;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Caution;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.KnowledgeStatus;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.Question;
import io.beadle.knowledge.RegisterAnswer;
import io.beadle.knowledge.RegisterAnswer.Asked;
import io.beadle.knowledge.RegisterAnswer.Fact;
import io.beadle.knowledge.RegisteredPolicy;
import io.beadle.knowledge.Suites;
import io.beadle.knowledge.index.LiveIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The register over a real index, from question to answer, on 2 March 2026. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterTests {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final InstantSource CLOCK = InstantSource.fixed(Suites.NOW);
    private static final String INSIDER = "11111111-1111-1111-1111-111111111111";

    private LiveIndex index;
    private MergedRegister register;
    private RegisterAnswering answering;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        Path policies = Files.createDirectory(folder.resolve("policies"));
        write(policies, "passwords.md", "Password policy", "Review due: 1 March 2026");
        write(policies, "devices.md", "Mobile device policy", "Version: 2.1", "Review due: 2 March 2026");
        write(policies, "working.md", "Mobile working policy", "Approved: 1 May 2025", "Review due: May 2026");
        write(policies, "playbook.md", "Zebra counter-fraud plan", "Review due: 1 January 2020");
        KnowledgeProperties properties = Suites.properties(policies, folder.resolve("index"));
        index = Suites.open(properties);
        RegisterFile file = new RegisterFile(
                Map.of("fraud-team", List.of(INSIDER)),
                List.of(
                        entry("Playbook.md", "Quagga", List.of("fraud-team"), List.of()),
                        entry("passwords.md", "Jo Marsh", null, List.of()),
                        entry("devices.md", null, null, List.of("BYOD policy"))));
        register = new MergedRegister(index, file, properties, new ContentProperties(null, null, folder));
        answering = new RegisterAnswering(register, index, Suites.glossary(), properties, CLOCK, LONDON);
    }

    @AfterAll
    void close() throws Exception {
        index.destroy();
    }

    @Test
    void whatWasDueYesterdayIsOverdueAndWhatIsDueTodayIsNot() {
        RegisterAnswer answer = ask("Which policies are overdue?");
        assertThat(answer.asked()).isEqualTo(new Asked.Overdue());
        assertThat(names(answer)).containsExactly("Password policy");
        assertThat(answer.known()).isEqualTo(3);
        assertThat(answer.undated()).isZero();
    }

    @Test
    void whatIsDueComesSoonestFirst() {
        assertThat(names(ask("what is due for review?")))
                .containsExactly("Password policy", "Mobile device policy", "Mobile working policy");
        assertThat(names(ask("what is due for review this month")))
                .containsExactly("Password policy", "Mobile device policy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "who owns the password policy? | OWNER | Password policy",
                "who owns the pasword polciy | OWNER | Password policy",
                "when is the BYOD policy due | REVIEW | Mobile device policy",
                "when is the mobile device policy due? | REVIEW | Mobile device policy",
                "when is the moblie device policy due? | REVIEW | Mobile device policy",
                "when is mobile working due for review | REVIEW | Mobile working policy",
                "when was the mobile working policy last approved | APPROVED | Mobile working policy",
                "what version is the laptop policy | VERSION | Mobile device policy",
            })
    void policiesAreKnownByWhatPeopleCallThem(String question, Fact fact, String name) {
        assertThat(ask(question).asked()).isEqualTo(new Asked.About(fact));
        assertThat(names(ask(question))).containsExactly(name);
    }

    @Test
    void allThatMayBeMeantAreShown() {
        assertThat(names(ask("when is the mobile policy due")))
                .containsExactly("Mobile device policy", "Mobile working policy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "who owns the mobile policy?",
                "who owns the parking policy?",
                "when is my report due?",
                "which version of Windows may I use at home?",
                "who owns the policy?",
                "is there a policy on working abroad?",
                "How long may I borrow a key for?",
            })
    void whatTheRegisterDoesNotKnowIsForTheDocuments(String question) {
        assertThat(answering.answer(Question.of(question))).isEmpty();
    }

    @Test
    void nobodyOutsideHearsOfARestrictedPolicy() {
        for (String question : List.of(
                "which policies do you have",
                "which policies are overdue",
                "what is due for review",
                "who owns the zebra counter-fraud plan")) {
            assertThat(String.valueOf(answering.answer(Question.of(question))))
                    .doesNotContain("Zebra", "Quagga", "playbook");
            assertThat(String.valueOf(answering.answer(Question.of(question, "somebody else"))))
                    .doesNotContain("Zebra", "Quagga", "playbook");
            assertThat(String.valueOf(answering.answer(Question.of(question, INSIDER))))
                    .contains("Zebra");
        }
        assertThat(register.mayRead("PLAYBOOK.MD", null)).isFalse();
        assertThat(register.mayRead("playbook.md", INSIDER)).isTrue();
        assertThat(register.mayRead("devices.md", null)).isTrue();
    }

    @Test
    void theBundledRegisterSaysNothingOfACouncilsOwnDocuments(@TempDir Path folder) {
        MergedRegister other = new MergedRegister(
                index,
                new RegisterFile(null, List.of(entry(null, null, null, List.of()))),
                Suites.properties(folder, folder),
                new ContentProperties(null, null, null));
        assertThat(other.policies()).hasSize(4);
    }

    @Test
    void aQuoteOfAnOverduePolicySaysSo() {
        CautiousAssistant cautious = new CautiousAssistant(
                saying("passwords.md", "As the DPA 1998 says."),
                register,
                text -> List.of(new Caution.Superseded("DPA 1998", "the UK GDPR", null)),
                CLOCK,
                LONDON);
        Answer.Answered answer = (Answer.Answered) cautious.ask(Question.of("?"));
        assertThat(answer.citations().getFirst().cautions())
                .containsExactly(
                        new Caution.Overdue(LocalDate.of(2026, 3, 1)),
                        new Caution.Superseded("DPA 1998", "the UK GDPR", null));
    }

    @Test
    void aQuoteOfACurrentPolicyNeedsNoCaution() {
        CautiousAssistant cautious =
                new CautiousAssistant(saying("devices.md", "Lock it."), register, text -> List.of(), CLOCK, LONDON);
        assertThat(((Answer.Answered) cautious.ask(Question.of("?")))
                        .citations()
                        .getFirst()
                        .cautions())
                .isEmpty();
    }

    private RegisterAnswer ask(String question) {
        return answering.answer(Question.of(question)).orElseThrow(() -> new AssertionError("Not for the register"));
    }

    private static List<String> names(RegisterAnswer answer) {
        return answer.policies().stream()
                .map(RegisterAnswer.Told::policy)
                .map(RegisteredPolicy::name)
                .toList();
    }

    private static PolicyAssistant saying(String document, String quote) {
        Passage passage = new Passage("p", document, "T", null, null, null, null, quote, 0.9);
        return new PolicyAssistant() {
            @Override
            public Answer ask(Question question) {
                return new Answer.Answered(0.9, List.of(Citation.of(passage, quote)), List.of(passage));
            }

            @Override
            public Optional<Passage> passage(String id, @Nullable String asker) {
                return Optional.of(passage);
            }

            @Override
            public List<Passage> section(String id, @Nullable String asker) {
                return List.of(passage);
            }

            @Override
            public KnowledgeStatus status() {
                throw new AssertionError("Nobody asks for it");
            }
        };
    }

    private static RegisterFile.Entry entry(
            @Nullable String document, @Nullable String owner, @Nullable List<String> readers, List<String> also) {
        return new RegisterFile.Entry(
                document,
                document == null ? "A register of nothing" : null,
                also,
                null,
                owner,
                null,
                null,
                null,
                null,
                null,
                readers);
    }

    private static void write(Path folder, String file, String title, String... front) throws IOException {
        Files.writeString(
                folder.resolve(file),
                "# " + title + "\n\n" + String.join("  \n", front)
                        + "\n\n## 1 Purpose\n\nThis policy says what everybody who works for us has to keep to.\n");
    }
}
