package io.beadle.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SectionTests {
    @Test
    void aHeadingIsWrittenOnceAndNumberedByWhatItsClausesHaveInCommon() {
        List<Section> sections = Section.of(List.of(
                passage(null, null),
                passage("4.1", "Passwords"),
                passage("4.2(a)", "Passwords"),
                passage("5.1", "Phones"),
                passage("5.1(b)", "Phones")));

        assertThat(sections).extracting(Section::number).containsExactly(null, "4", "5.1");
        assertThat(sections).extracting(Section::heading).containsExactly(null, "Passwords", "Phones");
        assertThat(sections.get(1).passages())
                .extracting(sections.get(1)::ownNumber)
                .containsExactly("4.1", "4.2(a)");
        assertThat(sections.get(2).passages())
                .extracting(sections.get(2)::ownNumber)
                .containsExactly(null, "5.1(b)");
    }

    @Test
    void aSectionOfASectionIsOneLevelBelowIt() {
        List<Section> sections = Section.of(List.of(
                passage("1", "About"),
                passage("1.1", "Purpose"),
                passage("1.1.1", "Scope"),
                passage("1.1.1.1", "Detail"),
                passage("2.1", "No chapter above it"),
                passage(null, "Appendix")));

        assertThat(sections).extracting(Section::level).containsExactly(2, 3, 4, 4, 2, 2);
    }

    @Test
    void clausesWithoutAHeadingKeepTheirNumbers() {
        Section section = Section.of(List.of(passage("7", null))).getFirst();

        assertThat(section.ownNumber(section.passages().getFirst())).isEqualTo("7");
    }

    private static Passage passage(@Nullable String section, @Nullable String heading) {
        return new Passage("id" + section, "a.md", "A", null, section, heading, null, "Text.", 0);
    }
}
