package io.beadle.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.Suites;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AskCommandTests {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        Suites.councils(Files.createDirectory(folder.resolve("policies")));
    }

    @Test
    void printsTheAnswerAndWhereItStands() {
        assertThat(ask("How long may I borrow a key for?")).isZero();
        assertThat(text(out)).isEqualTo("""
                        Fenmarsh keys policy, version 2.1
                        2 Lending keys

                          A key is lent for at most seven days. The caretaker keeps the list of lent keys.

                        (fenmarsh-keys.md)
                        """);
    }

    @Test
    void saysHonestlyThatThePoliciesDoNotAnswer() {
        assertThat(ask("what", "is", "the", "capital", "of", "france")).isZero();
        assertThat(text(out)).startsWith("The policies do not answer this.");
    }

    @Test
    void answersAFileOfQuestionsInOrderWithEveryKey() throws IOException {
        Path batch = Files.writeString(folder.resolve("questions.txt"), """
                How long may I borrow a key for?

                {"question": "lost office key", "organisation": "Hillford"}
                {curly “quotes” are no JSON
                I lost my phone
                quantum chromodynamics
                """);

        assertThat(ask("--batch", batch.toString(), "--json")).isZero();

        List<JsonNode> lines = text(out).lines().map(MAPPER::readTree).toList();
        assertThat(lines)
                .extracting(line -> line.get("question").asString())
                .containsExactly(
                        "How long may I borrow a key for?",
                        "lost office key",
                        "{curly “quotes” are no JSON",
                        "I lost my phone",
                        "quantum chromodynamics");
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.propertyNames())
                        .containsExactly("question", "outcome", "confidence", "citations", "passages"));
        JsonNode answered = lines.getFirst();
        assertThat(answered.get("outcome").asString()).isEqualTo("answered");
        assertThat(answered.get("citations").get(0).propertyNames())
                .containsExactly("document", "title", "section", "heading", "quote", "cautions");
        assertThat(answered.get("passages").get(0).propertyNames())
                .containsExactly("document", "section", "text", "score");
        assertThat(lines.get(1).get("passages").toString()).doesNotContain("fenmarsh-keys.md");
        assertThat(lines.get(3).get("outcome").asString()).isEqualTo("report");
        assertThat(lines.get(4).get("outcome").asString()).isEqualTo("not_found");
        assertThat(lines.get(4).get("citations")).isEmpty();
    }

    @Test
    void writesNullForAHeadingThatIsNotKnown() throws IOException {
        Path batch =
                Files.writeString(folder.resolve("questions.txt"), "When are the confidential grey bins emptied?\n");

        ask("--batch", batch.toString(), "--json");

        JsonNode cited = MAPPER.readTree(text(out)).get("citations").get(0);
        assertThat(cited.get("document").asString()).isEqualTo("paper.txt");
        assertThat(cited.get("section").isNull()).isTrue();
        assertThat(cited.get("heading").isNull()).isTrue();
    }

    @Test
    void explainsItselfWhenItIsNotUnderstood() {
        assertThat(ask()).isEqualTo(64);
        assertThat(ask("--batch", "questions.txt")).isEqualTo(64);
        assertThat(text(err)).contains("Usage: beadle ask QUESTION");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void failsWithOneLineWhenThePoliciesAreNotThere() {
        AskCommand command = command();

        int status = command.run(List.of("anything", "--beadle.knowledge.sources=" + folder.resolve("nowhere")));

        assertThat(status).isEqualTo(1);
        assertThat(text(err))
                .endsWith("nowhere: cannot be read, name a folder or file that exists and that Beadle may read\n");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void saysWhichFileItCannotReadAndWhy() throws IOException {
        Path latin = Files.write(folder.resolve("latin.txt"), new byte[] {'c', 'a', 'f', (byte) 0xe9});

        assertThat(ask("--batch", folder.resolve("nowhere.txt").toString(), "--json"))
                .isEqualTo(1);
        assertThat(ask("--batch", latin.toString(), "--json")).isEqualTo(1);

        assertThat(text(err)).contains("nowhere.txt: there is no such file").contains("latin.txt: it is not UTF-8");
    }

    @Test
    void anUnknownCommandIsRefusedAndHelpIsGiven() {
        assertThat(commandLine("sreve")).hasValue(64);
        assertThat(text(err)).startsWith("There is no command \"sreve\".").contains("Usage: beadle [COMMAND]");
        assertThat(text(out)).isEmpty();

        assertThat(commandLine("help")).hasValue(0);
        assertThat(text(out)).startsWith("Usage: beadle [COMMAND]");
        out.reset();
        assertThat(commandLine("--help")).hasValue(0);
        assertThat(text(out)).startsWith("Usage: beadle [COMMAND]");
    }

    private OptionalInt commandLine(String word) {
        return CommandLine.run(stream(out), stream(err), Object.class, word);
    }

    private int ask(String... words) {
        List<String> args = new ArrayList<>(List.of(words));
        args.add("--beadle.knowledge.sources=" + folder.resolve("policies"));
        args.add("--beadle.data-dir=" + folder.resolve("data"));
        return command().run(args);
    }

    private AskCommand command() {
        return new AskCommand(stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
