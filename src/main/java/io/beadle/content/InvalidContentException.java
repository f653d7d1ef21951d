package io.beadle.content;

import java.util.List;
import java.util.stream.Collectors;

/** Beadle does not start on content with mistakes; the message lists all of them. */
public class InvalidContentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidContentException(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n  ", "The content has mistakes; nothing was started:\n  ", "")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
