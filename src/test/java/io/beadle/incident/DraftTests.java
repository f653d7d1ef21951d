package io.beadle.incident;

import static io.beadle.incident.SomeIncidents.NOON;
import static io.beadle.incident.SomeIncidents.REPORTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftTests {
    private final Draft begun = Draft.begin("draft-1", REPORTER, "lost-device", Map.of("item", "phone"), NOON);

    @Test
    void nothingTypedIsLost() {
        Draft draft = begun.answered(Map.of("where", "on the train"), NOON.plusSeconds(5))
                .answered(Map.of("where", "at home"), NOON.plusSeconds(9))
                .at(0, NOON.plusSeconds(10));
        assertThat(draft.answers()).isEqualTo(Map.of("item", "phone", "where", "at home"));
        assertThat(draft.step()).isZero();
        assertThat(draft.begun()).isEqualTo(NOON);
        assertThat(draft.touched()).isEqualTo(NOON.plusSeconds(10));
    }

    @Test
    void showingItIsNotTouchingIt() {
        Draft shown = begun.shownIn(new Draft.Place("chat", "29:pat", "card"));
        assertThat(shown.touched()).isEqualTo(NOON);
        assertThat(begun.card()).isNull();
        assertThat(shown.card()).isEqualTo("card");
    }

    @Test
    void whatAMessageSaidIsMarkedUntilItWasSeenTo() {
        assertThat(begun.prefilled()).containsExactly("item");
        assertThat(begun.answered(Map.of("item", "phone"), NOON).prefilled()).containsExactly("item");
        assertThat(begun.confirmed(List.of("item", "where")).prefilled()).isEmpty();
    }

    @Test
    void itsTextsStayOutOfItsString() {
        assertThat(begun).hasToString("Draft[draft-1@0]");
    }
}
