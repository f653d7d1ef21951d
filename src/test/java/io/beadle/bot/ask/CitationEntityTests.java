package io.beadle.bot.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.Citation;
import io.beadle.knowledge.Passage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CitationEntityTests {
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

    private static String name(String title) {
        return String.valueOf(appearance(title, "q").get("name"));
    }

    private static String quote(String quote) {
        return String.valueOf(appearance("t", quote).get("abstract"));
    }

    private static Map<?, ?> appearance(String title, String quote) {
        Passage passage = new Passage("p", "mobile.md", title, null, "4.1", null, null, quote, 0.9);
        Map<String, Object> entity = CitationEntity.of(Citation.of(passage, quote));
        assertThat(entity).containsEntry("type", "https://schema.org/Message").containsEntry("@type", "Message");
        List<?> citations = (List<?>) java.util.Objects.requireNonNull(entity.get("citation"));
        Map<?, ?> claim = (Map<?, ?>) citations.getFirst();
        assertThat(claim.get("position")).isEqualTo(1);
        return (Map<?, ?>) java.util.Objects.requireNonNull(claim.get("appearance"));
    }
}
