package io.beadle.bot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.incident.Answer;
import io.beadle.incident.Incident;
import io.beadle.incident.Report;
import io.beadle.incident.Reporter;
import io.beadle.incident.Said;
import io.beadle.incident.SealedReporters;
import io.beadle.incident.SomeIncidents;
import io.beadle.incident.Statement;
import io.beadle.mongo.SharedStore;
import io.beadle.people.Person;
import io.beadle.teams.Address;
import io.beadle.teams.Address.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missing of a report, given without a card. */
class MissingInWordsTests {
    private final Story story = new Story(SharedStore.newDatabase());
    private final Address chat = story.teams.met("chat", Scope.PERSONAL);
    private MissingInWords missing = story.missingInWords();

    @Test
    void asksForOneFactAMessageUntilNoneIsMissing() {
        String reference = story.sentEarly().reference();
        assertThat(say("missing facts")).contains("missing of " + reference, "What is missing?", "1. Work phone");
        assertThat(say("work phone")).contains("Where was it lost or stolen?");
        assertThat(say("The 38 bus")).contains("When did it happen?", "1. Just now");
        assertThat(say("this morning")).contains("Was it locked?");
        say("1");
        assertThat(say("lost")).contains("first notice");
        assertThat(say("just now")).contains("Where could it be now?");
        say("not known");
        say("e-mail");
        assertThat(say("ABC123456")).contains("in your own words");
        assertThat(say("What do I do if my phone is lost?")).contains("A number we can ring you on");
        assertThat(say("01632 960777")).contains("Nothing is missing of this report");

        Incident incident = story.incidents.find(reference).orElseThrow();
        assertThat(incident.missing()).isEmpty();
        assertThat(incident.current("what")).map(Answer::value).contains("phone");
        assertThat(incident.current("happened")).map(Answer::shown).contains("This morning, Saturday 21 November 2026");
        assertThat(incident.statements()).extracting(Statement::kind).containsOnly(Statement.Kind.SUPPLIED);
        assertThat(said("hello")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing facts",
                "Add the missing facts please.",
                "what is missing?",
                "What\u2019s missing of INC-2026-0001?",
                "give missing details for inc-2026-0001",
            })
    void beginsHoweverItIsSaid(String text) {
        story.sentEarly();
        assertThat(say(text)).contains("What is missing?", "1. Work phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"My phone is missing", "what is missing from the policy on facts?", "missing"})
    void leavesTheRestToOthers(String text) {
        story.sentEarly();
        assertThat(said(text)).isEmpty();
    }

    @Test
    void anAnswerIsHeldAgainstTheRulesOfTheCard() {
        story.sentEarly();
        say("missing facts");
        assertThat(say("my hat")).contains("could not match", "What is missing?");
        skipTo("When did it happen?");
        assertThat(say("next Friday")).contains("could not match", "When did it happen?");
        skipTo("A number we can ring you on");
        assertThat(say("my desk")).contains("Please give a telephone number", "A number we can ring you on");
        assertThat(story.incidents.find("INC-2026-0001").orElseThrow().statements())
                .isEmpty();
    }

    @Test
    void whatIsSkippedStaysMissingAndIsAskedForAgain() {
        story.sentEarly();
        say("missing facts");
        assertThat(skipTo("Still missing")).contains("Still missing: 11.", "missing facts INC-2026-0001");
        assertThat(said("skip")).isEmpty();
        assertThat(say("missing facts inc-2026-0001")).contains("What is missing?");
    }

    @Test
    void goesOnAfterARestartButNotAfterHalfAnHour() {
        story.sentEarly();
        say("missing facts");
        missing = story.missingInWords();
        assertThat(say("laptop")).contains("Where was it lost");
        story.now.updateAndGet(now -> now.plus(Duration.ofMinutes(30)));
        assertThat(said("On the train")).isEmpty();
        assertThat(missing.sweep(story.now.get())).isZero();
        assertThat(missing.sweep(story.now.get().plusMillis(1))).isEqualTo(1);
        assertThat(story.stored.facts().of("pat")).isEmpty();
    }

    @Test
    void stopEndsItAndAnotherReportOrTheListIsNoAnswer() {
        story.sentEarly();
        say("missing facts");
        assertThat(said("my reports")).isEmpty();
        assertThat(say("stop")).contains("stopped asking");
        assertThat(said("1")).isEmpty();
        say("missing facts");
        assertThat(said("report a lost laptop in words")).isEmpty();
        assertThat(said("1")).isEmpty();
    }

    @Test
    void aFactGivenOnACardMeanwhileIsNotAskedForAgain() {
        story.sentEarly();
        say("missing facts");
        story.incidents.change(
                "INC-2026-0001",
                i -> i.say(
                        new Said.Answered(
                                "k",
                                List.of(new Answer("what", "What?", "phone", "Work phone", true)),
                                i.missing().stream()
                                        .filter(id -> !id.equals("what"))
                                        .toList(),
                                i.severity(),
                                Story.PAT),
                        story.now.get()));
        assertThat(say("tablet")).contains("Where was it lost");
        assertThat(story.incidents.find("INC-2026-0001").orElseThrow().current("what"))
                .map(Answer::value)
                .contains("phone");
    }

    @Test
    void whatAHeldAccountSaysIsKeptAside() {
        story.sentEarly();
        story.incidents.change("INC-2026-0001", i -> i.flagged(Set.of(Incident.ACCOUNT)));
        say("missing facts");
        say("phone");
        assertThat(skipTo("Still missing")).contains("Still missing: 10.", "waits until IT has confirmed your account");
        assertThat(story.incidents.find("INC-2026-0001").orElseThrow().statements())
                .allMatch(Statement::held);
    }

    @Test
    void nobodyIsAskedForAnothersReportNorWhereOthersReadAlong() {
        Person other = new Person("kim", "Kim");
        Incident early = story.sentEarly();
        story.incidents.report(
                "kims",
                2026,
                r -> SomeIncidents.lostPhone(r, "kims", other, story.now.get()).lacking(List.of("contact")));
        assertThat(say("missing facts INC-2026-0002")).contains("do not know this report");
        assertThat(say("missing facts INC-2026-0099")).contains("do not know this report");
        Address channel = story.teams.met("tearoom", Scope.CHANNEL);
        assertThat(Story.taken(missing::said, "missing facts", channel)).isEmpty();
        assertThat(story.stored.facts().of("pat")).isEmpty();
        assertThat(early.missing()).isNotEmpty();
    }

    @Test
    void ofAReportInConfidenceNothingIsStoredThatNamesItsReporter() {
        Incident early = story.sentEarly();
        Report report = early.report();
        story.incidents.report(
                "sealed",
                2026,
                r -> Incident.reported(
                                r,
                                "sealed",
                                new Report(
                                        report.type(),
                                        report.title(),
                                        new Reporter.Sealed(),
                                        null,
                                        null,
                                        report.reported(),
                                        report.answers()),
                                early.severity(),
                                Duration.ofHours(1))
                        .lacking(early.missing()));
        story.stored.sealed().seal("sealed", new SealedReporters.Sealed(Story.PAT, Story.CHAT));
        assertThat(say("missing facts INC-2026-0002")).contains("in confidence", "Add what is missing");
        assertThat(story.stored.facts().of("pat")).isEmpty();
        assertThat(say("missing facts")).contains("missing of INC-2026-0001");
    }

    private String skipTo(String text) {
        String reply = say("skip");
        for (int i = 0; i < 20 && !reply.contains(text); i++) {
            reply = say("skip");
        }
        return reply;
    }

    private String say(String text) {
        return said(text).getFirst();
    }

    private List<String> said(String text) {
        return Story.taken(missing::said, text, chat);
    }
}
