package io.beadle.knowledge.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.SupersededLaws;
import io.beadle.knowledge.Caution;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLawTests {
    private final DeadLaw dead = new DeadLaw(new SupersededLaws(List.of(
            new SupersededLaws.Entry(
                    List.of("Data Protection Act", "DPA"), "the Data Protection Act as it stands", null),
            new SupersededLaws.Entry(List.of("Data Protection Act 1998", "DPA 1998"), "the UK GDPR", "25 May 2018"),
            new SupersededLaws.Entry(List.of("GCSx"), "ordinary e-mail", null),
            new SupersededLaws.Entry(List.of("PAT"), "nothing", null))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Under the Data Protection Act 1998 you must | Data Protection Act 1998",
                "under the data protection act (1998) you must | data protection act (1998",
                "the Data Protection Act, 1998. | Data Protection Act, 1998",
                "the DPA 1998's principles | DPA 1998",
            })
    void namesAreFoundAsDocumentsWriteThem(String quote, String name) {
        assertThat(dead.in(quote))
                .containsExactly(new Caution.Superseded(name, "the UK GDPR", LocalDate.of(2018, 5, 25)));
    }

    @Test
    void theLongestNameCountsAndNoneWithinIt() {
        assertThat(dead.in("The Data Protection\nAct 1998 and, by GCSX, more of the DPA 1998."))
                .containsExactly(
                        new Caution.Superseded("Data Protection Act 1998", "the UK GDPR", LocalDate.of(2018, 5, 25)),
                        new Caution.Superseded("GCSX", "ordinary e-mail", null));
        assertThat(dead.in("The Data Protection Act says so.")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The UK GDPR replaced the Data Protection Act 1998 in 2018.",
                "UK GDPR (formerly the DPA 1998)",
                "The Data Protection Act 1998 has been repealed.",
                "GCSx mailboxes are no longer used.",
                "The DPA 1998 was superseded by the UK GDPR.",
            })
    void whatTheQuoteItselfCallsReplacedNeedsNoWord(String quote) {
        assertThat(dead.in(quote)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Passwords must be replaced every month. The DPA 1998 applies.",
                "The DPA 1998 applies; tokens were replaced by cards.",
            })
    void whatIsReplacedElsewhereInTheQuoteIsSomethingElse(String quote) {
        assertThat(dead.in(quote)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pat the dog", "SPAT", "EGCSx2", "patent law", "the data protection action plan"})
    void partsOfWordsAreNoNames(String quote) {
        assertThat(dead.in(quote)).isEmpty();
    }
}
