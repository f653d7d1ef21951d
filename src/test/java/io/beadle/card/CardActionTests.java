package io.beadle.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardActionTests {
    @Test
    void readsAStepWithItsAnswers() {
        Map<String, Object> data =
                Map.of("verb", "report.next", "draft", "d1", "step", 2, "answer-where", " the train ", "where", "no");
        CardAction next = new CardAction.Next("d1", 2, Map.of("where", "the train"));
        assertThat(CardAction.parse("report.next", data)).isEqualTo(next);
        assertThat(CardAction.parse(null, data)).isEqualTo(next);
    }

    @Test
    void readsEveryOtherAction() {
        Map<String, Object> data = Map.of("draft", "d1", "step", "3", "type", "t", "incident", "INC-2026-0001");
        assertThat(CardAction.parse("report.choose", data)).isEqualTo(new CardAction.ChooseType());
        assertThat(CardAction.parse("register.said", Map.of("question", "Who owns it?")))
                .isEqualTo(new CardAction.PolicySays("Who owns it?"));
        assertThat(CardAction.parse("report.group", Map.of("group", "lost")))
                .isEqualTo(new CardAction.ChooseGroup("lost"));
        assertThat(CardAction.parse("report.mine", data)).isEqualTo(new CardAction.MyReports());
        assertThat(CardAction.parse("report.start", data)).isEqualTo(new CardAction.StartReport("t"));
        assertThat(CardAction.parse("report.back", data)).isEqualTo(new CardAction.Back("d1", 3, Map.of()));
        assertThat(CardAction.parse("report.edit", data)).isEqualTo(new CardAction.Edit("d1", 3));
        assertThat(CardAction.parse("report.send", data)).isEqualTo(new CardAction.Send("d1", 3, Map.of()));
        assertThat(CardAction.parse("report.cancel", data)).isEqualTo(new CardAction.Cancel("d1"));
        assertThat(CardAction.parse("incident.acknowledge", data))
                .isEqualTo(new CardAction.Acknowledge("INC-2026-0001"));
    }

    @Test
    void readsWhatIsPressedAboutRoles() {
        Map<String, Object> data =
                Map.of("role", "dpo", "appointment", "a1", "change", "true", "proposal", "p1", "answer-holder", "a2");
        assertThat(role("roles.show", data)).isEqualTo(new RoleAction.ShowRoles());
        assertThat(role("roles.role", Map.of("answer-role", "siro"))).isEqualTo(new RoleAction.OpenRole("siro"));
        assertThat(role("roles.role", data)).isEqualTo(new RoleAction.OpenRole("dpo"));
        assertThat(role("roles.appoint", data)).isEqualTo(new RoleAction.Appoint("dpo"));
        assertThat(role("roles.change", data)).isEqualTo(new RoleAction.Change("dpo", "a2"));
        assertThat(role("roles.remove", data)).isEqualTo(new RoleAction.Remove("dpo", "a2"));
        assertThat(role("roles.save", data)).isEqualTo(new RoleAction.Save("a1", "dpo", true, Map.of("holder", "a2")));
        assertThat(role("roles.away", data)).isEqualTo(new RoleAction.Away());
        assertThat(role("roles.away.save", data)).isEqualTo(new RoleAction.SaveAway(Map.of("holder", "a2")));
        assertThat(role("roles.present", data)).isEqualTo(new RoleAction.Present());
        assertThat(role("roles.look", data)).isEqualTo(new RoleAction.Look("p1"));
        assertThat(role("roles.consent", data)).isEqualTo(new RoleAction.Consent("p1"));
        assertThat(role("roles.refuse", data)).isEqualTo(new RoleAction.Refuse("p1"));
    }

    private static Object role(String verb, Map<String, Object> data) {
        return CardAction.parse(verb, data) instanceof CardAction.OfRoles roles ? roles.action() : "another action";
    }

    @Test
    void aChoiceOfTypeThatLeadsToAReportWithoutANameStaysOne() {
        Map<String, Object> data = Map.of("naming", "confidential", "type", "t", "group", "g", "draft", "d1");
        assertThat(CardAction.parse("report.start", data))
                .isEqualTo(new CardAction.WithoutName("confidential", "", new CardAction.StartReport("t"), Map.of()));
        assertThat(CardAction.parse("report.group", data))
                .isEqualTo(new CardAction.WithoutName("confidential", "", new CardAction.ChooseGroup("g"), Map.of()));
        assertThat(CardAction.parse("report.unnamed", Map.of("draft", "d1", "answer-where", "here")))
                .isEqualTo(new CardAction.WithoutName("", "d1", new CardAction.ChooseType(), Map.of("where", "here")));
    }

    @Test
    void whatACardCarriesStandsInEveryActionAndNowhereElse() {
        Map<String, Object> action = Map.of(
                "type",
                "Action.Execute",
                "data",
                Map.of("verb", "v"),
                "fallback",
                Map.of("type", "Action.Submit", "data", Map.of("verb", "v")));
        Card card = new Card(Map.of("type", "AdaptiveCard", "body", List.of(action, Map.of("data", Map.of()))), "s");
        Map<String, Object> data = Map.of("verb", "v", "naming", "n");
        Map<String, Object> carrying = Map.of(
                "type", "Action.Execute", "data", data, "fallback", Map.of("type", "Action.Submit", "data", data));
        assertThat(card.carrying("naming", "n").json().get("body"))
                .isEqualTo(List.of(carrying, Map.of("data", Map.of())));
    }

    @Test
    void readsWhatIsToBecomeOfEvidence() {
        Map<String, Object> data = Map.of("report", "d1", "incident", "INC-2026-0001", "answer-chosen", "d2");
        assertThat(CardAction.parse("evidence.keep", data)).isEqualTo(new CardAction.KeepEvidence("d1", "d2"));
        assertThat(CardAction.parse("evidence.keep", Map.of("chosen", "d2")))
                .isEqualTo(new CardAction.KeepEvidence("", ""));
        assertThat(CardAction.parse("evidence.drop", data)).isEqualTo(new CardAction.DropEvidence("d1"));
    }

    @Test
    void readsWhatIsDoneAboutACase() {
        Map<String, Object> data = new HashMap<>(Map.of("incident", "INC-2026-0001", "answer-wanted", "note"));
        assertThat(CardAction.parse("case.act", data)).isEqualTo(new CardAction.ChooseAct("INC-2026-0001", "note"));
        data.put("what", "join");
        assertThat(CardAction.parse("case.act", data)).isEqualTo(new CardAction.ChooseAct("INC-2026-0001", "join"));
        data.put("about", "2");
        assertThat(CardAction.parse("case.show", data)).isEqualTo(new CardAction.ShowCase("INC-2026-0001", 2));
        data.putAll(Map.of("form", "k", "drawn", "text,people", "answer-people", 12, "answer-other", List.of()));
        assertThat(CardAction.parse("case.do", data))
                .isEqualTo(new CardAction.DoAct(
                        "INC-2026-0001",
                        "join",
                        "2",
                        "k",
                        List.of("text", "people"),
                        Map.of("wanted", "note", "people", "12")));
        assertThat(CardAction.parse("case.show", Map.of("about", "-1; drop")))
                .isEqualTo(new CardAction.ShowCase("", 0));
    }

    @Test
    void readsAnAnswerBackAsItWasPutOnTheCard() {
        for (ShownAnswer shown : List.of(
                new ShownAnswer("q1", List.of("a", "b"), List.of("c"), "lost-device", true),
                new ShownAnswer("", List.of(), List.of(), null, false))) {
            Map<String, Object> data = Map.of("answer", shown.data(), "passage", "b", "question", "q1");
            assertThat(CardAction.parse("ask.more", data)).isEqualTo(new CardAction.MorePassages(shown));
            assertThat(CardAction.parse("ask.section", data)).isEqualTo(new CardAction.ShowSection("b", shown));
            assertThat(CardAction.parse("ask.back", data)).isEqualTo(new CardAction.BackToAnswer(shown));
            assertThat(CardAction.parse("ask.alone", data)).isEqualTo(new CardAction.AskAlone(shown));
            assertThat(CardAction.parse("ask-a-person", data)).isEqualTo(new CardAction.AskPerson("q1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "report", "REPORT.NEXT", "report.next ", "\u0000", "incident.delete"})
    void anUnknownVerbIsAValue(String verb) {
        assertThat(CardAction.parse(verb, Map.of())).isEqualTo(new CardAction.Unknown());
        assertThat(CardAction.parse(null, Map.of("verb", verb))).isEqualTo(new CardAction.Unknown());
    }

    @Test
    void whatIsOfTheWrongKindCountsAsNotGiven() {
        Map<Object, Object> data = new HashMap<>();
        data.put("draft", List.of("d1"));
        data.put("step", Map.of());
        data.put("answer-where", List.of("x"));
        data.put("answer-people", 7.5);
        data.put(3, "three");
        data.put(null, "nothing");
        data.put("answer-contact", null);
        assertThat(CardAction.parse("report.next", data)).isEqualTo(new CardAction.Next("", 0, Map.of()));
        ShownAnswer nothing = new ShownAnswer("", List.of(), List.of(), null, false);
        assertThat(CardAction.parse("ask.more", Map.of("answer", "p1")))
                .isEqualTo(new CardAction.MorePassages(nothing));
        Map<String, Object> odd =
                Map.of("question", 7, "cited", "p1", "further", List.of(), "type", List.of(), "followUp", "true");
        assertThat(CardAction.parse("ask.back", Map.of("answer", odd))).isEqualTo(new CardAction.BackToAnswer(nothing));
        assertThat(ShownAnswer.parse(Map.of("cited", Arrays.asList(1, null, "p1")))
                        .cited())
                .containsExactly("p1");
        assertThat(CardAction.parse(null, Map.of("verb", 5))).isEqualTo(new CardAction.Unknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "99999999999999999999", "1e3", " 1", "one", ""})
    void aStepThatIsNoSmallNumberIsTheFirst(String step) {
        assertThat(CardAction.parse("report.back", Map.of("draft", "d1", "step", step)))
                .isEqualTo(new CardAction.Back("d1", 0, Map.of()));
    }

    @Test
    void neitherManyAnswersNorALongOneAreTakenWhole() {
        Map<String, Object> data = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            data.put("answer-" + i, "x".repeat(100));
        }
        data.put("answer-0", "x".repeat(200_000));
        assertThat(InputIds.answers(data)).hasSizeLessThanOrEqualTo(100);
        assertThat(InputIds.answers(Map.of("answer-a", "x".repeat(200_000))))
                .extractingByKey("a")
                .asString()
                .hasSize(5_000);
        assertThat(ShownAnswer.parse(Map.of("cited", Collections.nCopies(10_000, "p".repeat(10_000))))
                        .cited())
                .isEqualTo(Collections.nCopies(20, "p".repeat(200)));
    }

    @Test
    void anEmptiedFieldIsAnAnswerToo() {
        assertThat(InputIds.answers(Map.of("answer-a", "  "))).isEqualTo(Map.of("a", ""));
        assertThat(InputIds.of("a")).isEqualTo("answer-a");
    }
}
