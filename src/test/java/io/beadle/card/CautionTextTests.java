package io.beadle.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.Caution;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CautionTextTests {
    private final CautionText texts = new CautionText(TestCards.bundled().messages());

    @Test
    void eachCautionIsASentenceWithItsDateWrittenOut() {
        assertThat(texts.of(List.of(
                        new Caution.Overdue(LocalDate.of(2024, 11, 30)),
                        new Caution.Superseded("DPA 1998", "the UK GDPR", LocalDate.of(2018, 5, 25)),
                        new Caution.Superseded("GCSx", "ordinary e-mail with TLS", null))))
                .containsExactly(
                        "Please note: this policy was due for review by 30 November 2024 and may be out of date.",
                        "Please note: DPA 1998 was replaced on 25 May 2018. Go by the UK GDPR now.",
                        "Please note: GCSx has been replaced. Go by ordinary e-mail with TLS now.");
    }
}
