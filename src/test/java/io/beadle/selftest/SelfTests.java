package io.beadle.selftest;

import io.beadle.content.Messages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Self-tests of chosen parts, for tests of other packages. */
public final class SelfTests {
    private SelfTests() {}

    public static SelfTest of(InstantSource clock, SelfCheck... checks) {
        return new SelfTest(List.of(checks), Duration.ofSeconds(10), clock);
    }

    public static SelfTestText text(Messages messages) {
        return new SelfTestText(messages);
    }
}
