package io.beadle.teams;

import java.time.Duration;
import org.springframework.http.client.ReactorResourceFactory;

/** Threads of one server alone: shared ones would end for all others with the first that is closed, and take two seconds to. */
public final class OwnThreads {
    private OwnThreads() {}

    public static ReactorResourceFactory factory() {
        ReactorResourceFactory threads = new ReactorResourceFactory();
        threads.setUseGlobalResources(false);
        threads.setShutdownQuietPeriod(Duration.ZERO);
        return threads;
    }
}
