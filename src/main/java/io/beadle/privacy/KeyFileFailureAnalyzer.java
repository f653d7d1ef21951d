package io.beadle.privacy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator the refusal alone instead of a stack trace. */
class KeyFileFailureAnalyzer extends AbstractFailureAnalyzer<KeyFileException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, KeyFileException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
