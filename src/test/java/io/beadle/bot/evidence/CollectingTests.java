package io.beadle.bot.evidence;

import static io.beadle.bot.evidence.Sending.PAT;
import static io.beadle.bot.evidence.Sending.file;
import static io.beadle.bot.evidence.Sending.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.bot.turn.Reply;
import io.beadle.card.CardAction;
import io.beadle.incident.Draft;
import io.beadle.incident.Incident;
import io.beadle.incident.SomeIncidents;
import io.beadle.incident.WaitingFile;
import io.beadle.teams.Address.Scope;
import io.beadle.teams.SentFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectingTests {
    private static final SentFile PHOTO = file("photo.jpg", "http://127.0.0.1:1/photo");
    private static final SentFile LETTER = file("letter.pdf", "http://127.0.0.1:1/letter");

    private final Sending sending = new Sending();

    @Test
    void warnsBeforeAnythingIsFetched() {
        sending.draft();
        assertThat(sending.sends("", PHOTO, LETTER))
                .singleElement()
                .asString()
                .contains(
                        "Never copy, photograph or send images of abuse",
                        "01632 960100",
                        "the report you have under way")
                .doesNotContain("photo.jpg", "127.0.0.1");
        assertThat(asked()).hasSize(2);
        assertThat(due()).isEmpty();
    }

    @Test
    void onceItIsSafeTheReportsFilesAreFetchedWithoutAskingAgain() {
        Draft draft = sending.draft();
        sending.sends("", PHOTO);
        assertThat(shown(keep(draft.id(), ""))).contains("I am getting what you sent");
        assertThat(asked()).isEmpty();
        assertThat(due()).singleElement().extracting(WaitingFile::report).isEqualTo(draft.id());

        assertThat(sending.sends("", LETTER)).singleElement().asString().contains("getting what you sent");
        assertThat(due()).hasSize(2);
        assertThat(shown(keep(draft.id(), ""))).contains("nothing left to keep");
    }

    @Test
    void eachReportIsWarnedOfByItself() {
        Draft draft = sending.draft();
        sending.sends("", PHOTO);
        keep(draft.id(), "");
        Incident other = sending.report("d2", PAT);
        assertThat(sending.sends("for " + other.reference(), PHOTO))
                .singleElement()
                .asString()
                .contains("Never copy", other.reference());
    }

    @Test
    void whatIsNotSafeIsForgottenUnread() {
        Draft draft = sending.draft();
        sending.sends("", PHOTO);
        Reply reply = sending.collecting().drop(new CardAction.DropEvidence(draft.id()), pressing());
        assertThat(shown(reply)).contains("I have looked at nothing of it", "01632 960100");
        assertThat(asked()).isEmpty();
        assertThat(due()).isEmpty();
        assertThat(sending.waiting.isConfirmed(draft.id())).isFalse();
    }

    @Test
    void aReferenceInTheTextSaysWhichReport() {
        sending.draft();
        Incident sent = sending.report("d2", PAT);
        assertThat(sending.sends("this is for " + sent.reference().toLowerCase(java.util.Locale.ROOT) + ".", PHOTO))
                .singleElement()
                .asString()
                .contains(sent.reference());
        assertThat(asked()).singleElement().extracting(WaitingFile::report).isEqualTo("d2");
    }

    @Test
    void nobodyAddsToAnothersReport() {
        Incident others = sending.report("d2", SomeIncidents.ALEX);
        for (String reference : List.of(others.reference(), "INC-1999-0001")) {
            assertThat(sending.sends(reference, PHOTO))
                    .singleElement()
                    .asString()
                    .contains("no report of yours with the reference " + reference);
        }
        assertThat(asked()).isEmpty();
        sending.report("d3", PAT);
        sending.sends("", PHOTO);
        assertThat(shown(keep("d3", "")).contains("getting")).isTrue();
        sending.report("d4", PAT);
        sending.sends("", PHOTO);
        assertThat(shown(keep("", "d2"))).contains("Please choose the report", "INC-2026-0002");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void severalReportsAreOfferedAndTheOneChosenGetsTheFiles() {
        Incident first = sending.report("d1", PAT);
        Incident second = sending.report("d2", PAT);
        assertThat(sending.sends("", PHOTO))
                .singleElement()
                .asString()
                .contains("Which report is it for?", first.reference(), second.reference());
        assertThat(shown(keep("", ""))).contains("Please choose the report it is for", "Never copy");
        assertThat(shown(keep("", "d1"))).contains(first.reference());
        assertThat(due()).singleElement().extracting(WaitingFile::report).isEqualTo("d1");
    }

    @Test
    void theReferenceAloneAnswersWhichReport() {
        sending.report("d1", PAT);
        Incident second = sending.report("d2", PAT);
        assertThat(named(second.reference())).as("no file waits").isEmpty();
        sending.sends("", PHOTO);
        assertThat(named("INC-2026-9999")).singleElement().asString().contains("no report of yours");
        assertThat(named("what is " + second.reference() + "?")).isEmpty();
        assertThat(named(" " + second.reference() + ". "))
                .singleElement()
                .asString()
                .contains("Never copy", second.reference());
        assertThat(shown(keep("d2", ""))).contains("getting");
        assertThat(due()).singleElement().extracting(WaitingFile::report).isEqualTo("d2");
    }

    @Test
    void aReportThatIsClosedIsOfferedNoMoreButCanBeNamed() {
        Incident closed = sending.report("d1", PAT);
        sending.incidents.change(
                closed.reference(),
                i -> i.acknowledge(SomeIncidents.ALEX, i.acknowledgeBy())
                        .acknowledge(SomeIncidents.BLAKE, i.acknowledgeBy())
                        .close("resolved", SomeIncidents.ALEX, i.acknowledgeBy()));
        assertThat(sending.sends("", PHOTO)).singleElement().asString().contains("only with a report");
        assertThat(sending.sends(closed.reference(), PHOTO))
                .singleElement()
                .asString()
                .contains("Never copy");
    }

    @Test
    void withoutAReportNothingIsKeptAndItSaysWhatToDo() {
        assertThat(sending.sends("", PHOTO))
                .singleElement()
                .asString()
                .contains("report an incident", "Never send images of abuse");
        assertThat(asked()).isEmpty();
    }

    @Test
    void whatIsNotTakenIsSaidAtOnceAndTheRestGoesOn() {
        sending.draft();
        assertThat(sending.sends("", file("a.zip", "x"), PHOTO, file("b.zip", "x"), file("c.exe", "x")))
                .hasSize(3)
                .satisfies(said -> assertThat(said.get(0)).contains("archives"))
                .satisfies(said -> assertThat(said.get(1)).contains("program"))
                .satisfies(said -> assertThat(said.get(2)).contains("Never copy"));
        assertThat(asked()).hasSize(1);
        assertThat(sending.sends("", file("a.svg", "x"))).hasSize(1);
    }

    @Test
    void nothingIsTakenWhereOthersReadAlong() {
        sending.draft();
        List<String> said = new java.util.ArrayList<>();
        sending.collecting()
                .sent(List.of(PHOTO), sending.turn("", sending.teams.met("group", Scope.GROUP)), message -> {
                    said.add(String.valueOf(message.text()));
                    return "";
                });
        assertThat(said).singleElement().asString().contains("in our personal chat");
        assertThat(asked()).isEmpty();

        sending.sends("", PHOTO);
        assertThat(sending.collecting()
                        .keep(
                                new CardAction.KeepEvidence("draft-1", ""),
                                sending.turn("", sending.teams.met("group", Scope.GROUP))))
                .isInstanceOf(Reply.Tell.class);
        assertThat(due()).isEmpty();
    }

    @Test
    void anotherPersonsCardDoesNothing() {
        Draft draft = sending.draft();
        sending.sends("", PHOTO);
        io.beadle.bot.turn.Turn others =
                new io.beadle.bot.turn.Turn(SomeIncidents.ALEX, "29:alex", sending.chat, "29:alex", "", "card-1");
        assertThat(shown(sending.collecting().keep(new CardAction.KeepEvidence(draft.id(), ""), others)))
                .contains("nothing left to keep");
        assertThat(shown(sending.collecting().drop(new CardAction.DropEvidence(draft.id()), others)))
                .contains("not kept");
        assertThat(asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "INC-2026-0001", "the letter for inc-2026-0001, as promised"})
    void aTextThatOnlySaysWhichReportAsksNothing(String text) {
        assertThat(Collecting.isAboutFiles(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I lost my phone", "XINC-2026-0001", "INC-26-1", "INC-2026-0001-b", "REINC-2026-00012345678901"})
    void anyOtherTextIsReadAsAlways(String text) {
        assertThat(Collecting.isAboutFiles(text)).isFalse();
    }

    private List<String> named(String text) {
        List<String> shown = new java.util.ArrayList<>();
        boolean taken = sending.collecting().named(sending.turn(text, sending.chat), message -> {
            shown.add(
                    message.card() == null
                            ? String.valueOf(message.text())
                            : message.card().toString());
            return "";
        });
        assertThat(taken).isEqualTo(!shown.isEmpty());
        return shown;
    }

    private Reply keep(String report, String chosen) {
        return sending.collecting().keep(new CardAction.KeepEvidence(report, chosen), pressing());
    }

    private io.beadle.bot.turn.Turn pressing() {
        return sending.turn("", sending.chat);
    }

    private List<WaitingFile> asked() {
        return sending.waiting.askedOf(PAT.id());
    }

    private List<WaitingFile> due() {
        return sending.waiting.due(sending.now.get(), 99);
    }
}
