package io.beadle.mongo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator the refusal alone instead of a stack trace. */
class EmbeddedMongoFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedMongoException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, EmbeddedMongoException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
