package io.beadle.card;

import static java.util.stream.Collectors.joining;

import io.beadle.content.CardTemplates;
import io.beadle.content.Contacts;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.incident.AnonymousToken;
import io.beadle.incident.Answer;
import io.beadle.incident.Draft;
import io.beadle.incident.FollowUpCode;
import io.beadle.incident.Incident;
import io.beadle.incident.OnBehalfOf;
import io.beadle.incident.Report;
import io.beadle.people.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cards of a report: one for each step, the review, the receipt. */
@Component
public final class ReportCards {
    /** What the review's own words leave of the 14,336 characters that Teams takes, for the answers. */
    private static final int ROOM = 6_000;

    /** Advice before paperwork, but the first question must still be seen on a telephone. */
    private static final int FIRST = 3;

    private final CardTemplates templates;
    private final Messages messages;
    private final Contacts contacts;
    private final Phrases phrases;
    private final WrittenTime times;
    private final QuestionFields fields;
    private final AdviceSources sources;
    private final ExerciseMark marks;

    ReportCards(
            CardTemplates templates,
            Messages messages,
            Contacts contacts,
            Phrases phrases,
            WrittenTime times,
            QuestionFields fields,
            AdviceSources sources) {
        this.templates = templates;
        this.messages = messages;
        this.contacts = contacts;
        this.phrases = phrases;
        this.times = times;
        this.fields = fields;
        this.sources = sources;
        this.marks = new ExerciseMark(messages);
    }

    /**
     * The card of the draft's step.
     *
     * @param problems what is wrong with an answer, by question
     * @param resumed whether to say that it is gone on with, though another report was asked for
     */
    public Card step(Draft draft, ReportType type, Map<String, String> problems, boolean resumed, Instant now) {
        Map<String, Object> data = common(draft, type, draft.step(), resumed);
        ReportType.Step step = type.steps().get(draft.step());
        data.put("title", step.title());
        data.put("problem", problems.isEmpty() ? null : messages.text("report.look"));
        data.put("step", draft.step());
        List<ReportType.Advice> advice = draft.step() > 0 ? List.of() : type.advice(draft.answers());
        data.put("doNow", advice.isEmpty() ? null : messages.text("receipt.now"));
        data.put(
                "advice",
                advice(advice.stream().limit(FIRST).toList(), draft.reporter().id(), AdviceSources.Clause::place));
        data.put("canGoBack", draft.step() > 0);
        data.put("nextTitle", messages.text("report.next"));
        data.put("sendTitle", messages.text("report.send.now"));
        data.put("backTitle", messages.text("report.back"));
        data.put(
                "questions",
                step.questions().stream()
                        .filter(q -> q.isAsked(draft.answers()))
                        .map(q -> fields.of(q, draft, problems.get(q.id()), now))
                        .toList());
        return marks.on(card("report-step", data), draft.isDrill());
    }

    /** The last card before sending: every answer, cut if they are too long together, each step with a way back to it. */
    public Card review(Draft draft, ReportType type, List<Answer> answers, boolean resumed) {
        Map<String, Object> data = common(draft, type, type.steps().size(), resumed);
        List<String> shown =
                Excerpts.of(answers.stream().map(Answer::shown).toList(), ROOM, messages.text("report.review.cut"));
        data.put("title", messages.text("report.review.title"));
        data.put("intro", messages.text("report.review.intro"));
        data.put("problem", null);
        data.put("sendTitle", messages.text("report.review.send"));
        data.put(
                "steps",
                IntStream.range(0, type.steps().size())
                        .filter(i -> type.steps().get(i).isAsked(draft.answers()))
                        .mapToObj(i -> reviewed(i, type.steps().get(i), answers, shown))
                        .toList());
        return marks.on(card("report-review", data), draft.isDrill());
    }

    /**
     * What a receipt says beside the reference and the time.
     *
     * @param advice what to do now
     * @param danger whether somebody could be in danger (G1)
     * @param alerts whether there is a desk to be told; if not, it says to ring now
     * @param missing what was to be answered and was not
     */
    public record ReceiptFacts(
            List<ReportType.Advice> advice, boolean danger, boolean alerts, List<Question> missing) {}

    /** The same for an anonymous reporter: their code, and nothing that they are still asked for. */
    public Card receipt(Incident incident, ReceiptFacts facts, FollowUpCode code) {
        String written = code.written();
        Contacts.Team team = phrases.team(incident);
        Map<String, Object> data =
                receiptData(incident, new ReceiptFacts(facts.advice(), facts.danger(), facts.alerts(), List.of()));
        data.put("codeTitle", messages.text("noname.receipt.title", written));
        data.put("codeText", messages.text("noname.receipt.text", written));
        data.put(
                "ladder",
                messages.text(
                        "noname.receipt.ladder",
                        team.inHours(),
                        team.hours(),
                        team.outOfHours(),
                        incident.reference()));
        return marks.on(card("report-receipt", data), incident.exercise());
    }

    /** What the reporter keeps: the reference, what to do now, who must answer by when, and whom to ring if nobody does. */
    public Card receipt(Incident incident, ReceiptFacts facts) {
        return marks.on(card("report-receipt", receiptData(incident, facts)), incident.exercise());
    }

    /** The same without its button, for a dialog that takes none; {@code more} says how to add what is missing. */
    public Card receiptInDialog(Incident incident, ReceiptFacts facts, String more) {
        Map<String, Object> data = receiptData(incident, facts);
        data.put("thanks", data.get("thanks") + " " + more);
        data.put("addTitle", null);
        return marks.on(card("report-receipt", data), incident.exercise());
    }

    private Map<String, Object> receiptData(Incident incident, ReceiptFacts facts) {
        String reference = incident.reference();
        Map<String, Object> data = new HashMap<>();
        data.put("summary", messages.text("receipt.summary", reference));
        data.put("title", messages.text("receipt.title", reference));
        data.put("danger", facts.danger() ? contacts.danger() : null);
        data.put("codeTitle", null);
        data.put("codeText", null);
        data.put("thanks", messages.text("receipt.thanks") + writtenDown(incident.report()));
        data.put("doNow", facts.advice().isEmpty() ? null : messages.text("receipt.now"));
        data.put("advice", advice(facts.advice(), reader(incident), AdviceSources.Clause::quoted));
        data.put("missingTitle", facts.missing().isEmpty() ? null : messages.text("receipt.missing"));
        data.put(
                "missing",
                facts.missing().stream()
                        .map(q -> Map.of("text", "- " + q.ask()))
                        .toList());
        data.put("addTitle", messages.text("receipt.missing.add"));
        data.put("incident", reference);
        data.put("nextTitle", messages.text("receipt.next.title"));
        data.put("next", next(incident, facts.alerts()));
        data.put("ladder", ladder(incident, facts.alerts()));
        // a file is kept with who sent it
        boolean named = incident.report().reporter().named().isPresent();
        data.put("evidence", named ? messages.text("receipt.evidence") : null);
        return data;
    }

    /** Whose right to read counts for the sources; of somebody who gives no name what everybody may read. */
    private static String reader(Incident incident) {
        return incident.report().reporter().named().map(Person::id).orElse("");
    }

    /** @param source what is shown of the clause: the place while there is a report to send, its words once it is sent */
    private List<Map<String, Object>> advice(
            List<ReportType.Advice> advice, String reader, Function<AdviceSources.Clause, String> source) {
        return IntStream.range(0, advice.size())
                .mapToObj(i -> {
                    Map<String, Object> item = new HashMap<>();
                    // numbered in words of the text: a list of Markdown's would be indented, and its source not
                    item.put("text", "**" + (i + 1) + ".** " + advice.get(i).text());
                    item.put(
                            "source",
                            sources.of(advice.get(i), reader).map(source).orElse(null));
                    return item;
                })
                .toList();
    }

    private static Stream<String> numbered(List<ReportType.Advice> advice) {
        return IntStream.range(0, advice.size())
                .mapToObj(i -> (i + 1) + ". " + advice.get(i).text());
    }

    private String next(Incident incident, boolean alerts) {
        String team = contacts.securityTeam().name();
        if (!alerts) {
            return messages.text("receipt.untold", team);
        }
        return messages.text(
                phrases.isApart(incident) ? "receipt.next.apart" : "receipt.next",
                times.inFull(incident.acknowledgeBy()),
                team,
                incident.wanted());
    }

    private String ladder(Incident incident, boolean alerts) {
        Contacts.Team team = phrases.team(incident);
        return messages.text(
                alerts ? "receipt.ladder" : "receipt.untold.ladder",
                team.inHours(),
                team.hours(),
                team.outOfHours(),
                incident.reference());
    }

    /** The same in plain text, for whoever cannot use cards. */
    public String receiptText(Incident incident, ReceiptFacts facts) {
        List<String> parts = new ArrayList<>();
        if (incident.exercise()) {
            parts.add("**" + messages.text("exercise.mark") + "**");
        }
        if (facts.danger()) {
            parts.add(contacts.danger());
        }
        parts.add("**" + messages.text("receipt.title", incident.reference()) + "**");
        parts.add(messages.text("receipt.thanks") + writtenDown(incident.report()));
        if (!facts.advice().isEmpty()) {
            parts.add(messages.text("receipt.now"));
            parts.add(numbered(facts.advice()).collect(joining("\n")));
        }
        if (!facts.missing().isEmpty()) {
            parts.add(messages.text("receipt.missing"));
            parts.add(facts.missing().stream().map(q -> "- " + q.ask()).collect(joining("\n")));
            parts.add(messages.text("words.receipt", incident.reference()));
        }
        parts.add(next(incident, facts.alerts()));
        parts.add(ladder(incident, facts.alerts()));
        return String.join("\n\n", parts);
    }

    private Card card(String template, Map<String, Object> data) {
        return new Card(templates.render(template, data), String.valueOf(data.get("summary")));
    }

    private Map<String, Object> common(Draft draft, ReportType type, int step, boolean resumed) {
        int all = type.steps().size() + 1;
        Map<String, Object> data = new HashMap<>();
        data.put("summary", messages.text("report.summary", type.title(), step + 1, all));
        data.put("progress", messages.text("report.progress", type.title(), step + 1, all));
        data.put("danger", isDanger(type, draft.answers()) ? contacts.danger() : null);
        boolean hidden = AnonymousToken.of(draft.id()).isPresent();
        String naming = draft.isInConfidence() ? messages.text("noname.sealed") : null;
        data.put("notice", notice(draft, resumed));
        data.put("naming", hidden ? messages.text("noname.hidden") : naming);
        data.put("noNameTitle", hidden || draft.isInConfidence() ? null : messages.text("noname.button"));
        data.put("draft", draft.id());
        data.put("cancelTitle", messages.text("report.cancel"));
        data.put("urgent", phrases.urgent(draft));
        return data;
    }

    private @Nullable String notice(Draft draft, boolean resumed) {
        String teller =
                draft.onBehalfOf() == null ? "" : messages.text("behalf.notice", Tellers.inLine(draft.onBehalfOf()));
        String notice = resumed ? (messages.text("report.resumed") + " " + teller).strip() : teller;
        return notice.isEmpty() ? null : notice;
    }

    /** Both are named, who wrote it down and who told of it (G9); a writer who gives no name is not. */
    private String writtenDown(Report report) {
        OnBehalfOf teller = report.onBehalfOf();
        if (teller == null) {
            return "";
        }
        String told = Tellers.inLine(teller);
        return " "
                + report.reporter()
                        .named()
                        .map(writer -> messages.text("behalf.receipt", Markdown.escapeInLine(writer.name()), told))
                        .orElseGet(() -> messages.text("behalf.receipt.unnamed", told));
    }

    private Map<String, Object> reviewed(int index, ReportType.Step step, List<Answer> answers, List<String> texts) {
        List<Map<String, String>> shown = IntStream.range(0, answers.size())
                .filter(i -> step.questions().stream()
                        .anyMatch(q -> q.id().equals(answers.get(i).question())))
                .mapToObj(i -> Map.of("asked", Markdown.escape(answers.get(i).asked()), "shown", texts.get(i)))
                .toList();
        return Map.of(
                "title",
                step.title(),
                "step",
                index,
                "changeTitle",
                messages.text("report.review.change", step.title()),
                "answers",
                shown);
    }

    /** Whether an answer so far says that somebody could be in danger (G1). */
    public static boolean isDanger(ReportType type, Map<String, String> answers) {
        return type.questions().anyMatch(q -> isDanger(q, answers.get(q.id())));
    }

    private static boolean isDanger(Question question, @Nullable String answer) {
        return answer != null && Question.chosen(answer).anyMatch(question.danger()::contains);
    }
}
