package io.beadle.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.content.Glossary;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThesaurusTests {
    private static final Thesaurus THESAURUS = new Thesaurus(new Glossary(List.of(
            List.of("laptop", "mobile device"),
            List.of("phone", "mobile device"),
            List.of("stolen", "theft"),
            List.of("the", "and"))));

    @Test
    void findsWhatMayStandForAWordInWhateverForm() {
        var related = THESAURUS.related(Stems.of("My laptops were stolen"));

        assertThat(related.get("laptop")).containsExactly(List.of("mobil", "devic"));
        assertThat(related.get("stolen")).containsExactly(List.of("theft"));
        assertThat(related).hasSize(2);
    }

    @Test
    void keepsGroupsApartThatHaveAWordInCommon() {
        assertThat(THESAURUS.related(Stems.of("phone")).get("phone")).doesNotContain(List.of("laptop"));
        assertThat(THESAURUS.related(Stems.of("mobile devices")).get("devic"))
                .containsExactlyInAnyOrder(List.of("laptop"), List.of("phone"));
    }

    @Test
    void knowsAPhraseOnlyAsAWhole() {
        assertThat(THESAURUS.related(Stems.of("a device that is mobile"))).isEmpty();
    }

    @Test
    void writesAShortFormOutBehindItForTheModels() {
        Thesaurus thesaurus = new Thesaurus(new Glossary(List.of(
                List.of("SAR", "information we hold on them", "subject access request"), List.of("IT", "ICT"))));

        assertThat(thesaurus.spelledOut("when is a sar due, asks IT"))
                .isEqualTo("when is a sar (subject access request) due, asks IT");
    }

    @Test
    void isEmptyForAnEmptyGlossary() {
        assertThat(Thesaurus.EMPTY.related(Stems.of("laptop"))).isEmpty();
        assertThat(Thesaurus.EMPTY.words()).isEmpty();
    }
}
