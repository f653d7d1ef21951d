package io.beadle.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpCodeTests {
    private final AnonymousToken token = AnonymousToken.random(new SecureRandom());

    @Test
    void aCodeIsWrittenInFiveGroupsOfLettersThatAreNotTakenForOneAnother() {
        String written = token.code().written();
        assertThat(written).matches("([A-HJ-NP-Z2-9]{4}-){4}[A-HJ-NP-Z2-9]{4}");
        assertThat(FollowUpCode.read(written)).contains(token.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcd efgh jklm npqr stuv", " ABCD-EFGH-JKLM-NPQR-STUV. ", "ABCD–EFGH–JKLM–NPQR–STUV"})
    void aCodeIsReadHoweverItIsWritten(String written) {
        assertThat(FollowUpCode.read(written)).contains(new FollowUpCode("ABCDEFGH", "JKLMNPQRSTUV"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ABCD-EFGH",
                "ABCD-EFGH-JKLM-NPQR-STUVW",
                "ABCD-EFGH-JKLM-NPQR-STU0",
                "ÄBCD-EFGH-JKLM-NPQR-STUV"
            })
    void anythingElseIsNoCode(String written) {
        assertThat(FollowUpCode.read(written)).isEmpty();
    }

    @Test
    void everyPartOfTheCodeIsRandom() {
        SecureRandom random = new SecureRandom();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            String code = AnonymousToken.random(random).code().written();
            for (int at = 0; at < code.length(); at++) {
                seen.add(at + " " + code.charAt(at));
            }
        }
        assertThat(seen).as("letters seen at twenty places, and four hyphens").hasSizeGreaterThan(20 * 30);
    }

    @Test
    void theSameTokenAlwaysGivesTheSameCodeAndNothingStoredGivesItAway() {
        AnonymousToken again = AnonymousToken.of(token.id()).orElseThrow();
        assertThat(again.code()).isEqualTo(token.code());
        String stored = AnonymousToken.stored(token.id());
        assertThat(stored)
                .isEqualTo(AnonymousToken.stored(stored))
                .doesNotContain(token.id(), token.code().lookup());
        assertThat(AnonymousToken.of(stored)).isEmpty();
        assertThat(token.holder().id()).doesNotContain(stored.substring(stored.indexOf('.')));
    }

    @Test
    void theIdOfAnOrdinaryDraftIsStoredAsItIs() {
        assertThat(AnonymousToken.stored("0d9a3f4e-1b1c-4a58-8d6f-0c9f9d6b7c11"))
                .isEqualTo("0d9a3f4e-1b1c-4a58-8d6f-0c9f9d6b7c11");
        assertThat(AnonymousToken.of("anonymous.short")).isEmpty();
    }

    @Test
    void neitherTokenNorCodeIsToldByItsText() {
        assertThat(token.toString()).doesNotContain(token.id());
        assertThat(token.code().toString())
                .doesNotContain(token.code().secret(), token.code().lookup());
    }
}
