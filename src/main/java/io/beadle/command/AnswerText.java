package io.beadle.command;

import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.Passage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An answer for people at a terminal. */
final class AnswerText {
    private AnswerText() {}

    static String of(Answer answer) {
        return switch (answer) {
            case Answer.Answered answered ->
                answered.citations().stream().map(AnswerText::of).collect(Collectors.joining("\n"));
            case Answer.Closest closest ->
                "The policies do not answer this. The closest passage is:\n\n" + of(closest.closest());
            case Answer.NotFound notFound -> "The policies do not answer this.\n";
        };
    }

    private static String of(Citation citation) {
        Passage passage = citation.passage();
        String version = passage.version() == null ? "" : ", version " + passage.version();
        String place = Stream.of(passage.section(), passage.heading())
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        return passage.title() + version + "\n" + (place.isEmpty() ? "" : place + "\n") + "\n"
                + citation.quote().indent(2) + "\n(" + passage.document() + ")\n";
    }
}
