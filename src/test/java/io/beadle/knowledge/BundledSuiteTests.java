package io.beadle.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bundled policies as writing: complete, quotable, of one piece with their golden questions. */
class BundledSuiteTests {
    private static final Path POLICIES = Path.of("knowledge/policies");
    private static final Set<String> ASIDE = Set.of("attack", "off-topic");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    static List<Path> policies() throws IOException {
        try (Stream<Path> files = Files.list(POLICIES)) {
            return files.sorted().toList();
        }
    }

    static Stream<JsonNode> questions() throws IOException {
        return Files.readAllLines(Path.of("knowledge/golden-questions.jsonl")).stream()
                .map(JsonMapper.shared()::readTree);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void policyNamesItsVersionOwnerAndDates(Path policy) throws IOException {
        String text = Files.readString(policy);
        assertThat(text).startsWith("# ").contains("\nOrganisation: Aldermere Borough Council");
        assertThat(front(text, "Version")).matches("\\d+\\.\\d+");
        assertThat(front(text, "Owner")).isNotBlank();
        assertThat(LocalDate.parse(front(text, "Review due"), DATE))
                .isEqualTo(LocalDate.parse(front(text, "Approved"), DATE).plusMonths(12));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyClauseIsNumberedInOrderAndShortEnoughToQuote(Path policy) throws IOException {
        List<MatchResult> clauses = find("(?m)^### (\\d+)\\.(\\d+) .+\\n\\n((?:.|\\n)+?)(?=\\n#|\\z)", policy);
        int section = 0;
        int number = 0;
        for (MatchResult clause : clauses) {
            number = Integer.parseInt(clause.group(1)) == section ? number + 1 : 1;
            section = Integer.parseInt(clause.group(1));
            assertThat(clause.group(2)).as(clause.group()).isEqualTo(String.valueOf(number));
            boolean list = clause.group(3).startsWith("- ") || clause.group(3).startsWith("| ");
            assertThat(clause.group(3).split("[\\s|]+").length)
                    .as(clause.group())
                    .isBetween(list ? 1 : 30, list ? 160 : 120);
        }
        assertThat(clauses).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void nobodyRealIsRungOrWrittenTo(Path policy) throws IOException {
        assertThat(find("\\b0\\d{3,4} \\d{3,6}\\b( \\d+)?", policy))
                .allSatisfy(number -> assertThat(number.group()).startsWith("01632 960"));
        assertThat(find("\\S+@\\S+\\w", policy))
                .allSatisfy(address -> assertThat(address.group()).endsWith("@aldermere.example"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void goldenAnswersStandInThePoliciesWordForWord(JsonNode question) throws IOException {
        assertThat(question.at("/question").asString()).isNotBlank();
        if (!question.at("/answerable").asBoolean()) {
            return;
        }
        String section = question.at("/section").asString();
        assertThat(Files.readString(document(question.at("/doc"))))
                .contains(section.equals("Title page") ? "# " : "### " + section + "\n");
        for (JsonNode quote : question.at("/answer_quotes")) {
            assertThat(document(question.at("/doc"))).content().containsIgnoringWhitespaces(quote.asString());
        }
        for (JsonNode other : question.path("alt")) {
            assertThat(document(other.at("/doc")))
                    .content()
                    .containsIgnoringWhitespaces(other.at("/quote").asString());
        }
    }

    @Test
    void goldenQuestionsHaveBothKindsAndNamesOfTheirOwn() throws IOException {
        assertThat(questions().map(question -> question.at("/id").asString())).doesNotHaveDuplicates();
        assertThat(questions().map(question -> words(question.at("/question")))).doesNotHaveDuplicates();
        assertThat(questions().filter(question -> question.at("/answerable").asBoolean()))
                .hasSizeGreaterThanOrEqualTo(200);
        assertThat(questions().filter(question -> !question.at("/answerable").asBoolean()))
                .hasSizeGreaterThanOrEqualTo(80);
        assertThat(questions()
                        .filter(question -> ASIDE.contains(question.at("/kind").asString())))
                .hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void chanceAndNotTheWriterDecidesWhichHalfIsFittedOn() throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        Map<String, List<JsonNode>> kinds = questions()
                .collect(Collectors.groupingBy(question -> question.at("/kind").asString()));
        for (List<JsonNode> kind : kinds.values()) {
            for (int i = 0; i < kind.size(); i++) {
                String first = kind.get(i - i % 2).at("/id").asString();
                boolean even = sha256.digest(first.getBytes(StandardCharsets.UTF_8))[0] % 2 == 0;
                assertThat(kind.get(i).at("/set").asString())
                        .as(kind.get(i).at("/id").asString())
                        .isEqualTo(even == (i % 2 == 0) ? "fit" : "hold");
            }
        }
    }

    @Test
    void saysNothingAboutArtificialIntelligenceSoThatSilenceShows() throws IOException {
        for (Path policy : policies()) {
            assertThat(find("(?i)artificial intelligence|\\bAI\\b|chatgpt|copilot", policy))
                    .as(policy.toString())
                    .isEmpty();
        }
    }

    @Test
    void onePolicyIsOverdueAndNamesAReplacedLawSoThatCautionsShow() throws IOException {
        String old = Files.readString(POLICIES.resolve("physical-security.md"));
        assertThat(LocalDate.parse(front(old, "Review due"), DATE)).isBefore("2026-11-21");
        String law = "Data Protection Act 1998";
        assertThat(old.replaceAll("\\s+", " ")).contains(law);
        assertThat(Path.of("knowledge/superseded.yaml")).content().contains(law);
    }

    @Test
    void theRegisterHasEveryPolicyOnce() throws IOException {
        assertThat(find("(?m)^  - document: (\\S+)$", Path.of("knowledge/register.yaml")))
                .extracting(entry -> entry.group(1))
                .containsExactlyInAnyOrderElementsOf(policies().stream()
                        .map(policy -> policy.getFileName().toString())
                        .toList());
    }

    private static String words(JsonNode question) {
        return question.asString()
                .toLowerCase(Locale.UK)
                .replaceAll("\\W+", " ")
                .strip();
    }

    private static Path document(JsonNode name) {
        return POLICIES.resolve(name.asString() + ".md");
    }

    private static String front(String text, String key) {
        var line = Pattern.compile("(?m)^" + key + ": (.+?) *$").matcher(text);
        assertThat(line.find()).as(key).isTrue();
        return line.group(1);
    }

    private static List<MatchResult> find(String pattern, Path policy) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(policy))
                .results()
                .toList();
    }
}
