package io.beadle.teams;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says how to get out of it, in place of a stack trace. */
class LocalModeFailureAnalyzer extends AbstractFailureAnalyzer<LocalModeException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LocalModeException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "To try Beadle on this machine, remove server.address. To run it for Teams, set beadle.teams.app-id,"
                        + " beadle.teams.tenant-id and one of beadle.teams.client-secret, .certificate and"
                        + " .managed-identity.",
                cause);
    }
}
