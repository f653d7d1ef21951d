package io.beadle.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.Passage;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Documents with the quirks of real ones: lines broken by a PDF, numbers on their own, feet between paragraphs. */
class PolicyDocumentTests {
    private static final String BROKEN_LINES = """
            Visitor Badge Policy
            Document Owner   Head of Facilities
            Tel: 01632 960111
            Version
            V.3 June 2024
            Approved 12 June 2024
            Review
            June 2026

            Contents
            1.
            Introduction
            2.
            Badges
            2.1
            Lost badges

            NOT PROTECTIVELY MARKED
            1

            1.
            Introduction
            This policy tells who may enter the buildings of Fenmarsh District Council and what they must wear while
            they are inside them. It applies to everybody.
            2.
            Badges
            All people in the buildings wear one of the badges that the reception desk hands out, as follows:
            •  staff wear a blue badge with their photograph and the date on which it was issued to
            them by the desk
            •  visitors wear a yellow badge
            2.1
            Lost badges
            (a)
            Tell the reception desk at once when a badge is lost. The desk blocks the badge within the hour and writes
            down who told it1.
            (b)
            A badge that is found again is handed in at the reception desk, which decides whether it can still be

            1 On the form that hangs beside the desk

            NOT PROTECTIVELY MARKED
            2

            used. It is never given to another person by its finder.
            (c)
            Nobody lends a badge, including to:
            (i)
            a colleague
            (ii)
            a visitor who has lost the yellow one

            NOT PROTECTIVELY MARKED
            3
            """;

    private static final String WHOLE_LINES = """
             1.
            Introduction

            1.1
            Keys are a risk that the Council has a duty to manage.  A lost key opens a door to whoever finds it.

            2 Version History

            1.0\t05/10/2019\tCompleted for distribution\tA Writer
            2.0\t09/04/2023\tApproved by the Keys Board. Safes added.\tB Writer

            3 Lending keys

            3.1 The Council lends a key only to a person who has signed for it, and for no more than seven days at a time.
            3.2 Keys are lent for the following reasons:

            · Cleaning of rooms outside working hours.

            · Repairs;

            and

            · Visits by the fire service, who can be asked at keys@fenmarsh.gov.uk

            3.3
            For more about this see the handbook
            """;

    private final PolicyDocument brokenLines = PolicyDocument.read(SourceText.of("badges.txt", BROKEN_LINES));
    private final PolicyDocument wholeLines = PolicyDocument.read(SourceText.of("lending_of-keys.txt", WHOLE_LINES));

    @Test
    void readsWhatTheTitlePageSays() {
        assertThat(brokenLines.policy().title()).isEqualTo("Visitor Badge Policy");
        assertThat(brokenLines.policy().organisation()).isEqualTo("Fenmarsh District Council");
        assertThat(brokenLines.policy().version()).isEqualTo("V.3");
        assertThat(brokenLines.policy().approved()).isEqualTo("12 June 2024");
        assertThat(brokenLines.policy().review()).isEqualTo("June 2026");
    }

    @Test
    void takesTheTitleFromTheFileAndTheVersionFromTheTableWhereNothingElseTells() {
        assertThat(wholeLines.policy().title()).isEqualTo("lending_of-keys");
        assertThat(wholeLines.policy().version()).isEqualTo("2.0");
        assertThat(wholeLines.policy().organisation()).isEqualTo("Fenmarsh");
        assertThat(wholeLines.policy().approved()).isEqualTo("09/04/2023");
    }

    @Test
    void takesTheTitleFromWhatTheDocumentCallsItselfWhereItHasNone() {
        String text = """
                1 Purpose
                All staff keep to this Key Lending Policy and to the Visitor Badge Policy.

                2 Scope
                It applies with the Visitor Badge Policy to all who lend keys.
                """;
        assertThat(PolicyDocument.read(SourceText.of("003_a1.txt", text))
                        .policy()
                        .title())
                .isEqualTo("Key Lending Policy");
    }

    @Test
    void keepsTheFactsOfTheTitlePageAsAPassage() {
        assertThat(brokenLines.passages().getFirst().text())
                .contains("Document Owner   Head of Facilities", "01632 960111", "V.3 June 2024");
    }

    @Test
    void dropsContentsFeetAndPageNumbers() {
        assertThat(brokenLines.passages())
                .extracting(Passage::text)
                .noneMatch(text -> text.contains("MARKED") || text.contains("Contents"))
                .noneMatch(text -> text.matches("(?s).*(^|\n)\\d($|\n).*"));
    }

    @Test
    void takesANumberAloneAndTheHeadingBelowItTogether() {
        assertThat(find(brokenLines, "who may enter")).satisfies(at("1", "Introduction"));
        assertThat(find(brokenLines, "blue badge")).satisfies(at("2", "Badges"));
        assertThat(find(wholeLines, "Keys are a risk")).satisfies(at("1.1", "Introduction"));
    }

    @Test
    void takesTheHeadingOfTheChapterWhereAClauseHasNone() {
        assertThat(find(wholeLines, "has signed for it")).satisfies(at("3.1", "Lending keys"));
        assertThat(find(wholeLines, "see the handbook")).satisfies(at("3.3", "Lending keys"));
    }

    @Test
    void joinsBrokenLinesAndKeepsAListWithItsLeadIn() {
        assertThat(find(brokenLines, "as follows:").text()).endsWith("""
                        as follows:
                        •  staff wear a blue badge with their photograph and the date on which it was issued to them by the desk
                        •  visitors wear a yellow badge""");
        assertThat(find(wholeLines, "following reasons:").text())
                .contains("Cleaning of rooms", "· Repairs;", "and", "fire service");
    }

    @Test
    void cutsAClauseWhereAFootStandsInTheMiddleOfIt() {
        assertThat(find(brokenLines, "Tell the reception").text()).endsWith("whether it can still be");
        assertThat(find(brokenLines, "used. It is never").section()).isEqualTo("2.1");
        assertThat(find(brokenLines, "On the form").text()).isEqualTo("1 On the form that hangs beside the desk");
    }

    @Test
    void keepsNestedLettersWithTheirClause() {
        assertThat(find(brokenLines, "Nobody lends").text())
                .endsWith(
                        "(c) Nobody lends a badge, including to:\n(i) a colleague\n(ii) a visitor who has lost the yellow one");
    }

    @Test
    void keepsTheRowsOfATableApart() {
        assertThat(find(wholeLines, "Keys Board"))
                .satisfies(at("2", "Version History"))
                .extracting(Passage::text)
                .asString()
                .contains("A Writer\n2.0\t09/04/2023");
    }

    @Test
    void readsMarkdownHeadingsAndLeavesOrderedListsLists() {
        PolicyDocument document = PolicyDocument.read(SourceText.of("a.md", """
                # Paper policy

                Version: 1.3

                ## 4 Disposal

                ### 4.1 Bins

                Put paper with names on it:

                1. Into the locked bin
                2. Never into the open bin
                """));

        assertThat(document.policy().title()).isEqualTo("Paper policy");
        assertThat(find(document, "names on it"))
                .satisfies(at("4.1", "Bins"))
                .extracting(Passage::text)
                .isEqualTo("Put paper with names on it:\n1. Into the locked bin\n2. Never into the open bin");
    }

    @Test
    void cutsLongSectionsBetweenClausesAndLongListsBetweenItems() {
        String clause =
                "This sentence has exactly nine words and a stop. ".repeat(7).strip();
        String list = "The rules are:\n" + "- an item of ten words which says nothing at all\n".repeat(40);
        PolicyDocument document = PolicyDocument.read(
                SourceText.of("a.md", "## 1 Long\n\n" + (clause + "\n\n").repeat(4) + "## 2 List\n\n" + list));

        assertThat(document.passages())
                .allSatisfy(passage -> assertThat(passage.text().split("\\s+")).hasSizeLessThanOrEqualTo(220));
        assertThat(document.passages())
                .filteredOn(passage -> "1".equals(passage.section()))
                .isNotEmpty();
        assertThat(find(document, "The rules are:").text()).contains("- an item of ten words");
    }

    @Test
    void givesAPassageTheSameIdAsLongAsItSaysTheSame() {
        PolicyDocument again = PolicyDocument.read(SourceText.of("badges.txt", "\uFEFF" + BROKEN_LINES));
        assertThat(again.passages())
                .extracting(Passage::id)
                .isEqualTo(ids(brokenLines))
                .doesNotHaveDuplicates();

        PolicyDocument changed =
                PolicyDocument.read(SourceText.of("badges.txt", BROKEN_LINES.replace("everybody", "nobody")));
        assertThat(ids(changed))
                .isNotEqualTo(ids(brokenLines))
                .contains(find(brokenLines, "blue badge").id());
    }

    private static List<String> ids(PolicyDocument document) {
        return document.passages().stream().map(Passage::id).toList();
    }

    private static java.util.function.Consumer<Passage> at(String section, String heading) {
        return passage -> {
            assertThat(passage.section()).isEqualTo(section);
            assertThat(passage.heading()).isEqualTo(heading);
        };
    }

    private static Passage find(PolicyDocument document, String words) {
        return document.passages().stream()
                .filter(passage -> Objects.requireNonNull(passage.text()).contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("\"" + words + "\" is in none of " + document.passages()));
    }
}
