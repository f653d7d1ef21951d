package io.beadle.knowledge.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.ContentProperties;
import io.beadle.content.RegisterFile;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.Question;
import io.beadle.knowledge.RegisterAnswer;
import io.beadle.knowledge.RegisteredPolicy;
import io.beadle.knowledge.Suites;
import io.beadle.knowledge.index.LiveIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
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

/** Two councils' policies of the same names, and a policy of nobody's, on 2 March 2026. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhosePoliciesTests {
    private static final String INSIDER = "11111111-1111-1111-1111-111111111111";
    private static final String FENMARSH = "Fenmarsh District Council";
    private static final String HILLFORD = "Hillford County Council";

    private LiveIndex index;
    private MergedRegister register;
    private KnowledgeProperties everybodys;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        Path policies = Files.createDirectory(folder.resolve("policies"));
        write(policies, "f-keys.md", "Keys policy", FENMARSH, "Ann Fen", "1 March 2025", """

                ## Appendix: other policies

                Ladder Policy – Review Date 01/02/2025

                Fence Policy – Review Date 01/02/2030
                """);
        write(policies, "h-keys.md", "Keys policy", HILLFORD, "Hal Hill", "1 March 2025", "");
        write(policies, "h-doors.md", "Doors policy", HILLFORD, "Dora Hill", "1 March 2024", "");
        write(policies, "zoo.md", "Zoo policy", "Zebraland Parish Council", "Zoe", "1 March 2023", "");
        write(policies, "paper.md", "Paper policy", null, "Pia", "1 March 2025", "");
        everybodys = Suites.properties(policies, folder.resolve("index"));
        index = Suites.open(everybodys);
        RegisterFile file = new RegisterFile(
                Map.of("zoo", List.of(INSIDER)),
                List.of(new RegisterFile.Entry(
                        "zoo.md", null, List.of(), null, null, null, null, null, null, null, List.of("zoo"))));
        register = new MergedRegister(index, file, everybodys, new ContentProperties(null, null, folder));
    }

    @AfterAll
    void close() throws Exception {
        index.destroy();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Which policies are overdue at Fenmarsh? | Keys policy Ann Fen, Ladder Policy null, Paper policy Pia",
                "Which Hillford policies are overdue? | Doors policy Dora Hill, Keys policy Hal Hill, Paper policy Pia",
                "which hilford policies are overdue | Doors policy Dora Hill, Keys policy Hal Hill, Paper policy Pia",
                "Who owns Hillford's keys policy? | Keys policy Hal Hill",
                "who owns the keys polcy at Fenmarsh District Council | Keys policy Ann Fen",
                "who owns the paper policy at Fenmarsh? | Paper policy Pia",
            })
    void aQuestionThatNamesACouncilIsAboutItsPolicies(String question, String told) {
        for (String configured : new String[] {null, FENMARSH, HILLFORD}) {
            assertThat(told(ask(configured, Question.of(question)))).hasToString("[" + told + "]");
        }
    }

    @Test
    void oneThatNamesNoneIsAboutTheConfiguredOne() {
        Question overdue = Question.of("which policies are overdue?");

        assertThat(told(ask(HILLFORD, overdue)))
                .containsExactly("Doors policy Dora Hill", "Keys policy Hal Hill", "Paper policy Pia");
        assertThat(told(ask("Fenmarsh", Question.of("who owns the keys policy?"))))
                .containsExactly("Keys policy Ann Fen");
        assertThat(ask(HILLFORD, overdue).orElseThrow().known()).isEqualTo(3);
        assertThat(told(ask(null, overdue))).hasSize(5);
    }

    @Test
    void theAskersOwnGoesBeforeTheConfiguredOne() {
        assertThat(told(ask(HILLFORD, new Question("who owns the keys policy?", FENMARSH, null))))
                .containsExactly("Keys policy Ann Fen");
    }

    @Test
    void whatAnotherCouncilOwnsIsNotToldOfThisOne() {
        assertThat(ask(FENMARSH, Question.of("who owns the doors policy?"))).isEmpty();
        assertThat(ask(HILLFORD, Question.of("when is the ladder policy due?"))).isEmpty();
    }

    /** A council whose only document somebody may not read is one whose policies are not here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "which policies are overdue at Zebraland Parish Council?",
                "which policies are overdue at Leicester?",
                "who owns Bristol's keys policy?"
            })
    void whereNoPolicyOfACouncilIsHereTheRegisterSaysNothing(String question) {
        assertThat(ask(FENMARSH, Question.of(question))).isEmpty();
        assertThat(ask(null, Question.of(question))).isEmpty();
    }

    @Test
    void whoMayReadACouncilsPolicyMayAskByItsName() {
        assertThat(told(ask(FENMARSH, Question.of("which policies are overdue at Zebraland?", INSIDER))))
                .containsExactly("Paper policy Pia", "Zoo policy Zoe");
    }

    private Optional<RegisterAnswer> ask(@Nullable String configured, Question question) {
        KnowledgeProperties properties = new KnowledgeProperties(
                everybodys.sources(), configured, everybodys.without(), everybodys.indexDir(), everybodys.documents());
        return new RegisterAnswering(
                        register, index, Suites.glossary(), properties, InstantSource.fixed(Suites.NOW), Suites.LONDON)
                .answer(question);
    }

    /** Name and owner, by name. */
    private static List<String> told(Optional<RegisterAnswer> answer) {
        return answer.orElseThrow(() -> new AssertionError("Not for the register")).policies().stream()
                .map(RegisterAnswer.Told::policy)
                .map((RegisteredPolicy policy) -> policy.name() + " " + policy.owner())
                .sorted()
                .toList();
    }

    private static void write(
            Path folder,
            String file,
            String title,
            @Nullable String organisation,
            String owner,
            String due,
            String more)
            throws IOException {
        Files.writeString(
                folder.resolve(file),
                "# " + title + "\n\n"
                        + (organisation == null ? "" : "Organisation: " + organisation + "  \n")
                        + "Owner: " + owner + "  \nReview due: " + due
                        + "\n\n## 1 Purpose\n\nThis policy says what everybody who works for us has to keep to.\n"
                        + more);
    }
}
