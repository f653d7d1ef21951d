package io.beadle.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.Alongside;
import io.beadle.knowledge.GoldenQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./mvnw test -Dtest=OrdinaryQuestionTests -Dknowledge.calibrate=true} makes the mean of the golden questions anew. */
@Alongside
class OrdinaryQuestionTests {
    private static final Path RESOURCE =
            Path.of("src/main/resources/io/beadle/knowledge/index").resolve(OrdinaryQuestion.RESOURCE);

    @Test
    void isTheMeanOfTheGoldenQuestions() throws IOException {
        OrdinaryQuestion mean;
        try (Embedder embedder = Embedder.load()) {
            mean = OrdinaryQuestion.of(GoldenQuestion.all().stream()
                    .map(question -> embedder.query(question.text()))
                    .toList());
        }
        if (Boolean.getBoolean("knowledge.calibrate")) {
            Map<String, Object> rounded = new TreeMap<>(Map.of(
                    "models",
                    mean.models(),
                    "questions",
                    mean.questions(),
                    "mean",
                    mean.mean().stream()
                            .map(value -> Math.round(value * 1e5) / 1e5)
                            .toList()));
            Files.writeString(RESOURCE, JsonMapper.shared().writeValueAsString(rounded) + "\n");
        } else {
            assertThat(cosine(OrdinaryQuestion.load().mean(), mean.mean())).isGreaterThan(0.99);
        }
    }

    @Test
    void takesOffWhatAQuestionSharesWithAllOthers() {
        float[] ordinary = new float[Embedder.DIMENSIONS];
        ordinary[0] = 1;
        float[] asked = new float[Embedder.DIMENSIONS];
        asked[0] = 0.8f;
        asked[1] = 0.6f;

        float[] own = OrdinaryQuestion.of(List.of(ordinary)).takenOff(asked);

        assertThat(own[0]).isBetween(0f, 0.2f);
        assertThat(own[1]).isEqualTo(0.6f);
    }

    private static double cosine(List<Float> one, List<Float> other) {
        double product = IntStream.range(0, one.size())
                .mapToDouble(i -> one.get(i) * other.get(i))
                .sum();
        return product / Math.sqrt(square(one) * square(other));
    }

    private static double square(List<Float> vector) {
        return vector.stream().mapToDouble(value -> value * value).sum();
    }
}
