package io.beadle.handover;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where incidents are handed over to, beside {@code beadle.teams.app-id}, without which Beadle is in local mode.
 */
@ConfigurationProperties("beadle")
record HandOverSettings(
        @DefaultValue CaseSystem handover, @DefaultValue Teams teams) {
    private static final int SHORTEST_SECRET = 32;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    /**
     * The council's case system.
     *
     * @param webhook takes an incident as JSON by POST; null for none
     * @param secret both sides know it; every request is signed with it
     * @param email the addresses to which it can be sent instead
     * @param within how long the case system may take to answer
     */
    record CaseSystem(
            @Nullable URI webhook,
            @DefaultValue("") String secret,
            @DefaultValue List<String> email,
            @DefaultValue("10s") Duration within) {
        CaseSystem {
            email = List.copyOf(email);
        }

        /** The secret stays out of logs and of the failure report of a start. */
        @Override
        public String toString() {
            return "CaseSystem[webhook=" + (webhook != null) + ", email=" + email.size() + "]";
        }
    }

    /** @param appId empty in local mode */
    record Teams(@DefaultValue("") String appId) {}

    HandOverSettings {
        URI webhook = handover.webhook();
        if (webhook != null && !isSafe(webhook, teams.appId().isBlank())) {
            throw new IllegalArgumentException(
                    "beadle.handover.webhook must be https, or in local mode http on loopback, without a user name in it");
        }
        if (webhook != null && handover.secret().length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("beadle.handover.secret must have at least " + SHORTEST_SECRET
                    + " characters, which the case system checks signatures with: it has "
                    + handover.secret().length());
        }
    }

    private static boolean isSafe(URI webhook, boolean local) {
        String host = webhook.getHost();
        if (host == null || webhook.getRawUserInfo() != null) {
            return false;
        }
        return "https".equals(webhook.getScheme())
                || (local && "http".equals(webhook.getScheme()) && LOOPBACK.contains(host));
    }
}
