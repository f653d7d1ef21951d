package io.beadle.selftest;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** {@code /actuator/selftest} on the management port, which {@code ./beadle self-test} asks. */
@Component
@Endpoint(id = "selftest")
final class SelfTestEndpoint {
    private final SelfTest test;
    private final SelfTestText text;

    SelfTestEndpoint(SelfTest test, SelfTestText text) {
        this.test = test;
        this.text = text;
    }

    record Answer(String state, String summary, List<SelfTestText.Line> lines) {}

    @ReadOperation
    Answer look() {
        SelfTest.Result result = test.run();
        return new Answer(
                result.state().name().toLowerCase(Locale.ROOT), text.summary(result), text.lines(result.findings()));
    }
}
