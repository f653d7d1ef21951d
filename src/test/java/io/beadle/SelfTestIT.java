package io.beadle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.command.Commands;
import io.beadle.notification.Desks;
import io.beadle.people.Administrators;
import io.beadle.people.OneTimeCode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/** "@Beadle self-test", and the same lines at the terminal. Priya is the administrator. */
@Import(SelfTestIT.OneAdministrator.class)
class SelfTestIT extends RunningBeadle {
    /** Whoever asks twice in ten seconds gets the same answer, so time passes here with each look at the clock. */
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(FixedTime.NOW);

    @TestConfiguration
    static class OneAdministrator {
        @Bean
        @Primary
        Administrators one(OneTimeCode code) {
            return new Administrators(Set.of("aad-Priya"), false, code);
        }

        @Bean
        @Primary
        InstantSource passing() {
            return () -> NOW.updateAndGet(now -> now.plusSeconds(11));
        }
    }

    @Autowired
    private Desks desks;

    @LocalManagementPort
    private int management;

    @Test
    void anAdministratorIsShownEveryPartWithWhatItMeans() {
        aDeskOfTwo();

        JsonNode card = test(priya);

        assertThat(card.toString())
                .contains("0 failed")
                .contains("In order", "I wrote, read and deleted something", "Local mode", "I can reach")
                .contains("Look after this", "Nobody is appointed yet");
    }

    @Test
    void theDesksChannelMayAskAndSamMayNot() {
        String channel = aDeskOfTwo();
        dafydd.says("<at>Beadle</at> self-test", Colleague.channel(channel));
        assertThat(awaitPost(channel, "In order").toString()).contains("I wrote, read and deleted something");

        sam.says("self-test");
        assertThat(sam.answer().path("text").asString()).contains("Only administrators");
    }

    @Test
    void theTerminalShowsTheSameLinesAndFailsWhereSomethingDoes() {
        aDeskOfTwo();
        Commands.Ended well = Commands.run("self-test", "--management.server.port=" + management);
        assertThat(well.status()).isZero();
        assertThat(well.out())
                .contains("ok       Store: I wrote, read and deleted something.")
                .contains("warning  Roles: Nobody is appointed yet")
                .contains("0 failed, ");

        desks.lose(desks.current().orElseThrow(), FixedTime.NOW);
        Commands.Ended ill = Commands.run("self-test", "--management.server.port=" + management);
        assertThat(ill.out().lines().toList().getFirst()).startsWith("failed   Desk: I cannot reach");
        assertThat(ill.status()).isEqualTo(1);
    }

    private JsonNode test(Colleague who) {
        who.says("self-test");
        List<JsonNode> received = who.received();
        return requireNonNull(Colleague.card(received.getLast()));
    }
}
