package io.beadle.knowledge;

import java.util.List;

/** What a language model wrote, as far as it was found supported. It is to be marked as written by a machine. */
public record PlainAnswer(List<Sentence> sentences) {
    public PlainAnswer {
        sentences = List.copyOf(sentences);
    }

    /**
     * One sentence.
     *
     * @param text without the numbers of its citations
     * @param citations the places, from 1, that those that support it have in {@link Answer.Answered#citations()}; at
     *     least one, ascending
     */
    public record Sentence(String text, List<Integer> citations) {
        public Sentence {
            citations = List.copyOf(citations);
        }
    }
}
