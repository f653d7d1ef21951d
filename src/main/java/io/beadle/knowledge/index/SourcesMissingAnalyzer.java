package io.beadle.knowledge.index;

import io.beadle.knowledge.SourcesMissingException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is missing at start, instead of a stack trace. Registered in {@code META-INF/spring.factories}. */
final class SourcesMissingAnalyzer extends AbstractFailureAnalyzer<SourcesMissingException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, SourcesMissingException cause) {
        return new FailureAnalysis(
                "The policies to answer from cannot be read:\n" + cause.getMessage(),
                "Set beadle.knowledge.sources to folders or files that exist, or leave it out to use the bundled suite.",
                cause);
    }
}
