package io.beadle.mail;

import io.beadle.selftest.Finding;
import io.beadle.selftest.SelfCheck;
import java.time.Instant;
import java.util.List;

/** There is no mail server, which is a choice: only Teams reaches people then. */
final class NoMailCheck implements SelfCheck {
    @Override
    public String about() {
        return "selftest.mail";
    }

    @Override
    public List<Finding> look(Instant now) {
        return List.of(Finding.ok("selftest.mail", "selftest.mail.unused"));
    }
}
