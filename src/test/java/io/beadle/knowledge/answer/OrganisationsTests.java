package io.beadle.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.knowledge.Passage;
import io.beadle.knowledge.Policy;
import io.beadle.knowledge.index.Found;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationsTests {
    private static final List<Policy> POLICIES = List.of(
            policy("fenmarsh.md", "Fenmarsh County Council"), policy("upton.md", "WLDC"), policy("paper.md", null));

    private final Organisations organisations = new Organisations(
            POLICIES, (word, names) -> word.equals("fenmrash") ? Optional.of("fenmarsh") : Optional.empty());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            who lends keys at Fenmarsh             | who lends keys
            Fenmarsh's policy on keys              | policy on keys
            may I lend a key? (Fenmarsh)           | may I lend a key?
            what does FCC say about keys           | what does   say about keys
            fenmarsh county council keys           | keys
            keys at fenmrash                       | keys
            """)
    void takesTheNameOfACouncilForAFilter(String question, String query) {
        Organisations.Scope scope = organisations.scope(question, null);

        assertThat(scope.files()).containsExactly("fenmarsh.md", "paper.md");
        assertThat(scope.query()).isEqualTo(query);
        assertThat(scope.stranger()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"who lends keys at West Lindsey", "WLDC keys", "the west lindsey cabinet and keys"})
    void knowsACouncilByItsInitialsWhereNothingElseIsWritten(String question) {
        assertThat(organisations.scope(question, null).files()).containsExactly("upton.md", "paper.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is Bristol's policy on keys?",
                "the wolverhampton council helpdesk number",
                "who lends keys at leeds",
                "May I lend a key? (Cardiff)",
                "Does Nowhereshire County Council lend keys?",
            })
    void knowsAStranger(String question) {
        assertThat(organisations.scope(question, "Fenmarsh").stranger()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "does the council lend keys",
                "Is Council property insured?",
                "Does a councillor get a key?",
                "I lost my key on the road to York",
                "The County Council keys",
                "what does reading a policy take",
                "Where Laptops are kept",
            })
    void takesNoOtherWordForACouncil(String question) {
        Organisations.Scope scope = organisations.scope(question, null);

        assertThat(scope.stranger()).isFalse();
        assertThat(scope.files()).hasSize(3);
    }

    @Test
    void putsDocumentsThatDoNotTellWhoseTheyAreBehindThoseThatDo() {
        List<Found> found = List.of(found("paper.md", 0.52), found("fenmarsh.md", 0.5));

        assertThat(organisations.scope("keys", "Fenmarsh").ownFirst(found))
                .extracting(one -> one.passage().document())
                .containsExactly("fenmarsh.md", "paper.md");
        assertThat(organisations.scope("keys", null).ownFirst(found)).isEqualTo(found);
    }

    private static Found found(String document, double score) {
        return new Found(new Passage("1", document, "Keys", null, null, null, null, "Keys.", score), 0, 0, 0, 0, 0);
    }

    private static Policy policy(String document, @Nullable String organisation) {
        return new Policy(document, "Keys", organisation, null, null, null, null);
    }
}
