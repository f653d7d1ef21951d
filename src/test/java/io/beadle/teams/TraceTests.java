package io.beadle.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class TraceTests {
    private static final String ID = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void goesOnWithWhatWasBegunElsewhere() {
        Trace trace = Trace.of("00-" + ID + "-b7ad6b7169203331-01");
        assertThat(trace.id()).isEqualTo(ID);
        assertThat(trace.header()).startsWith("00-" + ID + "-").endsWith("-01").doesNotContain("b7ad6b7169203331");
    }

    @Test
    void readsWhatALaterVersionPutsBehind() {
        assertThat(Trace.of("cc-" + ID + "-b7ad6b7169203331-01-what-the-future-will-be")
                        .id())
                .isEqualTo(ID);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-" + ID + "-0000000000000000-01",
                "ff-" + ID + "-b7ad6b7169203331-01",
                "00-" + ID + "-b7ad6b7169203331",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-" + ID + "-b7ad6b7169203331-01\nforged log line",
                "Mrs Smith"
            })
    void beginsItsOwnWhereTheHeaderIsNone(String header) {
        Trace trace = Trace.of(header);
        assertThat(trace.id()).matches("[0-9a-f]{32}").isNotEqualTo(ID);
        assertThat(trace.header()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }

    @Test
    void standsInEachLineLoggedMeanwhileAndInNoOther() {
        Trace trace = Trace.begun();
        String logged = trace.run(
                () -> Objects.requireNonNull(MDC.getCopyOfContextMap()).toString());
        assertThat(logged).contains("traceId=" + trace.id(), "spanId=" + trace.span());
        assertThat(MDC.get("traceId")).isNull();
        assertThat(Trace.current()).isEmpty();
        assertThat(trace.run(Trace::current)).contains(trace);
    }
}
