package io.beadle.command;

import io.beadle.card.CautionText;
import io.beadle.knowledge.Answer;
import io.beadle.knowledge.Citation;
import io.beadle.knowledge.Passage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An answer for people at a terminal. */
final class AnswerText {
    private final CautionText cautions;

    AnswerText(CautionText cautions) {
        this.cautions = cautions;
    }

    String of(Answer answer) {
        return switch (answer) {
            case Answer.Answered answered ->
                answered.citations().stream().map(this::of).collect(Collectors.joining("\n"));
            case Answer.Closest closest ->
                "The policies do not answer this. That does not make it allowed. The closest passage is:\n\n"
                        + of(closest.closest());
            case Answer.NotFound notFound ->
                "The policies do not answer this.\nThat does not make it allowed: ask a person.\n";
        };
    }

    private String of(Citation citation) {
        Passage passage = citation.passage();
        String version = passage.version() == null ? "" : ", version " + passage.version();
        String place = Stream.of(passage.section(), passage.heading())
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        return passage.title() + version + "\n" + (place.isEmpty() ? "" : place + "\n") + "\n"
                + citation.quote().indent(2) + cautions(citation) + "\n(" + passage.document() + ")\n";
    }

    private String cautions(Citation citation) {
        return cautions.of(citation.cautions()).stream()
                .map(caution -> "\n" + caution + "\n")
                .collect(Collectors.joining());
    }
}
