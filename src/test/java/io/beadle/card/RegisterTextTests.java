package io.beadle.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.RegisterAnswer;
import io.beadle.knowledge.RegisterAnswer.Asked;
import io.beadle.knowledge.RegisterAnswer.Fact;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTextTests {
    private final RegisterText texts = new RegisterText(TestCards.bundled().messages());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OWNER | The owner of **Password policy** is: Information security manager (policy register).",
                "VERSION | The version of **Password policy** I know is 4.0 (the document itself).",
                "APPROVED | **Password policy** was last approved in July 2025 (the document itself).",
                "REVIEW | **Password policy** is overdue: it was due for review by 31 July 2026 (a list in Information \\*security\\* policy).",
                "ANY | This is what I know of **Password policy**.",
            })
    void aFactIsASentenceWithWhoSaysIt(Fact fact, String sentence) {
        assertThat(texts.of(SamplePolicies.about(fact), SamplePolicies.TODAY)).isEqualTo(sentence);
    }

    @Test
    void whatIsDueIsNotCalledOverdue() {
        assertThat(texts.of(SamplePolicies.about(Fact.REVIEW), LocalDate.of(2026, 7, 31)))
                .startsWith("**Password policy** is due for review by 31 July 2026");
    }

    @Test
    void listsAreCountedAndWhatTellsNoDateIsNotPassedOver() {
        assertThat(text(new Asked.Overdue(), 1, 2))
                .isEqualTo(
                        "One policy is overdue for review, of 3 that I know. 2 policies tell no review date, so I cannot"
                                + " say whether they are overdue.");
        assertThat(text(new Asked.Overdue(), 0, 1))
                .isEqualTo(
                        "None of the 3 policies I know is past its review date. One policy tells no review date, so I"
                                + " cannot say whether it is overdue.");
        assertThat(text(new Asked.Overdue(), 2, 0)).isEqualTo("2 policies are overdue for review, of 3 that I know.");
        assertThat(text(new Asked.Due(null), 2, 0)).isEqualTo("These are the review dates I know, soonest first.");
        assertThat(text(new Asked.Due(null), 0, 0)).isEqualTo("I know no review date of any policy.");
        assertThat(text(new Asked.Due(LocalDate.of(2026, 12, 31)), 2, 0))
                .isEqualTo("2 policies are due for review by 31 December 2026, soonest first.");
        assertThat(text(new Asked.Due(LocalDate.of(2026, 12, 31)), 0, 0))
                .isEqualTo("No policy is due for review by 31 December 2026.");
        assertThat(text(new Asked.Everything(), 1, 0)).isEqualTo("I know of one policy.");
        assertThat(text(new Asked.About(Fact.OWNER), 2, 0))
                .isEqualTo("2 policies may be meant. This is what I know of them.");
    }

    private String text(Asked asked, int found, int undated) {
        return texts.of(
                new RegisterAnswer(
                        asked,
                        List.of(SamplePolicies.PASSWORDS, SamplePolicies.PASSWORDS)
                                .subList(0, found),
                        undated,
                        3),
                SamplePolicies.TODAY);
    }
}
