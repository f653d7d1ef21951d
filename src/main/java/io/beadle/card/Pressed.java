package io.beadle.card;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A button as it comes from Teams.
 *
 * @param verb of an {@code Action.Execute}, or what the data of an {@code Action.Submit} names so
 * @param data what the card holds for it and the inputs' values, together
 */
record Pressed(String verb, Map<?, ?> data) {
    /** What it means; {@link CardAction.Unknown} where nothing is meant by it. */
    CardAction action() {
        CardAction action = read();
        return switch (action) {
            case CardAction.ChooseType choose -> withoutName(choose);
            case CardAction.ChooseGroup choose -> withoutName(choose);
            case CardAction.StartReport start -> withoutName(start);
            default -> action;
        };
    }

    private CardAction withoutName(CardAction action) {
        String how = text("naming");
        return how.isEmpty() ? action : new CardAction.WithoutName(how, "", action, Map.of());
    }

    private CardAction read() {
        String draft = text("draft");
        return switch (verb) {
            case "report.choose" -> new CardAction.ChooseType();
            case "report.group" -> new CardAction.ChooseGroup(text("group"));
            case "report.unnamed" ->
                new CardAction.WithoutName(text("naming"), draft, new CardAction.ChooseType(), answers());
            case "report.mine" -> new CardAction.MyReports();
            case "report.start" -> new CardAction.StartReport(text("type"));
            case "report.behalf" -> new CardAction.ForSomebodyElse();
            case "report.behalf.told" -> new CardAction.ToldBy(answers());
            case "report.next" -> new CardAction.Next(draft, number("step"), answers());
            case "report.back" -> new CardAction.Back(draft, number("step"), answers());
            case "report.edit" -> new CardAction.Edit(draft, number("step"));
            case "report.send" -> new CardAction.Send(draft, number("step"), answers());
            case "report.cancel" -> new CardAction.Cancel(draft);
            case "ask.more" -> new CardAction.MorePassages(ShownAnswer.parse(data.get("answer")));
            case "ask.section" -> new CardAction.ShowSection(text("passage"), ShownAnswer.parse(data.get("answer")));
            case "ask.back" -> new CardAction.BackToAnswer(ShownAnswer.parse(data.get("answer")));
            case "ask.alone" -> new CardAction.AskAlone(ShownAnswer.parse(data.get("answer")));
            case "ask-a-person" -> new CardAction.AskPerson(text("question"));
            case "register.said" -> new CardAction.PolicySays(text("question"));
            case "incident.acknowledge" -> new CardAction.Acknowledge(text("incident"));
            case "wave.acknowledge" -> new CardAction.AcknowledgeWave(text("wave"));
            case "evidence.keep" ->
                new CardAction.KeepEvidence(text("report"), answers().getOrDefault(EvidenceCard.CHOSEN, ""));
            case "evidence.drop" -> new CardAction.DropEvidence(text("report"));
            case "evidence.open" -> new CardAction.OpenEvidence(text("incident"), answers());
            case "evidence.hand-over" -> new CardAction.HandOverEvidence(text("incident"));
            case "register.export" -> new CardAction.ExportTable(text("table"), text("format"));
            case "mine.open" -> new CardAction.OpenMine(text("incident"));
            case "report.missing" -> new CardAction.WriteMine(text("incident"), Saying.FACTS, Map.of());
            case "mine.write" -> saying(what -> new CardAction.WriteMine(text("incident"), what, answers()));
            case "mine.say" ->
                saying(what -> new CardAction.SayMine(text("incident"), what, text("about"), text("form"), answers()));
            case "case.open" -> new CardAction.OpenCase(text("incident"));
            case "case.show" -> new CardAction.ShowCase(text("incident"), number("about"));
            case "case.act" ->
                new CardAction.ChooseAct(
                        text("incident"),
                        text("what").isEmpty() ? answers().getOrDefault(CaseCards.WANTED, "") : text("what"));
            case "case.do" ->
                new CardAction.DoAct(
                        text("incident"),
                        text("what"),
                        text("about"),
                        text("form"),
                        List.of(text("drawn").split(",")),
                        answers());
            case "case.revoked" -> new CardAction.SessionsRevoked(text("incident"));
            case "person.acknowledge" -> new CardAction.AcknowledgeInPerson(text("incident"), text("about"));
            case "person.again" -> new CardAction.TellAgain(text("incident"));
            case "figures.export" -> new CardAction.ExportFigures(text("stretch"), text("format"));
            case "search.open" -> new CardAction.OpenSearch(text("search"));
            case "search.more" -> new CardAction.SearchMore(text("search"), number("page"));
            case "ask-a-person.write" -> new CardAction.WriteEnquiry(text("question"), text("text"));
            case "ask-a-person.send" ->
                new CardAction.SendEnquiry(
                        text("question"), answers().getOrDefault("text", ""), "true".equals(text("insisted")));
            case "ask-a-person.drop" -> new CardAction.DropEnquiry(text("question"));
            case "question.answer" -> new CardAction.AnswerEnquiry(text("question"), answers());
            case "curated.renew" ->
                new CardAction.RenewCurated(
                        text("answer"),
                        data.get("passage") instanceof String passage ? passage : null,
                        texts(data.get("shown")));
            case "curated.retire" -> new CardAction.RetireCurated(text("answer"), texts(data.get("shown")));
            case "gaps.show" -> new CardAction.ShowGaps();
            case "gaps.fill" -> new CardAction.FillGap(text("question"));
            case "gaps.save" -> new CardAction.SaveGap(text("question"), answers());
            default ->
                RoleAction.parse(verb, data)
                        .<CardAction>map(CardAction.OfRoles::new)
                        .orElseGet(CardAction.Unknown::new);
        };
    }

    static String text(Map<?, ?> data, String key) {
        return data.get(key) instanceof String text ? text : "";
    }

    private CardAction saying(Function<Saying, CardAction> action) {
        return Saying.of(text("what")).map(action).orElseGet(CardAction.Unknown::new);
    }

    private int number(String key) {
        Object value = data.get(key);
        if (value instanceof Number number) {
            return number.intValue();
        }
        return value instanceof String text && text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .limit(CuratedCard.MOST)
                        .toList()
                : List.of();
    }

    private Map<String, String> answers() {
        return InputIds.answers(data);
    }

    private String text(String key) {
        return text(data, key);
    }
}
