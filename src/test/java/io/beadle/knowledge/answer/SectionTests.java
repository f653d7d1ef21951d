package io.beadle.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.Alongside;
import io.beadle.knowledge.KnowledgeProperties;
import io.beadle.knowledge.Passage;
import io.beadle.knowledge.PolicyAssistant;
import io.beadle.knowledge.Question;
import io.beadle.knowledge.Suites;
import io.beadle.knowledge.index.LiveIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Alongside
class SectionTests {
    @Test
    void showsAPassageAmongThoseUnderItsHeadingInTheirOrder(@TempDir Path folder) throws Exception {
        KnowledgeProperties properties =
                Suites.properties(policies(folder.resolve("policies")), folder.resolve("index"));
        LiveIndex index = Suites.open(properties);
        try {
            PolicyAssistant assistant = new CitingAssistant(index, Suites.OPEN, properties);
            Passage middle = assistant
                    .ask(Question.of("Which gate has the barrier number 3?"))
                    .passages()
                    .getFirst();
            assertThat(middle.section()).isEqualTo("2.3");

            List<Passage> section = assistant.section(middle.id(), null);

            assertThat(section).extracting(Passage::section).containsExactly("2.1", "2.2", "2.3", "2.4");
            assertThat(section)
                    .extracting(Passage::heading)
                    .containsOnly("Gates")
                    .doesNotContain("Visitors");
            assertThat(section).contains(middle.withScore(0));
            assertThat(assistant.section("no such id", null)).isEmpty();
        } finally {
            index.destroy();
        }
    }

    private static Path policies(Path folder) throws IOException {
        StringBuilder text = new StringBuilder("# Site policy\n");
        for (String heading : List.of("1 Visitors", "2 Gates", "3 Keys")) {
            String number = heading.substring(0, 1);
            text.append("\n## ").append(heading).append('\n');
            for (int clause = 1; clause <= 4; clause++) {
                text.append("\n%s.%d For %s there is a barrier with the number %d. %s\n"
                        .formatted(
                                number,
                                clause,
                                heading.substring(2).toLowerCase(java.util.Locale.UK),
                                clause,
                                "It is looked at by the caretaker every morning before the first member of staff comes. "
                                        .repeat(8)));
            }
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("site.md"), text);
        Files.writeString(folder.resolve("other.md"), "# Other\n\n## Gates\n\nGates of another document.\n");
        return folder;
    }
}
