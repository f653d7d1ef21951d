package io.beadle.bot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Incident;
import io.beadle.incident.Said;
import io.beadle.incident.SomeIncidents;
import io.beadle.incident.Statement;
import io.beadle.mongo.SharedStore;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.Address.Scope;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More about a report in one message that names it. */
class MoreInWordsTests {
    private static final Person ALEX = new Person("alex", "Alex Marsh");

    private final Story story = new Story(SharedStore.newDatabase());
    private final Address chat = story.teams.met("chat", Scope.PERSONAL);
    private final MoreInWords more = story.moreInWords();

    @BeforeEach
    void report() {
        story.sentEarly();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add INC-2026-0001 It has a red case.",
                "Please add to inc-2026-0001: It has a red case.",
                "add this to INC-2026-0001,\nIt has a red case."
            })
    void somethingIsAdded(String text) {
        assertThat(say(text)).contains("Thank you. The team sees it.");
        assertThat(incident().statements()).singleElement().satisfies(said -> {
            assertThat(said.kind()).isEqualTo(Statement.Kind.ADDED);
            assertThat(said.text()).isEqualTo("It has a red case.");
            assertThat(said.by()).isEqualTo(Story.PAT);
        });
    }

    @Test
    void theOldestQuestionOfTheDeskIsAnsweredFirst() {
        ask("first", "Which *page*?");
        ask("second", "Which screen?");
        assertThat(say("answer INC-2026-0001")).contains("Which \\*page\\*?", "Say \"answer INC-2026-0001\"");
        assertThat(say("answer INC-2026-0001 The page on housing.")).contains("Thank you");
        assertThat(incident().unanswered()).extracting(Statement::key).containsExactly("second");
        assertThat(say("reply to INC-2026-0001: The left one")).contains("Thank you");
        assertThat(incident().statements(Statement.Kind.ANSWERED))
                .extracting(Statement::text)
                .containsExactly("The page on housing.", "The left one");
        assertThat(say("answer INC-2026-0001 And more")).contains("no open question", "add INC-2026-0001");
    }

    @Test
    void whatIsEmptyOrTooLongIsNotTaken() {
        assertThat(say("add INC-2026-0001")).contains("Say \"add INC-2026-0001\"");
        assertThat(say("add INC-2026-0001 " + "x".repeat(2_001))).contains("2,001");
        assertThat(incident().statements()).isEmpty();
    }

    @Test
    void aHeldAccountIsShownNoQuestionAndWhatItSaysIsKeptAside() {
        ask("first", "Which page?");
        story.incidents.change("INC-2026-0001", i -> i.flagged(Set.of(Incident.ACCOUNT)));
        assertThat(say("answer INC-2026-0001")).contains("INC-2026-0001").doesNotContain("Which page?");
        assertThat(say("answer INC-2026-0001 The page on housing")).contains("waits until IT has confirmed");
        assertThat(incident().statements()).last().matches(Statement::held);
    }

    @Test
    void nobodyAddsToAnothersReportNorWhereOthersReadAlong() {
        assertThat(say("add INC-2026-0009 I was there")).contains("do not know this report");
        story.incidents.report(
                "kims", 2026, r -> SomeIncidents.lostPhone(r, "kims", new Person("kim", "Kim"), story.now.get()));
        assertThat(say("add INC-2026-0002 I was there")).contains("do not know this report");
        Address channel = story.teams.met("tearoom", Scope.CHANNEL);
        assertThat(Story.taken(more::said, "add INC-2026-0001 I was there", channel)
                        .getFirst())
                .contains("personal chat");
        assertThat(incident().statements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"add something", "INC-2026-0001", "What does INC-2026-0001 answer?", "answer the phone"})
    void leavesTheRestToOthers(String text) {
        assertThat(Story.taken(more::said, text, chat)).isEmpty();
    }

    private void ask(String key, String text) {
        story.incidents.change("INC-2026-0001", i -> i.say(new Said.Asked(key, text, ALEX), story.now.get()));
    }

    private Incident incident() {
        return story.incidents.find("INC-2026-0001").orElseThrow();
    }

    private String say(String text) {
        List<String> replies = Story.taken(more::said, text, chat);
        return replies.getFirst();
    }
}
