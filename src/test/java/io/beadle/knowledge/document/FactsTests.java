package io.beadle.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.ListedReview;
import io.beadle.knowledge.Passage;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What documents say of themselves and of each other. */
class FactsTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Policy owner: Head of Digital; Head of Digital",
                "Document Owner   Data Officer   Tel: 01632 960111; Data Officer",
                "| **Owned by** | The Records Manager |; The Records Manager",
                "Author: A Writer; A Writer",
                "Author: A Writer\\nPolicy owner: Head of Digital; Head of Digital",
                "Owner: [Your Name]; ",
                "Document Owner:\\nRevision History; ",
                "Everybody owns their mistakes.; "
            })
    void findsWhoOwnsTheDocument(String front, String owner) {
        assertThat(new Facts(front.replace("\\n", "\n")).owner()).isEqualTo(owner);
    }

    @Test
    void takesTheLastApprovalOfTheVersionTableAndNotAnEmptyField() {
        assertThat(new Facts(
                                "1.0\t27/10/2019\tApproved by the Board\n2.0\t25/10/2020\tReviewed\n3.0\t09/04/2021\tApproved")
                        .approved())
                .isEqualTo("09/04/2021");
        assertThat(new Facts("Version\nV.5 December 2019\nApproved\n\nReview\nDecember 2020").approved())
                .isNull();
    }

    @Test
    void findsTheFactsAtTheEndOfALongDocument() {
        String text = "Access policy\n\n" + "All staff keep to this. ".repeat(400)
                + "\n\nDocument control\nVersion: 2.1\nOwner: Head of Digital\nNext review date: 1 May 2027\n";
        Facts facts = new Facts(text);

        assertThat(facts.version()).isEqualTo("2.1");
        assertThat(facts.owner()).isEqualTo("Head of Digital");
        assertThat(facts.review()).isEqualTo("1 May 2027");
    }

    @ParameterizedTest
    @CsvSource({
        "31/10/2024, 2024-10-31",
        "1.2.26, 2026-02-01",
        "6th October 2026, 2026-10-06",
        "Feb 2028, 2028-02-29",
        "2026-10-06, 2026-10-06",
        "31/02/2024, ",
        "soon, "
    })
    void readsDatesAsTheyAreWritten(String written, LocalDate day) {
        assertThat(WrittenDate.last(written).orElse(null)).isEqualTo(day);
    }

    @Test
    void listsWhatADocumentSaysOfOtherPolicies() {
        PolicyDocument document = PolicyDocument.read(SourceText.of("all.txt", """
                1 Introduction
                This policy is reviewed every year by the board of the council, as all the others are, too.

                Appendix A

                List of Policies

                Lending of keys – Review Date 30/04/2027
                 Visitor badges- – Review Date March 2026

                List of Procedures

                • Lost keys, review date: 1 June 2025
                """));

        assertThat(document.listed())
                .containsExactly(
                        new ListedReview("Lending of keys", "policy", LocalDate.of(2027, 4, 30), "all.txt"),
                        new ListedReview("Visitor badges", "policy", LocalDate.of(2026, 3, 31), "all.txt"),
                        new ListedReview("Lost keys", "procedure", LocalDate.of(2025, 6, 1), "all.txt"));
        assertThat(document.passages())
                .filteredOn(passage -> passage.text().contains("Visitor badges"))
                .extracting(Passage::heading)
                .containsExactly("List of Policies");
    }

    @Test
    void aReviewDateOfItsOwnIsNoList() {
        assertThat(PolicyDocument.read(SourceText.of("a.txt", "Key policy – Review Date 30/04/2027\n\nAll keep to it."))
                        .listed())
                .isEmpty();
    }

    @Test
    void factsWithoutAHeadingGetOneAndTheTitleAloneIsNoPassage() {
        PolicyDocument document = PolicyDocument.read(SourceText.of("a.txt", """
                Key lending policy

                Policy owner: Head of Facilities
                Contact: 01632 960111

                1 Purpose
                This policy tells who lends keys and how long they may be kept by those that borrow them.
                """));

        assertThat(document.passages().getFirst().heading()).isEqualTo("Document details");
        assertThat(document.passages()).extracting(Passage::text).doesNotContain("Key lending policy");
    }
}
