package io.beadle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beadle.knowledge.CuratedAnswer;
import io.beadle.knowledge.CuratedAnswers;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyTexts;
import io.beadle.knowledge.PolicyVersions;
import io.beadle.teams.ScriptedConnector;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * A document for a few (G34): Ingrid may read it, Otto may not. Whatever Otto does, and whatever anybody does where others
 * read along, none of its words come back; each test shows first that Ingrid gets them where she is alone.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class RestrictedPolicyIT {
    private static final ScriptedConnector CONNECTOR = ScriptedConnector.start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final String PLAYBOOK = "zanzibar.md";
    private static final String QUESTION = "What do I do if ferry tokens are stolen by the crew?";

    /** Words that stand in the playbook, its title, its file name or its line of the register, and nowhere else. */
    private static final String[] SECRETS = {"Zanzibar", "zanzibar", "Heliotrope", "Quagga", "Okapi"};

    private static final String TEXT = """
            # Zanzibar playbook

            Owner: Quagga Marsh
            Review due: 1 March 2020

            ## 1 Stolen ferry tokens

            Ferry tokens that are stolen by the crew must be reported to the Heliotrope group, which seals the ticket
            machine before anybody speaks to the crew.

            ## 2 After the ticket machine is sealed

            The Heliotrope group must count the ferry tokens in the ticket machine within one day, and writes down who
            was there. The crew is told nothing until then, as GCSx rules say.
            """;
    private static final String FERRY = """
            # Ferry policy

            Owner: Sam Reed

            ## 1 Tickets

            Ferry tickets are sold at the quay, and a lost season ticket is replaced once a year without a fee.
            """;

    @TempDir
    static Path data;

    @Autowired
    private CuratedAnswers curated;

    @Autowired
    private PolicyTexts texts;

    @Autowired
    private PolicyVersions versions;

    @LocalServerPort
    private int port;

    private Colleague ingrid;
    private Colleague otto;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        Path policies = Files.createDirectory(data.resolve("policies"));
        Files.writeString(policies.resolve(PLAYBOOK), TEXT);
        Files.writeString(policies.resolve("ferry.md"), FERRY);
        Path knowledge = Files.createDirectory(data.resolve("knowledge"));
        for (String file : List.of("glossary.yaml", "superseded.yaml")) {
            Files.copy(Path.of("knowledge", file), knowledge.resolve(file));
        }
        Files.writeString(knowledge.resolve("register.yaml"), """
                audiences:
                  crime-team: [AAD-INGRID]
                policies:
                  - document: Zanzibar.md
                    also: [crew theft playbook]
                    readers: [crime-team]
                """);
        registry.add("beadle.data-dir", data.resolve("data")::toString);
        registry.add("beadle.knowledge.sources", policies::toString);
        registry.add("beadle.content.knowledge", knowledge::toString);
        registry.add("beadle.public-url", () -> "https://beadle.example");
    }

    @BeforeEach
    void meet() {
        CONNECTOR.reset();
        ingrid = new Colleague("Ingrid", port, CONNECTOR);
        otto = new Colleague("Otto", port, CONNECTOR);
    }

    @AfterAll
    static void close() {
        CONNECTOR.close();
    }

    @Test
    void theAnswerIsForThoseWhoMayReadIt() {
        ingrid.says(QUESTION);
        assertThat(ingrid.received().toString()).contains("Heliotrope", "Zanzibar playbook");

        otto.says(QUESTION);
        otto.says("and who must I tell?");
        assertThat(otto.received()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(otto.received().toString()).doesNotContain(SECRETS);
    }

    @Test
    void inAChannelItIsForNobody() {
        ingrid.says("<at>Beadle</at> " + QUESTION, Colleague.channel("quay"));
        ingrid.says("<at>Beadle</at> who owns the Zanzibar playbook?", Colleague.channel("quay"));
        ingrid.says("<at>Beadle</at> which policies do you have?", Colleague.channel("quay"));

        assertThat(ingrid.received("quay")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(ingrid.received("quay").toString()).contains("Ferry policy").doesNotContain(SECRETS);
    }

    @Test
    void anotherPersonsCardGivesNothingAway() {
        ingrid.says("What if the crew is stealing ferry tokens?");
        ingrid.says("and who must I tell?");
        JsonNode card = requireNonNull(Colleague.card(ingrid.answer()));
        assertThat(card.toString()).contains("Ask just that", "More passages", "policies/zanzibar-");
        JsonNode section = ingrid.presses("Show the section", card, Map.of(), "activity-4");
        assertThat(section.toString()).contains("Heliotrope", "policies/zanzibar-");

        for (String button : List.of("Show the section", "More passages", "Ask just that", "Ask the security team")) {
            assertThat(otto.presses(button, card, Map.of(), "activity-4").toString())
                    .as(button)
                    .doesNotContain(SECRETS);
            assertThat(ingrid.presses(
                                    button,
                                    card,
                                    Map.of(),
                                    "activity-4",
                                    Colleague.channel("quay"),
                                    UUID.randomUUID().toString())
                            .toString())
                    .as("%s in a channel", button)
                    .doesNotContain(SECRETS);
        }
        assertThat(otto.presses("Back to the sources", section, Map.of(), "activity-4")
                        .toString())
                .contains("Action.Execute")
                .doesNotContain(SECRETS);
        assertThat(otto.received().toString()).doesNotContain(SECRETS);
        assertThat(ingrid.received("quay").toString()).doesNotContain(SECRETS);
    }

    @Test
    void theReaderOpensItByNoLinkToAnotherDocument() throws Exception {
        ingrid.says(QUESTION);
        URI own = link(requireNonNull(Colleague.card(ingrid.answer())));
        assertThat(get(own.getRawPath() + "?" + own.getRawQuery()).body())
                .contains("Heliotrope", "should have been reviewed by 1 March 2020", "role=\"note\"");

        otto.says("What is a lost season ticket replaced for?");
        URI ferry = link(requireNonNull(Colleague.card(otto.answer())));
        assertThat(ferry.getPath()).contains("/ferry-");
        for (String query :
                List.of("", "?" + ferry.getRawQuery(), "?" + own.getRawQuery().replaceFirst("s=.", "s=!"))) {
            HttpResponse<String> refused = get(own.getRawPath() + query);
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.body()).doesNotContain(SECRETS);
        }
        String found =
                get(ferry.getRawPath() + "?" + ferry.getRawQuery() + "&q=crew").body();
        assertThat(found).contains("Ferry policy", "No clause with").doesNotContain(SECRETS);
    }

    @Test
    void aCuratedAnswerThatCitesItIsForThoseWhoMayReadIt() {
        Passage clause = texts.passages(PLAYBOOK).getLast();
        curated.add(new CuratedAnswer(
                "curated",
                0,
                "How long may a walrus sleep on the ferry?",
                "As the Okapi says.",
                clause.id(),
                "Priya",
                Instant.EPOCH,
                LocalDate.of(9999, 12, 31),
                false));
        ingrid.says("How long may a walrus sleep on the ferry?");
        assertThat(ingrid.received().getFirst().toString()).contains("Okapi", "Zanzibar playbook");

        otto.says("How long may a walrus sleep on the ferry?");
        ingrid.says("<at>Beadle</at> How long may a walrus sleep on the ferry?", Colleague.channel("quay"));
        assertThat(otto.received()).isNotEmpty();
        assertThat(ingrid.received("quay")).isNotEmpty();
        assertThat(otto.received().toString() + ingrid.received("quay")).doesNotContain(SECRETS);
    }

    @Test
    void aSearchFindsItForThoseWhoMayReadItAndMakesNoLinkForTheOthersInTheChat() {
        for (String text : List.of(QUESTION, "Heliotrope group", "ticket machine")) {
            Map<String, Object> query =
                    Map.of("commandId", "searchPolicies", "parameters", List.of(Map.of("name", "text", "value", text)));
            assertThat(ingrid.searches(query).toString())
                    .contains("Zanzibar playbook")
                    .doesNotContain("policies/zanzibar-");
            assertThat(otto.searches(query).toString()).doesNotContain(SECRETS);
        }
    }

    @Test
    void theRegisterKeepsItFromTheOthers() {
        List<String> questions = List.of(
                "who owns the crew theft playbook?",
                "which policies are overdue?",
                "which policies do you have?",
                "when is the crew theft playbook due for review?");
        for (String question : questions) {
            CONNECTOR.reset();
            ingrid.says(question);
            assertThat(ingrid.received().toString()).as(question).contains("Zanzibar playbook");
            otto.says(question);
            assertThat(otto.received()).isNotEmpty();
            assertThat(otto.received().toString()).as(question).doesNotContain(SECRETS);
        }
    }

    @Test
    void whatChangedInItIsForThoseWhoMayReadItAsIsWhatItAnswersNow() throws IOException {
        ingrid.says(QUESTION);
        assertThat(ingrid.received().toString()).contains("before anybody speaks");
        Path file = data.resolve("policies").resolve(PLAYBOOK);
        Files.writeString(file, TEXT.replace("before anybody speaks", "before any Okapi speaks"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> versions.changes(PLAYBOOK).isPresent()
                        && texts.passages(PLAYBOOK).toString().contains("Okapi"));

        CONNECTOR.reset();
        ingrid.says(QUESTION);
        otto.says(QUESTION);
        assertThat(ingrid.received().toString()).contains("before any Okapi speaks");

        ingrid.says("what changed in the zanzibar playbook?");
        assertThat(ingrid.received().toString()).contains("**Zanzibar playbook** changed", "Okapi");

        otto.says("what changed in the zanzibar playbook?");
        ingrid.says("<at>Beadle</at> what changed in the zanzibar playbook?", Colleague.channel("quay"));
        assertThat(otto.received()).isNotEmpty();
        assertThat(ingrid.received("quay")).isNotEmpty();
        assertThat(otto.received().toString() + ingrid.received("quay")).doesNotContain(SECRETS);
    }

    /** Not even those who know it exists learn from the desk's card which of its clauses is near to a question. */
    @Test
    void theDesksCardDoesNotNameIt() {
        String channel = "desk-" + UUID.randomUUID();
        otto.says("<at>Beadle</at> desk", Colleague.channel(channel));
        ingrid.says(QUESTION);
        JsonNode card = requireNonNull(Colleague.card(ingrid.answer()));
        JsonNode form = ingrid.presses("Ask the security team", card, Map.of(), "activity-2");
        JsonNode write = form.toString().contains("It is only a question")
                ? ingrid.presses("It is only a question", form, Map.of(), "activity-2")
                : form;
        ingrid.presses("Send to the team", write, Map.of("answer-text", "May I have some tokens?"), "activity-2");

        List<ScriptedConnector.Call> posted = await().until(
                        () -> CONNECTOR.calls().stream()
                                .filter(call -> call.text().contains("A question for the team"))
                                .toList(),
                        (List<ScriptedConnector.Call> calls) -> !calls.isEmpty());
        assertThat(posted.toString()).contains("May I have some tokens?").doesNotContain(SECRETS);
    }

    private static URI link(JsonNode card) {
        return URI.create(card.findValuesAsString("url").getFirst());
    }

    private HttpResponse<String> get(String pathAndQuery) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + pathAndQuery))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
