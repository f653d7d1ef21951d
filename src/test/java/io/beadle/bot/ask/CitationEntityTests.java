package io.beadle.bot.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.Citation;
import io.beadle.knowledge.Passage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CitationEntityTests {
    @Test
    void onlyWhatAModelWroteIsLabelled() {
        Passage passage = new Passage("p", "a.md", "A", null, "1", null, null, "Ring us.", 0.9);
        assertThat(CitationEntity.of(List.of(Citation.of(passage, "Ring us.")), true))
                .containsEntry("additionalType", List.of("AIGeneratedContent"));
        assertThat(CitationEntity.of(List.of(Citation.of(passage, "Ring us.")))).doesNotContainKey("additionalType");
    }

    @Test
    void namesTheDocumentAndTheQuote() {
        Map<?, ?> appearance = appearance("Mobile working", "Tell the service desk at once.");
        assertThat(appearance.get("@type")).isEqualTo("DigitalDocument");
        assertThat(appearance.get("name")).isEqualTo("Mobile working");
        assertThat(appearance.get("abstract")).isEqualTo("Tell the service desk at once.");
    }

    @Test
    void staysWithinWhatTeamsTakes() {
        assertThat(name("x".repeat(80))).hasSize(80).doesNotContain("\u2026");
        assertThat(name("x".repeat(81))).hasSize(80).endsWith("\u2026");
        assertThat(quote("x".repeat(160))).hasSize(160);
        assertThat(quote("x".repeat(4_000))).hasSize(160).endsWith("\u2026");
    }

    @Test
    void neverCutsACharacterInTwo() {
        String rockets = "\uD83D\uDE80".repeat(100);
        for (String text : List.of(rockets, "x" + rockets)) {
            String cut = quote(text);
            assertThat(cut).hasSizeBetween(159, 160).endsWith("\u2026");
            assertThat(Character.isHighSurrogate(cut.charAt(cut.length() - 2))).isFalse();
        }
    }

    @Test
    void numbersAtMostTwentyFromOne() {
        Passage passage = new Passage("p", "mobile.md", "Mobile", null, null, null, null, "q", 0.9);
        Map<String, Object> entity =
                CitationEntity.of(java.util.Collections.nCopies(25, Citation.of(passage, "Tell us.")));
        assertThat((List<?>) java.util.Objects.requireNonNull(entity.get("citation")))
                .extracting(claim -> ((Map<?, ?>) claim).get("position"))
                .isEqualTo(java.util.stream.IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void namesTheFileWhereThereIsNoTitleAndTheSentenceThatAnswers() {
        assertThat(name(" ")).isEqualTo("mobile.md");
        Passage passage = new Passage("p", "mobile.md", "Mobile", null, null, null, null, "q", 0.9);
        assertThat(CitationEntity.of(List.of(new Citation(passage, "Long talk. Tell us.", "Tell us.", List.of())))
                        .toString())
                .contains("abstract=Tell us.");
    }

    private static String name(String title) {
        return String.valueOf(appearance(title, "q").get("name"));
    }

    private static String quote(String quote) {
        return String.valueOf(appearance("t", quote).get("abstract"));
    }

    private static Map<?, ?> appearance(String title, String quote) {
        Passage passage = new Passage("p", "mobile.md", title, null, "4.1", null, null, quote, 0.9);
        Map<String, Object> entity = CitationEntity.of(List.of(Citation.of(passage, quote)));
        assertThat(entity).containsEntry("type", "https://schema.org/Message").containsEntry("@type", "Message");
        List<?> citations = (List<?>) java.util.Objects.requireNonNull(entity.get("citation"));
        Map<?, ?> claim = (Map<?, ?>) citations.getFirst();
        assertThat(claim.get("position")).isEqualTo(1);
        return (Map<?, ?>) java.util.Objects.requireNonNull(claim.get("appearance"));
    }
}
