package io.beadle.bot.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.search.SearchWords.Wanted;
import io.beadle.card.TestCards;
import io.beadle.incident.IncidentQuery.State;
import io.beadle.incident.Severity;
import io.beadle.register.Search;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTests {
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);

    private final SearchWords words = new SearchWords(TestCards.bundled().types());

    @ParameterizedTest
    @ValueSource(strings = {"INC-2026-0042", "inc-2026-0042?", "show me INC-2026-0042", "Find inc-2026-0042"})
    void readsAReference(String text) {
        assertThat(words.read(text, SATURDAY)).contains(new Wanted.One("INC-2026-0042"));
    }

    @ParameterizedTest
    @CsvSource({
        "open, OPEN",
        "Open incidents?, OPEN",
        "show all open cases, OPEN",
        "overdue, OVERDUE",
        "what is overdue?, OVERDUE",
        "unassigned, UNASSIGNED",
        "closed this month, CLOSED",
    })
    void readsAState(String text, State state) {
        assertThat(read(text).state()).isEqualTo(state);
    }

    @Test
    void readsWhoseItIsAndHowBad() {
        assertThat(read("mine").mine()).isTrue();
        assertThat(read("open assigned to me").mine()).isTrue();
        assertThat(read("high open").severities()).containsExactly(Severity.HIGH);
        assertThat(read("medium and high incidents").severities())
                .containsExactlyInAnyOrder(Severity.MEDIUM, Severity.HIGH);
        assertThat(read("exercises").exercises()).isTrue();
    }

    @Test
    void readsTypesByTheirTitlesAndTheWordsByWhichTheyAreRecognised() {
        Search laptops = read("laptop since June");
        assertThat(laptops.types()).contains("lost-device");
        assertThat(laptops.since()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(laptops.before()).isNull();
        Search mails = read("e-mail to wrong person last week");
        assertThat(mails.types()).contains("email-wrong-recipient");
        assertThat(mails.since()).isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(mails.before()).isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(read("find lost papers").types()).isEqualTo(Set.of("lost-papers"));
    }

    @ParameterizedTest
    @CsvSource({
        "open since monday, 2026-11-16, ",
        "open since 3 June, 2026-06-03, ",
        "closed before 1/10/2026, , 2026-10-01",
        "open in October, 2026-10-01, 2026-11-01",
        "incidents from May to July, 2026-05-01, 2026-07-01",
        "incidents 2025, 2025-01-01, 2026-01-01",
    })
    void readsTimes(String text, @Nullable LocalDate since, @Nullable LocalDate before) {
        assertThat(read(text).since()).isEqualTo(since);
        assertThat(read(text).before()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What do I do if my laptop is stolen?",
                "I've lost my laptop",
                "lost laptop",
                "laptop",
                "my laptop was stolen last week",
                "Is the leisure centre open?",
                "open the door policy",
                "report a lost phone",
                "my reports",
                "help",
                "what changed in the mobile policy since June?",
                "how long do I keep minutes?",
                "overdue policies",
                "",
            })
    void readsNothingIntoAQuestionOrAReport(String text) {
        assertThat(words.read(text, SATURDAY)).isEmpty();
    }

    private Search read(String text) {
        return words.read(text, SATURDAY)
                .map(wanted -> switch (wanted) {
                    case Wanted.Several several -> several.search();
                    case Wanted.One one -> throw new AssertionError(one);
                })
                .orElseThrow(() -> new AssertionError("No search: " + text));
    }
}
