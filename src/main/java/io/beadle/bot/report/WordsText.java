package io.beadle.bot.report;

import static java.util.stream.Collectors.joining;

import io.beadle.card.Markdown;
import io.beadle.card.Phrases;
import io.beadle.content.Messages;
import io.beadle.content.Question;
import io.beadle.content.ReportType;
import io.beadle.content.ReportTypes;
import io.beadle.incident.Answer;
import io.beadle.incident.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is asked in words, as text: every choice has a number. */
@Component
final class WordsText {
    /** What is asked beside the questions of a type; no question's id has a colon or a capital letter. */
    static final String GROUP = "GROUP";

    static final String TYPE_OF = "TYPE:";
    static final String REVIEW = "REVIEW";

    private final ReportTypes types;
    private final Reports reports;
    private final Messages messages;
    private final Phrases phrases;

    WordsText(ReportTypes types, Reports reports, Messages messages, Phrases phrases) {
        this.types = types;
        this.reports = reports;
        this.messages = messages;
        this.phrases = phrases;
    }

    /** Why nobody can report in words without their name, and how they can. */
    String unnamed() {
        return phrases.withNumbers("words.unnamed");
    }

    String danger() {
        return phrases.inDanger("words.danger");
    }

    /** The type meant by the answer to {@link #TYPE_OF}, or the only one of the group meant. */
    Optional<ReportType> type(String asked, String said) {
        if (asked.startsWith(TYPE_OF)) {
            List<ReportType> offered = offered(asked);
            return SpokenAnswers.index(offered.stream().map(ReportType::title).toList(), said)
                    .map(offered::get);
        }
        return group(asked, said).map(types::in).filter(in -> in.size() == 1).map(List::getFirst);
    }

    /** The group meant by the answer to {@link #GROUP}. */
    Optional<ReportTypes.Group> group(String asked, String said) {
        return asked.equals(GROUP)
                ? SpokenAnswers.index(
                                types.groups().stream()
                                        .map(ReportTypes.Group::title)
                                        .toList(),
                                said)
                        .map(types.groups()::get)
                : Optional.empty();
    }

    String ask(Draft draft, @Nullable ReportType type, String what) {
        if (what.startsWith(TYPE_OF)) {
            return listed(messages.text("choose.title"), offered(what).stream().map(ReportType::title));
        }
        if (type == null) {
            return listed(messages.text("words.group"), types.groups().stream().map(ReportTypes.Group::title));
        }
        return type.question(what).map(question -> ask(draft, question)).orElseGet(() -> review(draft, type));
    }

    private List<ReportType> offered(String asked) {
        return types.types().stream()
                .filter(type -> type.group().equals(asked.substring(TYPE_OF.length())))
                .toList();
    }

    private String ask(Draft draft, Question question) {
        if (AnswerRules.isEmpty(question, draft.answers())) {
            return ask(question, "");
        }
        boolean said = AnswerRules.keys(question).anyMatch(draft.prefilled()::contains);
        String shown = reports.answer(question, draft.answers()).shown();
        return ask(question, messages.text(said ? "words.said" : "words.answered", Markdown.escapeInLine(shown)));
    }

    /** The question to somebody who has not answered it. */
    String ask(Question question) {
        return ask(question, "");
    }

    private String ask(Question question, String soFar) {
        List<String> parts = new ArrayList<>();
        parts.add("**" + (question.required() ? question.ask() : messages.text("report.optional", question.ask()))
                + "**");
        if (!soFar.isEmpty()) {
            parts.add(soFar);
        }
        if (question.why() != null) {
            parts.add(question.why());
        }
        if (question.hint() != null) {
            parts.add(question.hint());
        }
        String choices = numbered(choices(question));
        if (!choices.isEmpty()) {
            parts.add(choices);
        }
        if (question.kind() == Question.Kind.CHOICES) {
            parts.add(messages.text("words.several"));
        } else if (question.kind() == Question.Kind.MOMENT) {
            parts.add(messages.text("words.moment"));
        }
        return String.join("\n\n", parts);
    }

    private Stream<String> choices(Question question) {
        return question.kind() == Question.Kind.MOMENT
                ? Stream.of("moment.now", "moment.morning", "moment.yesterday").map(messages::text)
                : question.choices().stream().map(Question.Choice::label);
    }

    private String review(Draft draft, ReportType type) {
        List<Answer> answers = reports.answers(draft, type);
        Stream<String> lines =
                answers.stream().map(answer -> answer.asked() + " " + Markdown.escapeInLine(answer.shown()));
        return listed(messages.text("words.review", type.title()), lines) + "\n\n" + messages.text("words.review.do");
    }

    private static String listed(String title, Stream<String> lines) {
        return "**" + title + "**\n\n" + numbered(lines);
    }

    private static String numbered(Stream<String> lines) {
        List<String> all = lines.toList();
        return IntStream.range(0, all.size())
                .mapToObj(i -> (i + 1) + ". " + all.get(i))
                .collect(joining("\n"));
    }
}
