package io.beadle.knowledge;

import java.util.List;

/** What is configured to be answered from is not there: Beadle does not start half-configured. */
public class SourcesMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param problems as in {@link PolicySources#problems()} */
    public SourcesMissingException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
