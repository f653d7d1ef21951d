package io.beadle.knowledge.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.RegisterFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadersTests {
    private static final Map<String, List<String>> AUDIENCES =
            Map.of("fraud", List.of("AAAA-1", "bbbb-2"), "audit", List.of("cccc-3"), "nobody", List.of());

    @Test
    void whoIsOfOneOfItsAudiencesMayReadADocumentAndNobodyElse() {
        Readers readers = readers(entry("plan.md", List.of("fraud", "audit")));

        for (String person : List.of("aaaa-1", "BBBB-2", "cccc-3")) {
            assertThat(readers.mayRead("plan.md", person)).as(person).isTrue();
        }
        for (String person : List.of("", "aaaa", "aaaa-11", "fraud", "dddd-4")) {
            assertThat(readers.mayRead("plan.md", person)).as(person).isFalse();
        }
        assertThat(readers.mayRead("plan.md", null)).isFalse();
    }

    @Test
    void aSlipInHowTheFileIsWrittenOpensNothing() {
        Readers readers = readers(entry("Caf\u00E9 Plan.MD", List.of("fraud")));

        for (String file :
                List.of("Caf\u00E9 Plan.MD", "caf\u00E9 plan.md", "cafe\u0301 plan.md", "CAFE\u0301 PLAN.md")) {
            assertThat(readers.mayRead(file, null)).as(file).isFalse();
            assertThat(readers.mayRead(file, "aaaa-1")).as(file).isTrue();
        }
        assertThat(readers.mayRead("cafe plan.md", null)).isTrue();
    }

    @Test
    void anAudienceThatIsEmptyOrUnknownOpensADocumentToNobody() {
        Readers readers = readers(entry("empty.md", List.of("nobody")), entry("unknown.md", List.of("no-such")));

        assertThat(readers.mayRead("empty.md", "aaaa-1")).isFalse();
        assertThat(readers.mayRead("unknown.md", "aaaa-1")).isFalse();
    }

    @Test
    void whatTheRegisterDoesNotRestrictIsForEverybody() {
        Readers readers = readers(entry("open.md", null), entry(null, List.of("fraud")));

        assertThat(readers.mayRead("open.md", null)).isTrue();
        assertThat(readers.mayRead("other.md", null)).isTrue();
    }

    /** A second line about a document must not undo what the first one says. */
    @Test
    void aDocumentThatIsNamedTwiceIsForTheReadersOfBothLines() {
        Readers readers =
                readers(entry("plan.md", List.of("fraud")), entry("plan.md", null), entry("PLAN.md", List.of("audit")));

        assertThat(readers.mayRead("plan.md", null)).isFalse();
        assertThat(readers.mayRead("plan.md", "aaaa-1")).isTrue();
        assertThat(readers.mayRead("plan.md", "cccc-3")).isTrue();
    }

    private static Readers readers(RegisterFile.Entry... entries) {
        return new Readers(new RegisterFile(AUDIENCES, List.of(entries)));
    }

    private static RegisterFile.Entry entry(@Nullable String document, @Nullable List<String> readers) {
        return new RegisterFile.Entry(
                document,
                document == null ? "A plan" : null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                readers);
    }
}
