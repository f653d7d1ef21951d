package io.beadle.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.Alongside;
import io.beadle.knowledge.Suites;
import io.beadle.knowledge.document.FileSources;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Alongside
class QuestionVectorsTests {
    @TempDir
    Path folder;

    private final List<String> computed = new ArrayList<>();
    private final QuestionVectors vectors = new QuestionVectors(text -> {
        computed.add(text);
        return new float[] {text.length()};
    });

    @Test
    void whatWasAskedBeforeIsNotComputedAgain() {
        assertThat(vectors.of("May I?")).containsExactly(6);
        assertThat(vectors.of("May I?")).containsExactly(6);
        assertThat(vectors.of("may I?")).containsExactly(6);

        assertThat(computed).containsExactly("May I?", "may I?");
        assertThat(vectors.found()).isEqualTo(1);
        assertThat(vectors.computed()).isEqualTo(2);
    }

    @Test
    void whatNobodyHasAskedForTheLongestIsForgotten() {
        vectors.of("first");
        vectors.of("second");
        for (int i = 2; i < QuestionVectors.REMEMBERED; i++) {
            vectors.of("number " + i);
        }
        vectors.of("first");
        vectors.of("one too many");
        computed.clear();

        vectors.of("first");
        vectors.of("second");

        assertThat(computed).containsExactly("second");
    }

    @Test
    void isCountedAndStaysGoodForAnotherIndex() throws Exception {
        Path policies = Suites.councils(Files.createDirectory(folder.resolve("policies")));
        LiveIndex index = Suites.open(Suites.properties(policies, folder.resolve("index")));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new QuestionMeters(index).bindTo(meters);
        List<Found> before = ask(index);
        exchange(index, policies);
        List<Found> after = ask(index);
        index.destroy();

        assertThat(before.getFirst().passage().text()).contains("within one hour");
        assertThat(after.getFirst().passage().text()).contains("within two hours");
        assertThat(count(meters, "models")).isEqualTo(1);
        assertThat(count(meters, "memory")).isEqualTo(1);
    }

    private static void exchange(LiveIndex index, Path policies) throws IOException {
        Path keys = policies.resolve("fenmarsh-keys.md");
        Files.writeString(keys, Files.readString(keys).replace("within one hour", "within two hours"));
        assertThat(index.follow(new FileSources(Suites.properties(policies, policies)).list()))
                .isTrue();
    }

    private static List<Found> ask(LiveIndex index) {
        return index.with(open -> open.find(
                open.asked("Whom do I tell that an office key is lost?", Set.of()), List.of("fenmarsh-keys.md"), 10));
    }

    private static double count(SimpleMeterRegistry meters, String from) {
        return meters.get("beadle.knowledge.question.vectors")
                .tag("from", from)
                .functionCounter()
                .count();
    }
}
