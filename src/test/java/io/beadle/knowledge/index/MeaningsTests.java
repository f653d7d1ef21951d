package io.beadle.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeaningsTests {
    private final List<List<String>> computed = new ArrayList<>();
    private final Meanings meanings = new Meanings(texts -> {
        computed.add(List.copyOf(texts));
        return texts.stream().map(text -> new float[] {text.length()}).toList();
    });

    @Test
    void eachTextIsComputedOnceHoweverOftenItIsAskedFor() {
        assertThat(lengths(meanings.of(List.of("a", "bbb", "a", "cc")))).containsExactly(1, 3, 1, 2);
        assertThat(lengths(meanings.of(List.of("cc", "dddd", "a")))).containsExactly(2, 4, 1);
        assertThat(computed).containsExactly(List.of("a", "bbb", "cc"), List.of("dddd"));
        assertThat(meanings.of(List.of())).isEmpty();
    }

    @Test
    void manyAreComputedAFewAtATimeSoThatQuestionsComeBetween() {
        List<String> many = numbers(0, 3 * Meanings.AT_ONCE + 1);
        assertThat(meanings.of(many)).hasSameSizeAs(many);
        assertThat(computed).hasSize(4).allMatch(some -> some.size() <= Meanings.AT_ONCE);
        assertThat(computed.stream().flatMap(List::stream)).containsExactlyElementsOf(many);
    }

    @Test
    void whatWasJustTypedIsNotRemembered() {
        assertThat(meanings.once("typed")).containsExactly(5);
        meanings.once("typed");
        assertThat(computed).hasSize(2);
        meanings.of(List.of("typed"));
        assertThat(meanings.once("typed")).containsExactly(5);
        assertThat(computed).hasSize(3);
    }

    @Test
    void whatWasAskedForLongestAgoIsForgottenFirst() {
        meanings.of(List.of("kept", "forgotten"));
        for (String text : numbers(0, Meanings.REMEMBERED - 1)) {
            meanings.of(List.of(text, "kept"));
        }
        computed.clear();
        meanings.of(List.of("kept"));
        assertThat(computed).isEmpty();
        meanings.of(List.of("forgotten"));
        assertThat(computed).hasSize(1);
    }

    /** More than are remembered still get their vectors. */
    @Test
    void moreThanAreRememberedAreAllThere() {
        List<String> many = numbers(0, Meanings.REMEMBERED + 100);
        assertThat(meanings.of(many)).hasSameSizeAs(many).doesNotContainNull();
        assertThat(Collections.frequency(lengths(meanings.of(many)), 1)).isEqualTo(10);
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toList();
    }

    private static List<Integer> lengths(List<float[]> vectors) {
        return vectors.stream().map(vector -> (int) vector[0]).toList();
    }
}
